package org.dudao.catalog;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a sender's note says that years cannot be compared.
 *
 * @param note found in a line above or below the rows; the years are in its first group
 * @param years what the note says of them
 */
public record SeriesBreak(Pattern note, Years years) {

	private static final Pattern YEAR = Pattern.compile("\\d{4}");

	/** What is said of the years that a note names. */
	public enum Years {

		/** From each of them on, figures are of another kind than before. */
		SINCE,

		/** They are of one kind, and all other years of another. */
		APART

	}

	/**
	 * The years that cannot be compared with the one before them, by that line; none when
	 * it is no such note.
	 */
	public Set<Integer> breaks(String line) {
		Set<Integer> named = new LinkedHashSet<>();
		for (Matcher found = this.note.matcher(line); found.find();) {
			for (Matcher year = YEAR.matcher(found.group(1)); year.find();) {
				named.add(Integer.valueOf(year.group()));
			}
		}
		if (this.years == Years.SINCE) {
			return named;
		}
		Set<Integer> breaks = new TreeSet<>();
		for (int year : named) {
			if (!named.contains(year - 1)) {
				breaks.add(year);
			}
			if (!named.contains(year + 1)) {
				breaks.add(year + 1);
			}
		}
		return breaks;
	}

}
