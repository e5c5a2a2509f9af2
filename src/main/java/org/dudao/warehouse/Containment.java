package org.dudao.warehouse;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.dudao.catalog.Feed;
import org.dudao.catalog.Field;

/**
 * Whether every figure of one file also stands in another, at the same place but under
 * another measure: then one measure has been sent under two names.
 *
 * @param figures how many figures were compared
 * @param measures for each measure of the file the measures of the other that equal it
 */
record Containment(int figures, Map<String, Set<String>> measures) {

	/** Fewer figures than these may be equal by chance. */
	private static final int FEWEST_FIGURES = 3;

	/** Nothing was compared yet. */
	static final Containment NONE = new Containment(0, Map.of());

	/** Compares the figures of a file with those of another, by key and field. */
	static Containment of(Map<List<Object>, Map<String, BigDecimal>> file,
			Map<List<Object>, Map<String, BigDecimal>> other) {
		Map<String, Set<String>> equal = new HashMap<>();
		int figures = 0;
		for (Map.Entry<List<Object>, Map<String, BigDecimal>> fact : file.entrySet()) {
			Map<String, BigDecimal> there = other.getOrDefault(fact.getKey(), Map.of());
			for (Map.Entry<String, BigDecimal> figure : fact.getValue().entrySet()) {
				figures++;
				Set<String> same = there.entrySet()
					.stream()
					.filter((one) -> one.getValue().compareTo(figure.getValue()) == 0)
					.map(Map.Entry::getKey)
					.filter((measure) -> !measure.equals(figure.getKey()))
					.collect(Collectors.toCollection(HashSet::new));
				equal.merge(figure.getKey(), same, (before, now) -> {
					before.retainAll(now);
					return before;
				});
			}
		}
		return new Containment(figures, equal);
	}

	/** This and another part of the same two files together. */
	Containment and(Containment more) {
		Map<String, Set<String>> equal = new HashMap<>();
		this.measures.forEach((measure, same) -> equal.put(measure, new HashSet<>(same)));
		more.measures.forEach((measure, same) -> equal.merge(measure, same, (before, now) -> {
			before.retainAll(now);
			return before;
		}));
		return new Containment(this.figures + more.figures, equal);
	}

	/** Whether no measure is without its equal so far. */
	boolean mayBeWhole() {
		return this.measures.values().stream().noneMatch(Set::isEmpty);
	}

	/** Whether no measure of the file is without its equal in the other. */
	boolean isWhole() {
		return this.figures >= FEWEST_FIGURES && mayBeWhole();
	}

	/** The pairs of measures, as a person in that language calls them. */
	String pairs(Feed feed, java.util.function.Function<Field, String> title, String separator) {
		return feed.fields()
			.stream()
			.filter((field) -> this.measures.containsKey(field.name()))
			.map((field) -> title.apply(field) + " = "
					+ this.measures.get(field.name())
						.stream()
						.sorted()
						.map((other) -> title.apply(feed.field(other).orElseThrow()))
						.collect(Collectors.joining(" = ")))
			.collect(Collectors.joining(separator));
	}

}
