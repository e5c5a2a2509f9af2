package org.dudao.catalog;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * How the file of regions is to be read.
 *
 * @param file the CSV file, UTF-8 with or without BOM, one row per region and time span
 * @param code the header of the code
 * @param name the header of the name
 * @param level the header of the level
 * @param from the header of the first year in force
 * @param until the header of the year in which it ceased, empty while in force
 * @param successors the header of the successor codes, separated by semicolons, each
 * perhaps with the year in brackets; or null
 * @param parent the header of the parent's code; null when prefixes tell
 * @param parentPrefixes lengths of the code's prefixes which, filled up with zeros, name
 * a parent, nearest first; the first that is in force counts
 * @param levels the file's word for each level, to Dudao's
 */
public record RegionSource(Path file, String code, String name, String level, String from, String until,
		@Nullable String successors, @Nullable String parent, List<Integer> parentPrefixes,
		Map<String, String> levels) {
}
