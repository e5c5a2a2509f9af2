package org.dudao.scorecard;

import java.util.ArrayList;
import java.util.List;

import org.dudao.region.Region;
import org.dudao.region.Regions;

/**
 * The regions that are ranked together: everything below one that has none above it.
 *
 * @param top the region that has none above it
 * @param regions itself and all below it, in one period
 */
record Area(Region top, List<Region> regions) {

	/** The area that a region lies in. */
	static Area around(Regions all, Region region, int period) {
		Region top = region;
		for (Region above : above(all, region, period)) {
			top = above;
		}
		List<Region> regions = new ArrayList<>(List.of(top));
		collect(all, top.code(), period, regions);
		return new Area(top, List.copyOf(regions));
	}

	/** The regions above, the nearest first. */
	static List<Region> above(Regions all, Region region, int period) {
		List<Region> above = new ArrayList<>();
		all.parent(region, period).ifPresent((parent) -> {
			above.add(parent);
			above.addAll(above(all, parent, period));
		});
		return above;
	}

	private static void collect(Regions all, String code, int period, List<Region> into) {
		for (Region child : all.children(code, period)) {
			into.add(child);
			collect(all, child.code(), period, into);
		}
	}

	List<String> codes() {
		return this.regions.stream().map(Region::code).toList();
	}

}
