package org.dudao.region;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.dudao.catalog.RegionSource;
import org.jspecify.annotations.Nullable;

/**
 * All regions over the years. A year is a calendar year, and a region counts as in force
 * in every year of which it was in force a day; so in the year of a change both the old
 * and the new one do. Immutable, safe for use by several threads.
 */
public final class Regions {

	private final RegionSource source;

	private final Map<Region, String> parents;

	/** Spans by code, the latest first. */
	private final Map<String, List<Region>> byCode = new HashMap<>();

	private final Map<String, List<Region>> byName = new HashMap<>();

	private final Map<String, List<Region>> byShortName = new HashMap<>();

	/** Spans by each code that may be their parent in some year. */
	private final Map<String, List<Region>> byParent = new HashMap<>();

	private final Map<String, List<Region>> bySuccessor = new HashMap<>();

	private Regions(RegionSource source, RegionFile file) {
		this.source = source;
		this.parents = file.parents();
		for (Region region : file.regions()) {
			put(this.byCode, region.code(), region);
			put(this.byName, normal(region.name()), region);
			ShortNames.of(normal(region.name())).forEach((name) -> put(this.byShortName, name, region));
			possibleParents(region).forEach((parent) -> put(this.byParent, parent, region));
			region.successors()
				.stream()
				.map(Region.Successor::code)
				.distinct()
				.forEach((code) -> put(this.bySuccessor, code, region));
		}
		this.byCode.values().forEach((spans) -> spans.sort(Comparator.comparingInt(Region::from).reversed()));
	}

	/**
	 * Reads the file that the source describes.
	 * @throws IllegalArgumentException when the file is not as described, naming file and
	 * line
	 * @throws java.io.UncheckedIOException when it cannot be read
	 */
	public static Regions read(RegionSource source) {
		return new Regions(source, new RegionFile(source));
	}

	/**
	 * The region with that code in that year; in a year of two spans the later one. A
	 * code of statistics, filled up to 12 digits with zeros, is understood.
	 */
	public Optional<Region> byCode(String code, int year) {
		return spans(code).stream().filter((region) -> region.inForce(year)).findFirst();
	}

	/** Every span of that code, the latest first; empty for a code that never was. */
	public List<Region> spans(String code) {
		List<Region> spans = this.byCode.get(code);
		if (spans == null && code.length() == 12 && code.endsWith("000000")) {
			spans = this.byCode.get(code.substring(0, 6));
		}
		return (spans != null) ? List.copyOf(spans) : List.of();
	}

	/**
	 * The regions of that name in that year, by code. The name may be written in full
	 * (襄城区), with those above it (湖北省襄阳市襄城区) or, where that finds none, for short (襄城).
	 * Several results mean that the name alone does not tell.
	 * @param within the code of the area to look in, itself included, or null for
	 * everywhere
	 */
	public List<Region> named(String name, int year, @Nullable String within) {
		String wanted = normal(name);
		List<Region> found = among(this.byName.get(wanted), year, within);
		if (found.isEmpty()) {
			found = among(qualified(wanted, year), year, within);
		}
		return found.isEmpty() ? among(this.byShortName.get(wanted), year, within) : found;
	}

	/** Every span of that full name in any year, by code. */
	public List<Region> everNamed(String name) {
		return this.byName.getOrDefault(normal(name), List.of())
			.stream()
			.sorted(Comparator.comparing(Region::code).thenComparing(Region::from))
			.toList();
	}

	/** The region above, in that year; empty for the highest. */
	public Optional<Region> parent(Region region, int year) {
		return possibleParents(region).stream().flatMap((code) -> byCode(code, year).stream()).findFirst();
	}

	/** The regions directly below, in that year, by code. */
	public List<Region> children(String code, int year) {
		return among(this.byParent.get(code), year, null).stream()
			.filter((child) -> parent(child, year).filter((parent) -> parent.code().equals(code)).isPresent())
			.toList();
	}

	/** Whether a code is the area itself or lies in it, in that year. */
	public boolean isWithin(String code, String area, int year) {
		if (code.equals(area)) {
			return true;
		}
		return byCode(code, year)
			.map((region) -> region.code().equals(area)
					|| parent(region, year).filter((parent) -> isWithin(parent.code(), area, year)).isPresent())
			.orElse(false);
	}

	/**
	 * The other regions that passed into this one, wholly or in part, by a change in that
	 * year; a mere change of name is none.
	 */
	public List<Region> predecessors(String code, int year) {
		return this.bySuccessor.getOrDefault(code, List.of())
			.stream()
			.filter((region) -> !region.code().equals(code)
					&& region.successors().contains(new Region.Successor(code, year)))
			.toList();
	}

	/** Those in force in the year and within the area, one a code. */
	private List<Region> among(@Nullable List<Region> regions, int year, @Nullable String within) {
		if (regions == null) {
			return List.of();
		}
		Map<String, Region> found = new LinkedHashMap<>();
		regions.stream()
			.filter((region) -> region.inForce(year) && (within == null || isWithin(region.code(), within, year)))
			.sorted(Comparator.comparing(Region::code).thenComparing(Region::from, Comparator.reverseOrder()))
			.forEach((region) -> found.putIfAbsent(region.code(), region));
		return List.copyOf(found.values());
	}

	/** Those whose name ends the wanted one, the rest being names of those above them. */
	private List<Region> qualified(String wanted, int year) {
		List<Region> found = new ArrayList<>();
		for (int i = 2; i < wanted.length() - 1; i++) {
			String above = wanted.substring(0, i);
			for (Region region : this.byName.getOrDefault(wanted.substring(i), List.of())) {
				if (region.inForce(year) && isAbove(above, region, year)) {
					found.add(region);
				}
			}
		}
		return found;
	}

	private boolean isAbove(String names, Region region, int year) {
		return parent(region, year).filter((parent) -> {
			String name = normal(parent.name());
			return names.equals(name) || isAbove(names, parent, year) || names.endsWith(name)
					&& isAbove(names.substring(0, names.length() - name.length()), parent, year);
		}).isPresent();
	}

	private Set<String> possibleParents(Region region) {
		if (this.source.parent() != null) {
			String parent = this.parents.get(region);
			return (parent != null) ? Set.of(parent) : Set.of();
		}
		Set<String> codes = new LinkedHashSet<>();
		String code = region.code();
		for (int length : this.source.parentPrefixes()) {
			if (length < code.length()) {
				String parent = code.substring(0, length) + "0".repeat(code.length() - length);
				if (!parent.equals(code)) {
					codes.add(parent);
				}
			}
		}
		return codes;
	}

	private static void put(Map<String, List<Region>> map, String key, Region region) {
		map.computeIfAbsent(key, (none) -> new ArrayList<>()).add(region);
	}

	private static String normal(String name) {
		return Normalizer.normalize(name, Normalizer.Form.NFKC).replaceAll("\\s", "");
	}

}
