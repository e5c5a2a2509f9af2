package org.dudao.finding;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.dudao.catalog.Indicator;
import org.dudao.finding.Operand.Source;
import org.dudao.indicator.Gap;
import org.dudao.indicator.Value;
import org.dudao.indicator.ValueKey;
import org.dudao.indicator.Values;
import org.jspecify.annotations.Nullable;

/**
 * One indicator against its year before, on every basis there is. The prior year counts
 * first as the sender restates it, then as it is published with the same basis, and last
 * only as a stated growth. What is published now and what was published then are looked
 * at even when they do not decide.
 *
 * @param current this year's value, or null
 * @param now this year's value exactly, null when it may not be judged
 * @param restated the prior year as restated, or null
 * @param before the prior year's row in the warehouse, and whether it can be compared
 * with
 * @param published the prior year as published now, null when there is none to compare
 * with
 * @param thenValue the prior year as it was published when this year first was, null when
 * that is what is published now
 * @param then the same exactly
 * @param cause why nothing can be compared, null when something can
 */
record YearOnYear(@Nullable Value current, @Nullable Rounded now, @Nullable Rounded restated,
		@Nullable YearBefore before, @Nullable Rounded published, @Nullable Value thenValue, @Nullable Rounded then,
		@Nullable Cause cause) {

	private static final YearOnYear NOTHING = new YearOnYear(null, null, null, null, null, null, null, Cause.MISSING);

	static YearOnYear of(ValueKey key, Values values, Territory territory, Indicator.Kind kind) {
		return values.find(key).map((current) -> of(current, values, territory, kind)).orElse(NOTHING);
	}

	private static YearOnYear of(Value current, Values values, Territory territory, Indicator.Kind kind) {
		YearBefore before = YearBefore.of(current, values, territory, kind);
		Gap gap = current.gap();
		if (!current.judgeable()) {
			boolean stated = current.value() == null && current.growth() != null;
			Cause cause = (gap != null) ? Cause.ofThisYear(gap) : Cause.MISSING;
			return new YearOnYear(current, null, null, before, null, null, null, stated ? null : cause);
		}
		Rounded now = Rounded.of(current, kind);
		Rounded restated = (current.prior() != null) ? Rounded.of(current.prior(), current.precision().prior()) : null;
		Value publishedValue = before.value();
		Rounded published = (before.cause() == null && publishedValue != null) ? Rounded.of(publishedValue, kind)
				: null;
		Value thenValue = YearBefore.then(current, before, values).orElse(null);
		Rounded then = (thenValue != null) ? Rounded.of(thenValue, kind) : null;
		boolean comparable = restated != null || published != null || current.growth() != null;
		return new YearOnYear(current, now, restated, before, published, thenValue, then,
				comparable ? null : before.cause());
	}

	/**
	 * What the cause lies in.
	 * @param indicator the indicator that is compared, if nothing closer is known
	 */
	String causeOf(String indicator) {
		Value prior = (this.before != null) ? this.before.value() : null;
		Value lacking = (this.current != null && !this.current.judgeable()) ? this.current : prior;
		String of = (lacking != null && !lacking.judgeable()) ? lacking.gapOf() : null;
		return (of != null) ? of : indicator;
	}

	/** The note by which nothing can be compared, or null. */
	@Nullable Long seriesBreak() {
		return (this.cause == Cause.SERIES_BREAK && this.before != null) ? this.before.seriesBreak() : null;
	}

	/** The regions that are one now, where they are compared with or are the cause. */
	@Nullable String areas() {
		boolean said = this.cause != null || source() == Source.PREDECESSORS;
		return (said && this.before != null) ? this.before.areas() : null;
	}

	/** Where the year before is taken from, null when nothing can be compared. */
	@Nullable Source source() {
		if (this.cause != null) {
			return null;
		}
		if (this.restated != null) {
			return Source.RESTATED;
		}
		if (this.published == null) {
			return Source.STATED;
		}
		return (this.before != null && this.before.areas() != null) ? Source.PREDECESSORS : Source.PUBLISHED;
	}

	/** The prior year that decides, null when it is unknown. */
	@Nullable Rounded prior() {
		return (this.restated != null) ? this.restated : this.published;
	}

	/**
	 * The prior year on every other basis, to hold against the one that decides: as it is
	 * published now and as it was then.
	 */
	List<Rounded> others() {
		return (this.restated == null && this.published == null) ? List.of()
				: Stream.of((this.restated != null) ? this.published : null, this.then)
					.filter(Objects::nonNull)
					.toList();
	}

	/**
	 * This year's value and what it is compared with: the prior year's, or a growth and
	 * zero.
	 * @throws IllegalStateException when nothing can be compared
	 */
	Compared compared() {
		Rounded prior = prior();
		return (prior != null) ? against(prior) : new Compared(statedGrowth(), Rounded.ZERO);
	}

	/** The same against the prior year on another basis. */
	Compared against(Rounded prior) {
		if (this.now == null) {
			throw new IllegalStateException("no value to compare");
		}
		return new Compared(this.now, prior);
	}

	/** The growth in percent, null when the prior year is zero or below. */
	@Nullable Rounded growth() {
		Rounded prior = prior();
		return (prior != null) ? growthOver(prior) : statedGrowth();
	}

	/** The same over the prior year on another basis. */
	@Nullable Rounded growthOver(Rounded prior) {
		return (this.now != null && prior.written().isPositive()) ? this.now.growthOver(prior) : null;
	}

	/** All of it, to keep with the verdict. */
	Operand operand() {
		if (this.current == null) {
			return Operand.NONE;
		}
		Value publishedValue = (this.before != null) ? this.before.value() : null;
		Rounded prior = prior();
		Rounded growth = (this.cause == null) ? growth() : null;
		Operand.Then was = (this.thenValue != null) ? new Operand.Then(this.thenValue.value(), of(this.thenValue))
				: Operand.Then.SAME;
		return new Operand(this.current.id(), this.current.value(),
				(publishedValue != null && publishedValue.id() != 0) ? publishedValue.id() : null,
				(publishedValue != null) ? publishedValue.value() : null,
				(prior != null) ? prior.written().figure() : null, (growth != null) ? growth.written().figure() : null,
				source(), was);
	}

	/** The submission that a value comes from, as far as it is one. */
	private static @Nullable Long of(Value value) {
		return (value.sources().numerator() != null) ? value.sources().numerator() : value.sources().stated();
	}

	private Rounded statedGrowth() {
		BigDecimal growth = (this.current != null) ? this.current.growth() : null;
		if (growth == null) {
			throw new IllegalStateException("nothing to compare");
		}
		return Rounded.of(growth, this.current.precision().growth());
	}

	/** Two figures, of which the first is to be the greater. */
	record Compared(Rounded left, Rounded right) {

		/** Above zero when it is. */
		int change() {
			return this.left.compare(this.right);
		}

		/** Whether more digits could have shown that it is. */
		boolean open() {
			return this.left.mayExceed(this.right);
		}

	}

}
