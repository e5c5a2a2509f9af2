package org.dudao.finding;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.dudao.indicator.Place;
import org.dudao.indicator.Touched;
import org.dudao.region.Region;
import org.dudao.region.Regions;
import org.jspecify.annotations.Nullable;

/** Which submission is behind a change somewhere. */
final class Originators {

	private final Map<Place, Long> own = new HashMap<>();

	private final Map<Place, Long> below = new HashMap<>();

	Originators(Collection<Touched> touched, Regions regions) {
		for (Touched slot : touched) {
			Place place = slot.place();
			this.own.merge(place, slot.submissionId(), Math::max);
			regions.byCode(place.region(), place.period())
				.flatMap((region) -> regions.parent(region, place.period()))
				.ifPresent((parent) -> climb(parent, place.period(), slot.submissionId(), regions));
		}
	}

	private void climb(Region region, int period, long submission, Regions regions) {
		this.below.merge(new Place(region.code(), period), submission, Math::max);
		regions.parent(region, period).ifPresent((parent) -> climb(parent, period, submission, regions));
	}

	/**
	 * The submission that bore on the place: its own, else that of the year before which
	 * this year is compared with, else the latest from a region below; null when there is
	 * none, as when a rule was added.
	 */
	@Nullable Long of(Place place) {
		for (Map<Place, Long> known : List.of(this.own, this.below)) {
			for (Place year : List.of(place, place.yearBefore())) {
				Long submission = known.get(year);
				if (submission != null) {
					return submission;
				}
			}
		}
		return null;
	}

}
