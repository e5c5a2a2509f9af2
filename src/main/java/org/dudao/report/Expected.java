package org.dudao.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.dudao.catalog.Catalog;
import org.dudao.catalog.Deadline;
import org.dudao.catalog.NightlyPlan;
import org.dudao.catalog.PeriodKind;
import org.dudao.region.Region;
import org.dudao.region.Regions;
import org.jspecify.annotations.Nullable;

/** Which places ought to be filled, and by when. */
final class Expected {

	private final Catalog catalog;

	private final Regions regions;

	private final LocalDate today;

	private final Map<Family, List<Region>> children = new HashMap<>();

	Expected(Catalog catalog, Regions regions, LocalDate today) {
		this.catalog = catalog;
		this.regions = regions;
		this.today = today;
	}

	/**
	 * What is expected of a feed, or of all.
	 * @param present the places that are filled
	 */
	Map<Place, Due> of(@Nullable String feed, Set<Place> present) {
		Map<Place, Due> expected = new HashMap<>();
		sisters(present).forEach((place) -> expected.put(place, Due.NO_DAY));
		NightlyPlan plan = NightlyPlan.read(this.catalog);
		for (Deadline deadline : plan.deadlines()) {
			if (feed == null || feed.equals(deadline.feed())) {
				PeriodKind kind = this.catalog.feed(deadline.feed()).orElseThrow().period();
				for (int period = deadline.since(); !deadline.opens(kind, period).isAfter(this.today); period++) {
					Due due = new Due(deadline.due(kind, period), deadline.overdue(kind, period, this.today));
					places(deadline, period, plan.areas(), present).forEach((place) -> expected.put(place, due));
				}
			}
		}
		return expected;
	}

	private Set<Place> sisters(Set<Place> present) {
		Set<Place> sisters = new LinkedHashSet<>();
		Set<List<Object>> seen = new LinkedHashSet<>();
		for (Place place : present) {
			this.regions.byCode(place.region(), place.period()).ifPresent((region) -> {
				Family family = parent(region, place.period());
				if (family != null && seen.add(List.of(family, place.feed()))) {
					children(family)
						.forEach((child) -> sisters.add(new Place(child.code(), place.feed(), place.period())));
				}
			});
		}
		return sisters;
	}

	private Set<Place> places(Deadline deadline, int period, List<String> areas, Set<Place> present) {
		Set<Place> places = new LinkedHashSet<>();
		if (!areas.isEmpty()) {
			areas.forEach((area) -> below(area, deadline, period, places));
			return places;
		}
		Set<Family> families = new LinkedHashSet<>();
		for (Place place : present) {
			if (place.feed().equals(deadline.feed())) {
				this.regions.byCode(place.region(), period)
					.filter((region) -> deadline.levels().contains(region.level()))
					.map((region) -> parent(region, period))
					.ifPresent(families::add);
			}
		}
		families.forEach((family) -> children(family)
			.forEach((child) -> places.add(new Place(child.code(), deadline.feed(), period))));
		return places;
	}

	/** The area itself may be of the level. */
	private void below(String area, Deadline deadline, int period, Set<Place> places) {
		this.regions.byCode(area, period)
			.filter((region) -> deadline.levels().contains(region.level()))
			.ifPresent((region) -> places.add(new Place(region.code(), deadline.feed(), period)));
		this.regions.children(area, period).forEach((child) -> below(child.code(), deadline, period, places));
	}

	private @Nullable Family parent(Region region, int period) {
		return this.regions.parent(region, period)
			.map((parent) -> new Family(parent.code(), region.level(), period))
			.orElse(null);
	}

	private List<Region> children(Family family) {
		return this.children.computeIfAbsent(family,
				(one) -> new ArrayList<>(this.regions.children(one.parent(), one.period())
					.stream()
					.filter((child) -> child.level().equals(one.level()))
					.toList()));
	}

	/** Sisters of the same level in a year. */
	private record Family(String parent, String level, int period) {
	}

	/** A place of the grid. */
	record Place(String region, String feed, int period) {
	}

	/**
	 * When something is due.
	 *
	 * @param day the day, null when no deadline says so
	 * @param overdue the days since then, 0 when it is not overdue
	 */
	record Due(@Nullable LocalDate day, int overdue) {

		/** It is expected, but nobody says by when. */
		static final Due NO_DAY = new Due(null, 0);

	}

}
