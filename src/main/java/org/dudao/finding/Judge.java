package org.dudao.finding;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;

import org.dudao.catalog.Catalog;
import org.dudao.catalog.Check;
import org.dudao.catalog.FieldType;
import org.dudao.catalog.Indicator;
import org.dudao.catalog.Rule;
import org.dudao.catalog.Rule.Outcome;
import org.dudao.finding.Verdict.Grounds;
import org.dudao.indicator.Gap;
import org.dudao.indicator.Parameters;
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
	 * stage, level of region or year, or one for which the law names no figure.
	 * @param values this value, those it may be compared with, and the same of the year
	 * before
	 */
	public Optional<Verdict> judge(Rule rule, Value value, Values values) {
		return (isFor(rule, value.key()) && !sleeps(rule.check(), value, values))
				? Optional.of(verdict(rule, value, values)) : Optional.empty();
	}

	/**
	 * Whether the figure that the rule or the value needs of a parameter is nowhere laid
	 * down for this stage, place and year.
	 */
	private boolean sleeps(Check check, Value value, Values values) {
		if (check instanceof Check.Limit limit && limit.parameter() != null && threshold(limit, value.key()) == null) {
			return true;
		}
		String than = check.than();
		return value.gap() == Gap.PARAMETER_MISSING || (than != null && values.find(comparedWith(value.key(), than))
			.filter((other) -> other.gap() == Gap.PARAMETER_MISSING)
			.isPresent());
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
		if (check instanceof Check.NotBelow other) {
			return notBelow(rule, value, values, other.than());
		}
		return limit(rule, value, (Check.Limit) check);
	}

	private Verdict limit(Rule rule, Value value, Check.Limit limit) {
		ValueKey key = value.key();
		Operand left = Operand.of(value);
		if (!value.judgeable()) {
			return notEvaluable(rule, value, left, Operand.NONE);
		}
		BigDecimal threshold = threshold(limit, key);
		if (threshold == null) {
			return notEvaluable(rule, key, Cause.THRESHOLD_MISSING, key.indicator(), left, Operand.NONE);
		}
		boolean held = holds(limit, Exact.of(value, kind(key.indicator())).compareTo(Exact.of(threshold)));
		return new Verdict(rule.name(), key, outcome(held), null, null, null, left, Operand.NONE, threshold);
	}

	/**
	 * @param distance above zero where the value is above the threshold
	 */
	private static boolean holds(Check.Limit limit, int distance) {
		if (limit instanceof Check.AtLeast) {
			return distance >= 0;
		}
		if (limit instanceof Check.AtMost) {
			return distance <= 0;
		}
		if (limit instanceof Check.Above) {
			return distance > 0;
		}
		return (limit instanceof Check.Below) ? distance < 0 : distance == 0;
	}

	private Verdict notBelow(Rule rule, Value value, Values values, String than) {
		ValueKey key = value.key();
		Optional<Value> found = values.find(comparedWith(key, than));
		Operand left = Operand.of(value);
		Operand right = found.map(Operand::of).orElse(Operand.NONE);
		if (!value.judgeable()) {
			return notEvaluable(rule, value, left, right);
		}
		if (found.isEmpty()) {
			return notEvaluable(rule, key, Cause.MISSING, than, left, right);
		}
		Value other = found.get();
		if (!other.judgeable()) {
			return notEvaluable(rule, value, other, left, right);
		}
		boolean held = Exact.of(value, kind(key.indicator())).compareTo(Exact.of(other, kind(than))) >= 0;
		return new Verdict(rule.name(), key, outcome(held), null, null, null, left, right, null);
	}

	private Verdict yearOnYear(Rule rule, ValueKey key, Values values, IntPredicate holds) {
		YearOnYear years = compare(key, values);
		if (years.cause() != null) {
			return notEvaluable(rule, key, years.cause(), years.causeOf(key.indicator()), years.operand(), Operand.NONE)
				.on(grounds(years));
		}
		Reading decided = Reading.of(years.compared(), holds);
		Set<Reading> others = EnumSet.noneOf(Reading.class);
		years.others().forEach((prior) -> others.add(Reading.of(years.against(prior), holds)));
		return decided.verdict(rule, key, others, years.operand(), Operand.NONE).on(grounds(years));
	}

	private static Grounds grounds(YearOnYear years) {
		Long seriesBreak = years.seriesBreak();
		String areas = years.areas();
		return (seriesBreak != null || areas != null) ? new Grounds(seriesBreak, areas) : Grounds.NONE;
	}

	private Verdict growsFaster(Rule rule, ValueKey key, Values values, String than) {
		ValueKey otherKey = comparedWith(key, than);
		YearOnYear ours = compare(key, values);
		YearOnYear theirs = compare(otherKey, values);
		for (YearOnYear years : new YearOnYear[] { ours, theirs }) {
			Cause cause = (years.cause() == null && years.growth() == null) ? Cause.PRIOR_NOT_POSITIVE : years.cause();
			if (cause != null) {
				return notEvaluable(rule, key, cause, years.causeOf((years == ours) ? key.indicator() : than),
						ours.operand(), theirs.operand())
					.on(grounds(years));
			}
		}
		Rounded growth = Objects.requireNonNull(ours.growth());
		Rounded other = Objects.requireNonNull(theirs.growth());
		Set<Reading> others = EnumSet.noneOf(Reading.class);
		for (Rounded left : growths(ours)) {
			for (Rounded right : growths(theirs)) {
				others.add(Reading.of(new YearOnYear.Compared(left, right), (change) -> change > 0));
			}
		}
		return Reading.of(new YearOnYear.Compared(growth, other), (change) -> change > 0)
			.verdict(rule, key, others, ours.operand(), theirs.operand())
			.on(grounds((ours.areas() != null) ? ours : theirs));
	}

	/**
	 * The growth over the prior year on every basis but the one that decides, or that
	 * where there is no other.
	 */
	private static List<Rounded> growths(YearOnYear years) {
		List<Rounded> others = years.others().stream().map(years::growthOver).filter(Objects::nonNull).toList();
		return others.isEmpty() ? List.of(Objects.requireNonNull(years.growth())) : others;
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
		return new ValueKey(than, key.region(), key.period(), other.byStage() ? key.stage() : "",
				hasBasis(other) ? key.basis() : "");
	}

	private boolean hasBasis(Indicator indicator) {
		return indicator.where().values().stream().anyMatch((operand) -> hasBasis(indicator(operand)))
				|| Optional.ofNullable(indicator.feed())
					.flatMap(this.catalog::feed)
					.filter((feed) -> feed.fields().stream().anyMatch((field) -> field.type() == FieldType.BASIS))
					.isPresent();
	}

	private @Nullable BigDecimal threshold(Check.Limit limit, ValueKey key) {
		return Parameters.last(limit.thresholds(), key.stage(), key.period(),
				(area) -> this.territory.isWithin(key.region(), area, key.period()));
	}

	private Indicator.Kind kind(String indicator) {
		return indicator(indicator).kind();
	}

	private Indicator indicator(String name) {
		return this.catalog.indicator(name)
			.orElseThrow(() -> new IllegalArgumentException("the catalogue has no indicator " + name));
	}

	/** For what the value itself lacks. */
	private static Verdict notEvaluable(Rule rule, Value value, Operand left, Operand right) {
		return notEvaluable(rule, value, value, left, right);
	}

	private static Verdict notEvaluable(Rule rule, Value value, Value lacking, Operand left, Operand right) {
		Gap gap = lacking.gap();
		String of = lacking.gapOf();
		return notEvaluable(rule, value.key(), (gap != null) ? Cause.ofThisYear(gap) : Cause.MISSING,
				(of != null) ? of : lacking.key().indicator(), left, right);
	}

	private static Verdict notEvaluable(Rule rule, ValueKey key, Cause cause, String causeIndicator, Operand left,
			Operand right) {
		return new Verdict(rule.name(), key, Outcome.NOT_EVALUABLE, cause, causeIndicator, null, left, right, null);
	}

	private static Outcome outcome(boolean held) {
		return held ? Outcome.HOLDS : Outcome.BREACH;
	}

	private static boolean within(@Nullable Integer from, @Nullable Integer until, int period) {
		return (from == null || from <= period) && (until == null || period <= until);
	}

}
