package org.dudao.finding;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

import org.dudao.catalog.Indicator;
import org.dudao.indicator.Value;
import org.jspecify.annotations.Nullable;

/**
 * A quotient that is compared without being rounded: {@code a/b} against {@code c/d} is
 * {@code a*d} against {@code c*b}. A law that says "not below" knows no tolerance, so a
 * verdict must not hang on the tenth decimal of a division.
 *
 * @param above the dividend
 * @param below the divisor, above zero
 */
record Exact(BigDecimal above, BigDecimal below) implements Comparable<Exact> {

	static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

	static Exact of(BigDecimal figure) {
		return new Exact(figure, BigDecimal.ONE);
	}

	/**
	 * A value that is there, from its numerator and denominator where both are known. A
	 * root or a formula is what it is with all its decimals.
	 */
	static Exact of(Value value, Indicator.Kind kind) {
		BigDecimal above = value.numerator();
		BigDecimal below = value.denominator();
		boolean quotient = kind == Indicator.Kind.RATIO || kind == Indicator.Kind.SHARE;
		if (quotient && above != null && below != null && below.signum() > 0) {
			return new Exact((kind == Indicator.Kind.SHARE) ? above.multiply(HUNDRED) : above, below);
		}
		BigDecimal plain = value.value();
		if (plain == null) {
			throw new IllegalArgumentException("no value for " + value.key());
		}
		return of(plain);
	}

	/**
	 * The growth from the prior value to this one, in percent.
	 * @param prior above zero
	 */
	Exact growthOver(Exact prior) {
		BigDecimal now = this.above.multiply(prior.below);
		BigDecimal then = prior.above.multiply(this.below);
		return new Exact(now.subtract(then).multiply(HUNDRED), then);
	}

	boolean isPositive() {
		return this.above.signum() > 0;
	}

	/**
	 * The figure to show and to keep, with the decimals of a value; null when it is
	 * beyond all that can be kept, as is the growth over next to nothing.
	 */
	@Nullable BigDecimal figure() {
		BigDecimal quotient = this.above.divide(this.below, MathContext.DECIMAL128);
		return (quotient.abs().compareTo(Value.LIMIT) < 0) ? quotient.setScale(Value.SCALE, RoundingMode.HALF_EVEN)
				: null;
	}

	@Override
	public int compareTo(Exact other) {
		return this.above.multiply(other.below).compareTo(other.above.multiply(this.below));
	}

}
