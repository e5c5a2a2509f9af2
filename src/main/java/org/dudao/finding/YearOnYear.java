package org.dudao.finding;

import java.math.BigDecimal;
import java.util.Optional;

import org.dudao.catalog.Indicator;
import org.dudao.finding.Operand.Source;
import org.dudao.indicator.Gap;
import org.dudao.indicator.Value;
import org.dudao.indicator.ValueKey;
import org.dudao.indicator.Values;
import org.jspecify.annotations.Nullable;

/**
 * One indicator against its year before, on every basis there is. The prior year counts
 * first as the sender restates it, then as it was published with the same basis, and last
 * only as a stated growth. What was published is looked at even when it does not decide.
 *
 * @param current this year's value, or null
 * @param now this year's value exactly, null when it may not be judged
 * @param restated the prior year as restated, or null
 * @param publishedValue the prior year's row in the warehouse, or null
 * @param published the prior year as published, null when there is none to compare with
 * @param cause why nothing can be compared, null when something can
 */
record YearOnYear(@Nullable Value current, @Nullable Exact now, @Nullable Exact restated,
		@Nullable Value publishedValue, @Nullable Exact published, @Nullable Cause cause) {

	private static final YearOnYear NOTHING = new YearOnYear(null, null, null, null, null, Cause.MISSING);

	static YearOnYear of(ValueKey key, Values values, Territory territory, Indicator.Kind kind) {
		return values.find(key).map((current) -> of(current, values, territory, kind)).orElse(NOTHING);
	}

	private static YearOnYear of(Value current, Values values, Territory territory, Indicator.Kind kind) {
		Optional<Value> before = values.find(current.key().yearBefore());
		Value publishedValue = before.orElse(null);
		Gap gap = current.gap();
		if (!current.judgeable()) {
			boolean stated = current.value() == null && current.growth() != null;
			Cause cause = (gap != null) ? Cause.ofThisYear(gap) : Cause.MISSING;
			return new YearOnYear(current, null, null, publishedValue, null, stated ? null : cause);
		}
		Exact now = Exact.of(current, kind);
		Exact restated = (current.prior() != null) ? Exact.of(current.prior()) : null;
		Cause unpublished = unpublished(current, publishedValue, values, territory);
		Exact published = (unpublished == null && publishedValue != null) ? Exact.of(publishedValue, kind) : null;
		boolean comparable = restated != null || published != null || current.growth() != null;
		return new YearOnYear(current, now, restated, publishedValue, published, comparable ? null : unpublished);
	}

	/** Why the prior year as published cannot be compared with, or null. */
	private static @Nullable Cause unpublished(Value current, @Nullable Value before, Values values,
			Territory territory) {
		ValueKey key = current.key();
		if (territory.changed(key.region(), key.period())) {
			return Cause.BOUNDARY_CHANGE;
		}
		if (before == null) {
			return values.hasOtherBasis(key.yearBefore()) ? Cause.DIFFERENT_BASIS : Cause.PRIOR_MISSING;
		}
		if (!before.judgeable()) {
			Gap gap = before.gap();
			return (gap != null) ? Cause.ofPriorYear(gap) : Cause.PRIOR_MISSING;
		}
		boolean alike = before.stages().equals(current.stages()) && before.origin() == current.origin();
		return alike ? null : Cause.COVERAGE_DIFFERS;
	}

	/**
	 * What the cause lies in.
	 * @param indicator the indicator that is compared, if nothing closer is known
	 */
	String causeOf(String indicator) {
		Value lacking = (this.current != null && !this.current.judgeable()) ? this.current : this.publishedValue;
		String of = (lacking != null && !lacking.judgeable()) ? lacking.gapOf() : null;
		return (of != null) ? of : indicator;
	}

	/** Where the year before is taken from, null when nothing can be compared. */
	@Nullable Source source() {
		if (this.cause != null) {
			return null;
		}
		if (this.restated != null) {
			return Source.RESTATED;
		}
		return (this.published != null) ? Source.PUBLISHED : Source.STATED;
	}

	/** The prior year that decides, null when it is unknown. */
	@Nullable Exact prior() {
		return (this.restated != null) ? this.restated : this.published;
	}

	/** Whether what is restated can be held against what was published. */
	boolean hasBoth() {
		return this.restated != null && this.published != null;
	}

	/**
	 * How this year stands to the one before: above zero when it rose.
	 * @throws IllegalStateException when nothing can be compared
	 */
	int change() {
		Exact prior = prior();
		return (prior != null) ? against(prior) : statedGrowth().signum();
	}

	/** The same against the prior year as published. */
	int changeAgainstPublished() {
		Exact prior = this.published;
		return (prior != null) ? against(prior) : change();
	}

	/** The growth in percent, null when the prior year is zero or below. */
	@Nullable Exact growth() {
		Exact prior = prior();
		return (prior != null) ? growthOver(prior) : Exact.of(statedGrowth());
	}

	/** The same against the prior year as published, where there is one. */
	@Nullable Exact growthAgainstPublished() {
		Exact prior = this.published;
		return (prior != null) ? growthOver(prior) : growth();
	}

	/** All of it, to keep with the verdict. */
	Operand operand() {
		if (this.current == null) {
			return Operand.NONE;
		}
		Exact prior = prior();
		Exact growth = (this.cause == null) ? growth() : null;
		return new Operand(this.current.id(), this.current.value(),
				(this.publishedValue != null) ? this.publishedValue.id() : null,
				(this.publishedValue != null) ? this.publishedValue.value() : null,
				(prior != null) ? prior.figure() : null, (growth != null) ? growth.figure() : null, source());
	}

	private int against(Exact prior) {
		if (this.now == null) {
			throw new IllegalStateException("no value to compare");
		}
		return this.now.compareTo(prior);
	}

	private @Nullable Exact growthOver(Exact prior) {
		return (this.now != null && prior.isPositive()) ? this.now.growthOver(prior) : null;
	}

	private BigDecimal statedGrowth() {
		BigDecimal growth = (this.current != null) ? this.current.growth() : null;
		if (growth == null) {
			throw new IllegalStateException("nothing to compare");
		}
		return growth;
	}

}
