package org.dudao.indicator;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.dudao.catalog.Indicator;
import org.dudao.catalog.Indicator.Kind;
import org.dudao.indicator.Value.Coverage;
import org.dudao.indicator.Value.Origin;
import org.dudao.indicator.Value.Sources;
import org.jspecify.annotations.Nullable;

/**
 * Adds up the values of the regions directly below to one: a ratio of sums, never a mean
 * of ratios. A region that gives no numerator and denominator cannot be added, and then
 * the sum is not the whole.
 */
final class RollUp {

	private final Indicator indicator;

	RollUp(Indicator indicator) {
		this.indicator = indicator;
	}

	/**
	 * The value for the key from those below.
	 * @param below what the regions below have for it, at least one
	 * @param expected how many regions there are below
	 */
	Value value(ValueKey key, Collection<Value> below, int expected) {
		List<Value> parts = below.stream()
			.filter(this::isAdditive)
			.sorted(Comparator.comparing((value) -> value.key().region()))
			.toList();
		int whole = (int) parts.stream().filter((value) -> value.gap() != Gap.INCOMPLETE).count();
		Coverage coverage = new Coverage(whole, expected, parts.isEmpty() ? ""
				: Fingerprint.of(parts.stream().map((value) -> value.key().region()).collect(Collectors.joining(","))));
		if (parts.isEmpty()) {
			boolean ratiosOnly = below.stream().anyMatch((value) -> value.value() != null);
			return new Value(0, key, null, null, null, null, null, Origin.AGGREGATED,
					ratiosOnly ? Gap.NOT_ADDITIVE : Gap.INCOMPLETE, null, "", coverage, Sources.NONE, Precision.EXACT,
					Breaks.of(below));
		}
		BigDecimal numerator = sum(parts, Value::numerator);
		BigDecimal denominator = (this.indicator.kind() != Kind.TOTAL) ? sum(parts, Value::denominator) : null;
		BigDecimal prior = (this.indicator.kind() == Kind.TOTAL) ? sum(parts, Value::prior) : null;
		Ratio ratio = Ratio.of(this.indicator.kind(), (numerator != null) ? numerator : BigDecimal.ZERO, denominator);
		Gap gap = (whole < expected && ratio.value() != null) ? Gap.INCOMPLETE : ratio.gap();
		return new Value(0, key, ratio.value(), numerator, denominator, prior, null, Origin.AGGREGATED, gap, null,
				stages(parts), coverage, Sources.NONE, precision(parts), Breaks.of(parts));
	}

	/** A region's own last digit counts for as much as every other's. */
	private static Precision precision(List<Value> parts) {
		return parts.stream().map(Value::precision).reduce(Precision.EXACT, Precision::plus);
	}

	/**
	 * Whether it can be added up: a region without a single student has no ratio, but it
	 * has a numerator and a denominator.
	 */
	private boolean isAdditive(Value value) {
		Gap gap = value.gap();
		boolean known = value.numerator() != null
				&& (this.indicator.kind() == Kind.TOTAL || value.denominator() != null);
		return known && (gap == null || gap == Gap.INCOMPLETE || gap == Gap.DENOMINATOR_ZERO);
	}

	/** The sum, or null when it is not known of every one. */
	private static @Nullable BigDecimal sum(List<Value> parts, Function<Value, @Nullable BigDecimal> figure) {
		BigDecimal sum = BigDecimal.ZERO;
		for (Value part : parts) {
			BigDecimal one = figure.apply(part);
			if (one == null) {
				return null;
			}
			sum = sum.add(one);
		}
		return sum;
	}

	/**
	 * The stages that all have in common; where regions differ, all stages with a mark of
	 * who has which, so that two years are alike only when that is the same.
	 */
	private static String stages(List<Value> parts) {
		Set<String> sets = parts.stream().map(Value::stages).collect(Collectors.toCollection(TreeSet::new));
		if (sets.size() == 1) {
			return sets.iterator().next();
		}
		Set<String> all = new TreeSet<>();
		sets.forEach((set) -> all.addAll(List.of(set.replaceFirst("~.*", "").split(","))));
		return String.join(",", all) + "~"
				+ Fingerprint.of(parts.stream()
					.map((value) -> value.key().region() + "=" + value.stages())
					.collect(Collectors.joining(";")));
	}

}
