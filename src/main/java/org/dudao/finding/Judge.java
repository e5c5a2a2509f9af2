package org.dudao.finding;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.IntPredicate;

import org.dudao.catalog.Catalog;
import org.dudao.catalog.Check;
import org.dudao.catalog.FieldType;
import org.dudao.catalog.Indicator;
import org.dudao.catalog.Rule;
import org.dudao.catalog.Rule.Outcome;
import org.dudao.catalog.Threshold;
import org.dudao.finding.Verdict.Classification;
import org.dudao.indicator.Gap;
import org.dudao.indicator.Value;
import org.dudao.indicator.ValueKey;
import org.dudao.indicator.Values;
import org.dudao.region.Regions;
import org.jspecify.annotations.Nullable;

/**
 * Judges a value by a rule. Pure: everything it looks at is given, and the same again
 * gives the same verdict. Figures are compared exactly, without rounding and without
 * tolerance; equal is no increase and no decrease.
 */
public final class Judge {

	private final Catalog catalog;

	private final Territory territory;

	/** A judge by that catalogue, for those regions. */
	public Judge(Catalog catalog, Regions regions) {
		this(catalog, Territory.of(regions));
	}

	Judge(Catalog catalog, Territory territory) {
		this.catalog = catalog;
		this.territory = territory;
	}

	/**
	 * The verdict on one value, or empty when the rule is not for it: another indicator,
	 * stage, level of region or year.
	 * @param values this value, those it may be compared with, and the same of the year
	 * before
	 */
	public Optional<Verdict> judge(Rule rule, Value value, Values values) {
		return isFor(rule, value.key()) ? Optional.of(verdict(rule, value, values)) : Optional.empty();
	}

	/**
	 * The value beside its year before, as a rule would compare them.
	 * @param values those of the year before
	 */
	public Operand compared(Value value, Values values) {
		return compare(value.key(), values).operand();
	}

	private boolean isFor(Rule rule, ValueKey key) {
		return rule.check().indicator().equals(key.indicator()) && within(rule.from(), rule.until(), key.period())
				&& (rule.stages().isEmpty() || rule.stages().contains(key.stage()))
				&& this.territory.isOfLevel(key.region(), key.period(), rule.levels());
	}

	private Verdict verdict(Rule rule, Value value, Values values) {
		Check check = rule.check();
		if (check instanceof Check.NeverDecreases) {
			return yearOnYear(rule, value.key(), values, (change) -> change >= 0);
		}
		if (check instanceof Check.Increases) {
			return yearOnYear(rule, value.key(), values, (change) -> change > 0);
		}
		if (check instanceof Check.GrowsFasterThan growths) {
			return growsFaster(rule, value.key(), values, growths.than());
		}
		if (check instanceof Check.AtLeast least) {
			return limit(rule, value, least.thresholds(), (distance) -> distance >= 0);
		}
		Check.AtMost most = (Check.AtMost) check;
		return limit(rule, value, most.thresholds(), (distance) -> distance <= 0);
	}

	private Verdict limit(Rule rule, Value value, Iterable<Threshold> thresholds, IntPredicate holds) {
		ValueKey key = value.key();
		Operand left = new Operand(value.id(), value.value(), null, null, null, null, null);
		Gap gap = value.gap();
		if (!value.judgeable()) {
			return notEvaluable(rule, key, (gap != null) ? Cause.ofThisYear(gap) : Cause.MISSING, key.indicator(), left,
					Operand.NONE);
		}
		BigDecimal threshold = threshold(thresholds, key);
		if (threshold == null) {
			return notEvaluable(rule, key, Cause.THRESHOLD_MISSING, key.indicator(), left, Operand.NONE);
		}
		boolean held = holds.test(Exact.of(value, kind(key.indicator())).compareTo(Exact.of(threshold)));
		return new Verdict(rule.name(), key, outcome(held), null, null, null, left, Operand.NONE, threshold);
	}

	private Verdict yearOnYear(Rule rule, ValueKey key, Values values, IntPredicate holds) {
		YearOnYear years = compare(key, values);
		if (years.cause() != null) {
			return notEvaluable(rule, key, years.cause(), key.indicator(), years.operand(), Operand.NONE);
		}
		boolean held = holds.test(years.change());
		boolean heldAsPublished = years.hasBoth() ? holds.test(years.changeAgainstPublished()) : held;
		return new Verdict(rule.name(), key, outcome(held), null, null, classification(held, heldAsPublished),
				years.operand(), Operand.NONE, null);
	}

	private Verdict growsFaster(Rule rule, ValueKey key, Values values, String than) {
		ValueKey otherKey = comparedWith(key, than);
		YearOnYear ours = compare(key, values);
		YearOnYear theirs = compare(otherKey, values);
		for (YearOnYear years : new YearOnYear[] { ours, theirs }) {
			Cause cause = (years.cause() == null && years.growth() == null) ? Cause.PRIOR_NOT_POSITIVE : years.cause();
			if (cause != null) {
				return notEvaluable(rule, key, cause, (years == ours) ? key.indicator() : than, ours.operand(),
						theirs.operand());
			}
		}
		boolean held = isAbove(ours.growth(), theirs.growth(), false);
		boolean heldAsPublished = (ours.hasBoth() || theirs.hasBoth())
				? isAbove(ours.growthAgainstPublished(), theirs.growthAgainstPublished(), held) : held;
		return new Verdict(rule.name(), key, outcome(held), null, null, classification(held, heldAsPublished),
				ours.operand(), theirs.operand(), null);
	}

	private YearOnYear compare(ValueKey key, Values values) {
		return YearOnYear.of(key, values, this.territory, kind(key.indicator()));
	}

	/**
	 * What another indicator has for the same place: its stage and basis are the same
	 * where it is kept by them.
	 */
	ValueKey comparedWith(ValueKey key, String than) {
		Indicator other = indicator(than);
		boolean hasBasis = this.catalog.feed(other.feed())
			.filter((feed) -> feed.fields().stream().anyMatch((field) -> field.type() == FieldType.BASIS))
			.isPresent();
		return new ValueKey(than, key.region(), key.period(), other.byStage() ? key.stage() : "",
				hasBasis ? key.basis() : "");
	}

	private @Nullable BigDecimal threshold(Iterable<Threshold> thresholds, ValueKey key) {
		BigDecimal last = null;
		for (Threshold threshold : thresholds) {
			boolean here = threshold.regions().isEmpty() || threshold.regions()
				.stream()
				.anyMatch((area) -> this.territory.isWithin(key.region(), area, key.period()));
			boolean fits = (threshold.stages().isEmpty() || threshold.stages().contains(key.stage()))
					&& within(threshold.from(), threshold.until(), key.period());
			last = (here && fits) ? threshold.value() : last;
		}
		return last;
	}

	private Indicator.Kind kind(String indicator) {
		return indicator(indicator).kind();
	}

	private Indicator indicator(String name) {
		return this.catalog.indicator(name)
			.orElseThrow(() -> new IllegalArgumentException("the catalogue has no indicator " + name));
	}

	private static Verdict notEvaluable(Rule rule, ValueKey key, Cause cause, String causeIndicator, Operand left,
			Operand right) {
		return new Verdict(rule.name(), key, Outcome.NOT_EVALUABLE, cause, causeIndicator, null, left, right, null);
	}

	private static @Nullable Classification classification(boolean held, boolean heldAsPublished) {
		if (held == heldAsPublished) {
			return held ? null : Classification.REAL;
		}
		return held ? Classification.HIDDEN_BY_RESTATING : Classification.MADE_BY_RESTATING;
	}

	private static boolean isAbove(@Nullable Exact ours, @Nullable Exact theirs, boolean whenUnknown) {
		return (ours != null && theirs != null) ? ours.compareTo(theirs) > 0 : whenUnknown;
	}

	private static Outcome outcome(boolean held) {
		return held ? Outcome.HOLDS : Outcome.BREACH;
	}

	private static boolean within(@Nullable Integer from, @Nullable Integer until, int period) {
		return (from == null || from <= period) && (until == null || period <= until);
	}

}
