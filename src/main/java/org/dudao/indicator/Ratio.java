package org.dudao.indicator;

import java.math.BigDecimal;
import java.math.RoundingMode;

import org.dudao.catalog.Indicator;
import org.jspecify.annotations.Nullable;

/**
 * Numerator and denominator, and what they make: the one place where an indicator's value
 * is worked out, for a county as for the sum of many.
 *
 * @param value in the indicator's unit, null when it cannot be said
 * @param gap why it cannot be said, or null
 */
record Ratio(@Nullable BigDecimal value, @Nullable Gap gap) {

	private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

	static Ratio of(Indicator.Kind kind, BigDecimal numerator, @Nullable BigDecimal denominator) {
		if (kind == Indicator.Kind.TOTAL) {
			return new Ratio(numerator, null);
		}
		if (denominator == null) {
			return new Ratio(null, Gap.MISSING);
		}
		if (denominator.signum() == 0) {
			return new Ratio(null, Gap.DENOMINATOR_ZERO);
		}
		BigDecimal above = (kind == Indicator.Kind.SHARE) ? numerator.multiply(HUNDRED) : numerator;
		BigDecimal value = above.divide(denominator, Value.SCALE, RoundingMode.HALF_EVEN);
		return (value.abs().compareTo(Value.LIMIT) < 0) ? new Ratio(value, null) : new Ratio(null, Gap.CONFLICT);
	}

}
