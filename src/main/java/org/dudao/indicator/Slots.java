package org.dudao.indicator;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.dudao.catalog.Expression;
import org.dudao.catalog.Feed;
import org.dudao.catalog.Field;
import org.jspecify.annotations.Nullable;

/** Which submission is in force for each part of one feed, place by place. */
final class Slots {

	private final Feed feed;

	private final Map<Place, Map<String, Long>> submissions = new HashMap<>();

	Slots(Feed feed) {
		this.feed = feed;
	}

	void put(Place place, String part, long submission) {
		this.submissions.computeIfAbsent(place, (key) -> new HashMap<>()).put(part, submission);
	}

	/** All submissions in force. */
	Set<Long> submissions() {
		Set<Long> all = new HashSet<>();
		this.submissions.values().forEach((parts) -> all.addAll(parts.values()));
		return all;
	}

	/**
	 * Where the facts for these fields are: empty when their part is not filled, or when
	 * they are of several parts and those are filled by different submissions.
	 */
	Optional<Long> of(Place place, Collection<String> fields) {
		Map<String, Long> parts = this.submissions.getOrDefault(place, Map.of());
		Set<Long> found = new HashSet<>();
		for (String name : fields) {
			Long submission = parts.get(this.feed.field(name).map(Slots::part).orElse(""));
			if (submission == null) {
				return Optional.empty();
			}
			found.add(submission);
		}
		return (found.size() == 1) ? Optional.of(found.iterator().next()) : Optional.empty();
	}

	Optional<Long> of(Place place, @Nullable Expression expression) {
		return (expression != null) ? of(place, expression.fields()) : Optional.empty();
	}

	private static String part(Field field) {
		String part = field.part();
		return (part != null) ? part : "";
	}

}
