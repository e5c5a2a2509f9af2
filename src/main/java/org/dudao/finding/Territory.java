package org.dudao.finding;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

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
	 * Whether the region was, as far as the list of regions tells, another area the year
	 * before: its code is new and others passed into it, others were merged into it, a
	 * part of it went elsewhere, or a region below came from or went to another parent.
	 */
	boolean changed(String region, int period) {
		if (this.regions == null) {
			return false;
		}
		return !this.regions.predecessors(region, period).isEmpty()
				|| this.regions.byCode(region, period).filter((found) -> lostApart(found, period)).isPresent()
				|| childrenChanged(this.regions, region, period);
	}

	private static boolean lostApart(Region region, int period) {
		return region.successors()
			.stream()
			.anyMatch((successor) -> successor.year() == period && !successor.code().equals(region.code()));
	}

	private static boolean childrenChanged(Regions regions, String region, int period) {
		List<Region> now = regions.children(region, period);
		List<Region> then = regions.children(region, period - 1);
		Set<String> codesNow = codes(now);
		Set<String> codesThen = codes(then);
		boolean cameFromElsewhere = now.stream()
			.filter((child) -> !codesThen.contains(child.code()))
			.flatMap((child) -> regions.predecessors(child.code(), period).stream())
			.anyMatch((predecessor) -> !codesThen.contains(predecessor.code()));
		boolean wentElsewhere = then.stream()
			.filter((child) -> !codesNow.contains(child.code()) || ceased(child, period))
			.flatMap((child) -> child.successors().stream())
			.anyMatch((successor) -> !codesNow.contains(successor.code()));
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
