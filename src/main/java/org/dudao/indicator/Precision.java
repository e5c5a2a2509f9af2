package org.dudao.indicator;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How far figures may be off, because they are written with so many digits and no more:
 * half of the last one. Zero is exact, as a count of heads is.
 *
 * @param above of the numerator, or of the value where there is none
 * @param below of the denominator
 * @param prior of the prior value as restated
 * @param growth of the growth as stated, in points of percent
 */
public record Precision(BigDecimal above, BigDecimal below, BigDecimal prior, BigDecimal growth) {

	/** Nothing was rounded. */
	public static final Precision EXACT = new Precision(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO,
			BigDecimal.ZERO);

	public Precision {
		above = scaled(above);
		below = scaled(below);
		prior = scaled(prior);
		growth = scaled(growth);
	}

	/** Of two sums added up. */
	Precision plus(Precision other) {
		return new Precision(this.above.add(other.above), this.below.add(other.below), this.prior.add(other.prior),
				this.growth.add(other.growth));
	}

	private static BigDecimal scaled(BigDecimal half) {
		return half.setScale(Value.SCALE, RoundingMode.HALF_EVEN);
	}

}
