package org.dudao.indicator;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

import org.dudao.region.Region;
import org.dudao.region.Regions;

/**
 * A region and all below it, over some years.
 *
 * @param codes every code that lay in it in one of the years
 */
public record Area(Set<String> codes) {

	/** The area of that code in those years. */
	public static Area of(Regions regions, String code, Collection<Integer> periods) {
		Set<String> codes = new HashSet<>(Set.of(code));
		periods.forEach((period) -> collect(regions, code, period, codes));
		return new Area(Set.copyOf(codes));
	}

	private static void collect(Regions regions, String code, int period, Set<String> codes) {
		for (Region child : regions.children(code, period)) {
			codes.add(child.code());
			collect(regions, child.code(), period, codes);
		}
	}

}
