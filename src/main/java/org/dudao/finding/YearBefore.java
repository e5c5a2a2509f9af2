package org.dudao.finding;

import java.util.List;
import java.util.Optional;

import org.dudao.catalog.Indicator;
import org.dudao.indicator.Gap;
import org.dudao.indicator.Value;
import org.dudao.indicator.ValueKey;
import org.dudao.indicator.Values;
import org.jspecify.annotations.Nullable;

/**
 * The prior year as it is published, where it can be compared with this one: the same
 * basis, the same stages, the same kind of origin, no break in the series, and the same
 * area, or else all areas that passed into it as a whole.
 *
 * @param value the prior year's value, or null; it is there even where it cannot be
 * compared with
 * @param cause why it cannot be compared with, null when it can
 * @param seriesBreak the number of the note that says so, where that is the cause
 * @param areas the codes of the regions that passed into this one, where some did
 */
record YearBefore(@Nullable Value value, @Nullable Cause cause, @Nullable Long seriesBreak, @Nullable String areas) {

	static YearBefore of(Value current, Values values, Territory territory, Indicator.Kind kind) {
		ValueKey key = current.key();
		Value before = values.find(key.yearBefore()).orElse(null);
		Territory.Change change = territory.change(key.region(), key.period());
		if (change != null) {
			Optional<Value> together = change.whole() ? together(current, change, values, kind) : Optional.empty();
			return together.map((value) -> compared(current, value, change.areas()))
				.orElseGet(() -> new YearBefore(before, Cause.BOUNDARY_CHANGE, null, change.areas()));
		}
		if (before == null && current.breaks().before() == null) {
			boolean other = values.hasOtherBasis(key.yearBefore());
			return new YearBefore(null, other ? Cause.DIFFERENT_BASIS : Cause.PRIOR_MISSING, null, null);
		}
		return compared(current, before, null);
	}

	/**
	 * The prior year as it was published then, empty when it cannot be compared with or
	 * is what is published now.
	 */
	static Optional<Value> then(Value current, YearBefore now, Values values) {
		return (now.cause != null || now.areas != null) ? Optional.empty() : values.then(current.key().yearBefore())
			.filter((value) -> compared(current, value, null).cause == null);
	}

	private static YearBefore compared(Value current, @Nullable Value before, @Nullable String areas) {
		Long seriesBreak = (current.breaks().before() != null || before == null) ? current.breaks().before()
				: before.breaks().after();
		if (seriesBreak != null || before == null) {
			return new YearBefore(before, Cause.SERIES_BREAK, seriesBreak, areas);
		}
		if (!before.judgeable()) {
			Gap gap = before.gap();
			return new YearBefore(before, (gap != null) ? Cause.ofPriorYear(gap) : Cause.PRIOR_MISSING, null, areas);
		}
		boolean alike = before.stages().equals(current.stages()) && before.origin() == current.origin();
		return new YearBefore(before, alike ? null : Cause.COVERAGE_DIFFERS, null, areas);
	}

	/** The areas that are one now, added up; empty when that cannot be done. */
	private static Optional<Value> together(Value current, Territory.Change change, Values values,
			Indicator.Kind kind) {
		List<ValueKey> keys = change.codes().stream().map((code) -> current.key().of(code).yearBefore()).toList();
		return values.together(current.key().yearBefore(), keys, kind);
	}

}
