package org.dudao.finding;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.dudao.indicator.Place;
import org.dudao.region.Region;
import org.dudao.region.Regions;
import org.jspecify.annotations.Nullable;

/**
 * What judging needs to know of regions: their level, what lies in them, and whether they
 * were the same area the year before.
 */
final class Territory {

	/** Null where every place is of every level and never changes. */
	private final @Nullable Regions regions;

	/** Tells what lies in what, null when only a place itself does. */
	private final @Nullable Regions within;

	/** Many values are of one place. */
	private final Map<Place, Optional<Change>> changes = new ConcurrentHashMap<>();

	private Territory(@Nullable Regions regions, @Nullable Regions within) {
		this.regions = regions;
		this.within = within;
	}

	static Territory of(Regions regions) {
		return new Territory(regions, regions);
	}

	/** Places that are of every level and never change. */
	static Territory unchanging() {
		return new Territory(null, null);
	}

	/** The same, but they lie where they lie, for the examples of rules. */
	static Territory unchanging(Regions regions) {
		return new Territory(null, regions);
	}

	boolean isOfLevel(String region, int period, List<String> levels) {
		return this.regions == null || levels.isEmpty()
				|| this.regions.byCode(region, period).filter((found) -> levels.contains(found.level())).isPresent();
	}

	boolean isWithin(String region, String area, int period) {
		return region.equals(area) || (this.within != null && this.within.isWithin(region, area, period));
	}

	/**
	 * How the region was, as far as the list of regions tells, another area the year
	 * before, or null when it was not: its code is new and others passed into it, others
	 * were merged into it, a part of it went elsewhere, or a region below came from or
	 * went to another parent.
	 */
	@Nullable Change change(String region, int period) {
		Regions known = this.regions;
		return (known == null) ? null
				: this.changes
					.computeIfAbsent(new Place(region, period), (place) -> Optional.ofNullable(change(known, place)))
					.orElse(null);
	}

	private static @Nullable Change change(Regions regions, Place place) {
		String region = place.region();
		int period = place.period();
		List<Region> predecessors = regions.predecessors(region, period);
		boolean apart = regions.byCode(region, period).filter((found) -> lostApart(regions, found, period)).isPresent();
		boolean below = childrenChanged(regions, region, period);
		if (predecessors.isEmpty() && !apart && !below) {
			return null;
		}
		boolean whole = !apart && !below && predecessors.stream().allMatch((old) -> passedWholly(old, region, period));
		Stream<String> itself = regions.spans(region).stream().anyMatch((span) -> span.inForce(period - 1))
				? Stream.of(region) : Stream.of();
		return new Change(Stream.concat(predecessors.stream().map(Region::code), itself).distinct().sorted().toList(),
				whole);
	}

	/** The regions that what is said of one bears on in the year after, beside itself. */
	List<String> successors(String region, int period) {
		return (this.regions == null) ? List.of()
				: this.regions.spans(region)
					.stream()
					.flatMap((span) -> span.successors().stream())
					.filter((successor) -> successor.year() == period + 1 && !successor.code().equals(region))
					.map(Region.Successor::code)
					.distinct()
					.toList();
	}

	/** What ceased in that year, and nothing of it went anywhere else. */
	private static boolean passedWholly(Region old, String region, int period) {
		Integer until = old.until();
		return until != null && until == period
				&& old.successors()
					.stream()
					.allMatch((successor) -> successor.equals(new Region.Successor(region, period)));
	}

	/**
	 * How an area changed.
	 *
	 * @param codes what made it up the year before, itself included, by code
	 * @param whole whether these passed into it wholly, so that they are it
	 */
	record Change(List<String> codes, boolean whole) {

		private static final int MOST = 12;

		/** The codes, separated by commas. */
		String areas() {
			String first = String.join(", ", this.codes.subList(0, Math.min(MOST, this.codes.size())));
			return (this.codes.size() > MOST) ? first + " …" : first;
		}

	}

	/** What a province gives to a county of its own it has not lost. */
	private static boolean lostApart(Regions regions, Region region, int period) {
		return region.successors()
			.stream()
			.anyMatch((successor) -> successor.year() == period
					&& !regions.isWithin(successor.code(), region.code(), period));
	}

	private static boolean childrenChanged(Regions regions, String region, int period) {
		List<Region> now = regions.children(region, period);
		List<Region> then = regions.children(region, period - 1);
		Set<String> codesNow = codes(now);
		Set<String> codesThen = codes(then);
		boolean cameFromElsewhere = now.stream()
			.filter((child) -> !codesThen.contains(child.code()))
			.flatMap((child) -> regions.predecessors(child.code(), period).stream())
			.anyMatch((predecessor) -> !regions.isWithin(predecessor.code(), region, period - 1));
		boolean wentElsewhere = then.stream()
			.filter((child) -> !codesNow.contains(child.code()) || ceased(child, period))
			.flatMap((child) -> child.successors().stream())
			.anyMatch((successor) -> !regions.isWithin(successor.code(), region, period));
		return cameFromElsewhere || wentElsewhere;
	}

	private static boolean ceased(Region region, int period) {
		Integer until = region.until();
		return until != null && until <= period;
	}

	private static Set<String> codes(List<Region> regions) {
		return regions.stream().map(Region::code).collect(Collectors.toSet());
	}

}
