package org.dudao.finding;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.dudao.indicator.Place;
import org.dudao.indicator.Touched;
import org.dudao.region.Region;
import org.dudao.region.Regions;
import org.jspecify.annotations.Nullable;

/** Which submission is behind a change somewhere. */
final class Originators {

	private final Map<Where, Long> own = new HashMap<>();

	private final Map<Where, Long> below = new HashMap<>();

	Originators(Collection<Touched> touched, Regions regions) {
		for (Touched slot : touched) {
			Place place = slot.place();
			this.own.merge(new Where(slot.feed(), place), slot.submissionId(), Math::max);
			regions.byCode(place.region(), place.period())
				.flatMap((region) -> regions.parent(region, place.period()))
				.ifPresent((parent) -> climb(slot, parent, regions));
		}
	}

	private void climb(Touched slot, Region region, Regions regions) {
		Where where = new Where(slot.feed(), new Place(region.code(), slot.period()));
		this.below.merge(where, slot.submissionId(), Math::max);
		regions.parent(region, slot.period()).ifPresent((parent) -> climb(slot, parent, regions));
	}

	/**
	 * The submission of one of these feeds that bore on the place: its own, else that of
	 * the year before which this year is compared with, else the latest from a region
	 * below; null when there is none, as when a rule was added.
	 */
	@Nullable Long of(Set<String> feeds, Place place) {
		for (Map<Where, Long> known : List.of(this.own, this.below)) {
			for (Place year : List.of(place, place.yearBefore())) {
				Long latest = feeds.stream()
					.map((feed) -> known.get(new Where(feed, year)))
					.filter(Objects::nonNull)
					.max(Long::compare)
					.orElse(null);
				if (latest != null) {
					return latest;
				}
			}
		}
		return null;
	}

	/** A feed's slots of one place. */
	private record Where(String feed, Place place) {
	}

}
