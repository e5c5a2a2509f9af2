package org.dudao.indicator;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.dudao.catalog.Feed;
import org.dudao.catalog.Field;

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
	 * they are of several parts and those are filled by different submissions. What is no
	 * figure, such as the kind of a school, is in every part.
	 */
	Optional<Long> of(Place place, Collection<String> names) {
		Map<String, Long> parts = this.submissions.getOrDefault(place, Map.of());
		List<Field> measures = names.stream()
			.flatMap((name) -> this.feed.field(name).stream())
			.filter((field) -> field.type().isMeasure())
			.toList();
		Set<Long> found = new HashSet<>(measures.isEmpty() ? parts.values() : Set.of());
		for (Field field : measures) {
			Long submission = parts.get(part(field));
			if (submission == null) {
				return Optional.empty();
			}
			found.add(submission);
		}
		return (found.size() == 1) ? Optional.of(found.iterator().next()) : Optional.empty();
	}

	private static String part(Field field) {
		String part = field.part();
		return (part != null) ? part : "";
	}

}
