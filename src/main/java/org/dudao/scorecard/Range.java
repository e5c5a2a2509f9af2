package org.dudao.scorecard;

import java.math.BigDecimal;

/**
 * Points between what is certain and what is possible.
 *
 * @param least the points that are certain, not below zero
 * @param most the points that are possible, not below the least
 */
public record Range(BigDecimal least, BigDecimal most) {

	/** No points. */
	public static final Range NOTHING = new Range(BigDecimal.ZERO, BigDecimal.ZERO);

	public Range {
		least = plain(least);
		most = plain(most);
	}

	/** Whether both ends are the same. */
	public boolean isCertain() {
		return this.least.compareTo(this.most) == 0;
	}

	/** What lies between the ends. */
	public BigDecimal undetermined() {
		return plain(this.most.subtract(this.least));
	}

	Range plus(Range other) {
		return new Range(this.least.add(other.least), this.most.add(other.most));
	}

	/** Points are written without zeros behind them, and two ranges alike are equal. */
	static BigDecimal plain(BigDecimal points) {
		BigDecimal stripped = points.stripTrailingZeros();
		return (stripped.scale() < 0) ? stripped.setScale(0) : stripped;
	}

}
