package org.dudao.indicator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import org.dudao.catalog.Expression;
import org.dudao.catalog.Feed;
import org.dudao.catalog.Indicator;
import org.jspecify.annotations.Nullable;

/**
 * What is summed over facts, and over which of them.
 *
 * @param of what each fact gives
 * @param weight null for the plain sum; else the sum is of {@code of² / weight}, from
 * which the spread of {@code of / weight} follows
 * @param rows the condition that a fact must meet to count, or null when all count
 */
record Figure(Expression of, @Nullable Expression weight, @Nullable Expression rows) {

	/** The digits that a square over its weight is kept with, after the point. */
	static final int DIGITS = 18;

	/** A decimal, so that the square of a whole number does not run over. */
	private static final String SHIFT = "1" + "0".repeat(DIGITS) + ".0";

	/** A sum over those facts that count for the indicator. */
	static Figure of(Indicator indicator, Expression of) {
		return new Figure(of, null, indicator.rows());
	}

	/** What the spread of an indicator's rows follows from. */
	static Figure spread(Indicator indicator) {
		return new Figure(Objects.requireNonNull(indicator.of()), indicator.in(), indicator.rows());
	}

	/** A field in which the sender states a figure; every fact counts. */
	static Figure field(String field) {
		return new Figure(Expression.parse(field), null, null);
	}

	/** All that it names, the fields of the condition too. */
	Set<String> names() {
		Set<String> names = new LinkedHashSet<>(this.of.fields());
		for (Expression other : new @Nullable Expression[] { this.weight, this.rows }) {
			if (other != null) {
				names.addAll(other.fields());
			}
		}
		return names;
	}

	/** What a fact gives, NULL when it gives nothing or does not count. */
	String sql(UnaryOperator<String> column) {
		String plain = (this.weight != null) ? square(this.of.sql(column), this.weight.sql(column))
				: this.of.sql(column);
		return (this.rows != null) ? "case when " + this.rows.sql(column) + " = 1 then " + plain + " end" : plain;
	}

	/** Zero for a fact that does not count; when it cannot be told, it does. */
	static String counts(Expression rows, UnaryOperator<String> column) {
		return "case when " + rows.sql(column) + " <> 1 then 0 else 1 end";
	}

	/**
	 * One for a fact that counts and withholds a figure. The list of withheld fields is
	 * looked at as a whole, each name between commas.
	 */
	String withheld(Feed feed, UnaryOperator<String> column) {
		String any = names().stream()
			.filter((name) -> feed.field(name).filter((field) -> field.type().isMeasure()).isPresent())
			.sorted()
			.map((field) -> "locate('," + field + ",', concat(',', f.suppressed, ',')) > 0")
			.collect(Collectors.joining(" or "));
		if (any.isEmpty()) {
			return "0";
		}
		// Few facts withhold anything, so for most the condition need not be looked at.
		String excluded = (this.rows != null) ? " when " + this.rows.sql(column) + " <> 1 then 0" : "";
		return "case when f.suppressed is null then 0" + excluded + " when " + any + " then 1 else 0 end";
	}

	/**
	 * {@code of² / weight} as a whole number of units of 10<sup>-18</sup>, cut off: what
	 * is divided is a multiple of the weight, so every database has the same quotient, to
	 * the last digit. A row that has nothing and weighs nothing adds nothing.
	 */
	private static String square(String of, String weight) {
		String shifted = "cast((" + of + ") * (" + of + ") * " + SHIFT + " as decimal(65, 0))";
		return "case when " + weight + " > 0 then cast((" + shifted + " - mod(" + shifted + ", " + weight + ")) / "
				+ weight + " as decimal(65, 0)) when " + weight + " = 0 and " + of + " = 0 then 0 end";
	}

	/** The same in memory. */
	static @Nullable BigDecimal square(@Nullable BigDecimal of, @Nullable BigDecimal weight) {
		if (of == null || weight == null || weight.signum() < 0) {
			return null;
		}
		if (weight.signum() == 0) {
			return (of.signum() == 0) ? BigDecimal.ZERO : null;
		}
		BigDecimal shifted = of.multiply(of).movePointRight(DIGITS).setScale(0, RoundingMode.HALF_UP);
		return shifted.subtract(shifted.remainder(weight)).divide(weight, 0, RoundingMode.HALF_UP);
	}

}
