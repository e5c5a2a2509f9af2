package org.dudao.indicator;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * How far apart schools are, weighted by their students: the mean is all resources over
 * all students, the deviation is the root of the mean of the squared distances from it,
 * and the coefficient of variation is the deviation over the mean.
 * <p>
 * It follows from three sums: with <i>x</i> of each school and <i>w</i> its students, the
 * variance is {@code Σ(x²/w) / Σw - (Σx / Σw)²}. So facts are added up where they are,
 * and only the last steps round, to 50 digits.
 *
 * @param mean null when it cannot be said
 * @param deviation null when it cannot be said
 * @param variation null when it cannot be said
 * @param gap why, or null
 */
record Spread(@Nullable BigDecimal mean, @Nullable BigDecimal deviation, @Nullable BigDecimal variation,
		@Nullable Gap gap) {

	private static final MathContext DIGITS = new MathContext(50, RoundingMode.HALF_EVEN);

	/**
	 * The spread from its sums.
	 * @param squares in units of 10<sup>-18</sup>; not there when some school has
	 * resources and no students
	 */
	static Spread of(Component resources, Component students, Component squares) {
		BigDecimal x = resources.sum();
		BigDecimal w = students.sum();
		if (x == null || w == null) {
			return none(Component
				.gravest(Stream.of(resources, students).map(Component::gap).filter(Objects::nonNull).toList()));
		}
		BigDecimal shifted = squares.sum();
		if (shifted == null) {
			return none((squares == Component.ABSENT) ? Gap.CONFLICT : Gap.DENOMINATOR_ZERO);
		}
		if (w.signum() <= 0 || x.signum() <= 0) {
			return none(Gap.DENOMINATOR_ZERO);
		}
		BigDecimal mean = x.divide(w, DIGITS);
		BigDecimal square = shifted.movePointLeft(Figure.DIGITS).divide(w, DIGITS);
		// Squares are cut off, so where all schools are alike they may come out too
		// small.
		BigDecimal deviation = square.subtract(mean.multiply(mean)).max(BigDecimal.ZERO).sqrt(DIGITS);
		return new Spread(mean, deviation, deviation.divide(mean, DIGITS), null);
	}

	private static Spread none(Gap gap) {
		return new Spread(null, null, null, gap);
	}

}
