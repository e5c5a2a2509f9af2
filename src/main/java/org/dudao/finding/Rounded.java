package org.dudao.finding;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

import org.dudao.catalog.Indicator;
import org.dudao.indicator.Precision;
import org.dudao.indicator.Value;

/**
 * A figure as it is written, and the figures that may have been written so: rounding to
 * the last digit leaves half of it open on either side. Verdicts are by what is written;
 * the rest only tells whether more digits could have turned them.
 *
 * @param low the least that it may be
 * @param written what it is taken for
 * @param high the most that it may be
 */
record Rounded(Exact low, Exact written, Exact high) {

	static final Rounded ZERO = exactly(Exact.of(BigDecimal.ZERO));

	private static Rounded exactly(Exact figure) {
		return new Rounded(figure, figure, figure);
	}

	static Rounded of(BigDecimal figure, BigDecimal half) {
		return new Rounded(Exact.of(figure.subtract(half)), Exact.of(figure), Exact.of(figure.add(half)));
	}

	/** A value that is there; of a quotient, what is above and below is rounded. */
	static Rounded of(Value value, Indicator.Kind kind) {
		Exact written = Exact.of(value, kind);
		Precision precision = value.precision();
		if (precision.above().signum() == 0 && precision.below().signum() == 0) {
			return exactly(written);
		}
		BigDecimal denominator = value.denominator();
		boolean percent = kind == Indicator.Kind.SHARE && value.numerator() != null && denominator != null
				&& denominator.signum() > 0;
		BigDecimal above = percent ? precision.above().multiply(Exact.HUNDRED) : precision.above();
		BigDecimal below = precision.below();
		if (written.below().compareTo(below) <= 0) {
			return exactly(written);
		}
		List<Exact> corners = Stream.of(written.below().subtract(below), written.below().add(below))
			.flatMap((divisor) -> Stream.of(new Exact(written.above().subtract(above), divisor),
					new Exact(written.above().add(above), divisor)))
			.sorted()
			.toList();
		return new Rounded(corners.get(0), written, corners.get(corners.size() - 1));
	}

	/**
	 * The growth over the prior value, in percent.
	 * @param prior above zero as it is written
	 */
	Rounded growthOver(Rounded prior) {
		Exact growth = this.written.growthOver(prior.written);
		if (!prior.low.isPositive()) {
			return exactly(growth);
		}
		List<Exact> corners = Stream.of(prior.low, prior.high)
			.flatMap((before) -> Stream.of(this.low.growthOver(before), this.high.growthOver(before)))
			.sorted()
			.toList();
		return new Rounded(corners.get(0), growth, corners.get(corners.size() - 1));
	}

	/** How it stands to the other, both as they are written. */
	int compare(Rounded other) {
		return this.written.compareTo(other.written);
	}

	/** Whether it may be above the other for all that is known. */
	boolean mayExceed(Rounded other) {
		return this.high.compareTo(other.low) > 0;
	}

}
