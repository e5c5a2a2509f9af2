package org.dudao.indicator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * The value of an indicator. Figures have at most {@value #SCALE} decimals; a ratio is
 * exact only as numerator over denominator.
 *
 * @param id the number of its row, 0 while it has none
 * @param key what it is about
 * @param value the value in the indicator's unit, or null when there is none
 * @param numerator the sum above the line, null when it is not wholly known
 * @param denominator the sum below the line, null when it is not wholly known or the
 * indicator has none
 * @param prior the prior year's value as restated with this one, or null
 * @param growth the growth over the prior year as stated with this one, in percent, or
 * null
 * @param origin where it comes from
 * @param gap why there is no value or none that may be judged, or null
 * @param gapOf what the gap lies in: the indicator that a formula lacks, or the parameter
 * without a value; null where the gap says it all
 * @param stages the stages summed up, sorted, separated by commas; empty for a value by
 * stage
 * @param coverage the regions below that are in it
 * @param sources the submissions that the figures come from
 * @param precision how far the figures may be off by rounding
 * @param breaks why it may not be compared with other years
 */
public record Value(long id, ValueKey key, @Nullable BigDecimal value, @Nullable BigDecimal numerator,
		@Nullable BigDecimal denominator, @Nullable BigDecimal prior, @Nullable BigDecimal growth, Origin origin,
		@Nullable Gap gap, @Nullable String gapOf, String stages, Coverage coverage, Sources sources,
		Precision precision, Breaks breaks) {

	/** The decimals that are kept. */
	public static final int SCALE = 10;

	/** No figure that is kept reaches this; nothing that is counted or paid does. */
	public static final BigDecimal LIMIT = BigDecimal.TEN.pow(28);

	/** A value that was not rounded and can be compared. */
	public Value(long id, ValueKey key, @Nullable BigDecimal value, @Nullable BigDecimal numerator,
			@Nullable BigDecimal denominator, @Nullable BigDecimal prior, @Nullable BigDecimal growth, Origin origin,
			@Nullable Gap gap, @Nullable String gapOf, String stages, Coverage coverage, Sources sources) {
		this(id, key, value, numerator, denominator, prior, growth, origin, gap, gapOf, stages, coverage, sources,
				Precision.EXACT, Breaks.NONE);
	}

	/** Where a value comes from. */
	public enum Origin {

		/** From facts about the region itself. */
		REPORTED,

		/** From the values of the regions directly below. */
		AGGREGATED,

		/** By a formula, from the values of other indicators of the same region. */
		COMPUTED;

		/** The key of the words that say it. */
		public String message() {
			return "indicator.origin." + name().toLowerCase(Locale.ROOT);
		}

	}

	/**
	 * Which of the regions directly below are in a value.
	 *
	 * @param covered how many are in it whole
	 * @param expected how many there are in that year
	 * @param fingerprint tells one set of covered regions from another, empty for a
	 * reported value
	 */
	public record Coverage(int covered, int expected, String fingerprint) {

		/** A reported value rests on no other region. */
		public static final Coverage OWN = new Coverage(0, 0, "");

	}

	/**
	 * The submissions whose facts made a value, each null where none did.
	 *
	 * @param numerator of the numerator
	 * @param denominator of the denominator
	 * @param stated of the value, prior value and growth that the sender states
	 */
	public record Sources(@Nullable Long numerator, @Nullable Long denominator, @Nullable Long stated) {

		/** An aggregated value comes from values, not from facts. */
		public static final Sources NONE = new Sources(null, null, null);

	}

	public Value {
		value = rounded(value);
		numerator = rounded(numerator);
		denominator = rounded(denominator);
		prior = rounded(prior);
		growth = rounded(growth);
	}

	/** Whether rules may judge it: it is there, and the whole. */
	public boolean judgeable() {
		return this.value != null && this.gap == null;
	}

	/** Whether the other says the same from the same sources, whatever its number. */
	public boolean sameAs(Value other) {
		return equals(other.as(this.id, other.sources));
	}

	/** Whether the other says the same, whatever its number and its sources. */
	public boolean saysTheSame(Value other) {
		return equals(other.as(this.id, this.sources));
	}

	private Value as(long number, Sources from) {
		return new Value(number, this.key, this.value, this.numerator, this.denominator, this.prior, this.growth,
				this.origin, this.gap, this.gapOf, this.stages, this.coverage, from, this.precision, this.breaks);
	}

	private static @Nullable BigDecimal rounded(@Nullable BigDecimal figure) {
		return (figure != null) ? figure.setScale(SCALE, RoundingMode.HALF_EVEN) : null;
	}

}
