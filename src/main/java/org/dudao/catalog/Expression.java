package org.dudao.catalog;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

/**
 * Arithmetic over the fields of a row: names, numbers, {@code + - * /}, {@code abs(..)},
 * brackets and the comparisons {@code = <> < <= > >=}. Nothing else. A missing operand
 * makes the whole missing; division by zero makes it missing too.
 * <p>
 * Figures are decimal throughout; only a division rounds, to 34 digits. Immutable.
 */
public final class Expression {

	private final String text;

	private final Term term;

	private final List<String> names;

	private final Term inOrder;

	private Expression(String text, Term term) {
		this.text = text;
		this.term = term;
		Set<String> all = new LinkedHashSet<>();
		term.collect(all);
		this.names = List.copyOf(all);
		this.inOrder = term.bind(this.names::indexOf);
	}

	/**
	 * Reads an expression.
	 * @throws ExpressionInvalid when it is none, with the position and what was expected
	 */
	public static Expression parse(String text) {
		return new Expression(text, ExpressionParser.parse(text));
	}

	/** The text as the catalogue has it. */
	public String text() {
		return this.text;
	}

	/** The fields that it names, in order of first mention. */
	public Set<String> fields() {
		return new LinkedHashSet<>(this.names);
	}

	/** Whether it is a condition, that is a comparison, and not a figure. */
	public boolean isCondition() {
		return this.term instanceof Term.Comparison;
	}

	/**
	 * Its value, or null when an operand is missing. A comparison gives one for true,
	 * zero for false.
	 */
	public @Nullable BigDecimal evaluate(Function<String, @Nullable BigDecimal> values) {
		@Nullable Object[] row = new Object[this.names.size()];
		for (int i = 0; i < row.length; i++) {
			row[i] = values.apply(this.names.get(i));
		}
		return Term.decimal(this.inOrder.evaluate(row));
	}

	/**
	 * The same expression over rows of values, for many of them.
	 * @param indexOf where each field stands in a row
	 */
	public Bound bind(ToIntFunction<String> indexOf) {
		return new Bound(this.term.bind(indexOf));
	}

	/**
	 * The same in SQL that H2, MySQL and MariaDB read alike; no integer is divided as an
	 * integer, and what is missing or divided by zero is NULL.
	 * @param column the column of each field, quoted where it must be
	 */
	public String sql(UnaryOperator<String> column) {
		return this.term.sql(column);
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof Expression that && this.term.equals(that.term);
	}

	@Override
	public int hashCode() {
		return this.term.hashCode();
	}

	@Override
	public String toString() {
		return this.text;
	}

	/** An expression that knows where its fields stand in a row. */
	public static final class Bound {

		private final Term term;

		private Bound(Term term) {
			this.term = term;
		}

		/**
		 * Its value for one row, as {@link Expression#evaluate} gives it.
		 * @param values the row: {@link Long}, {@link Integer}, {@link BigDecimal} or
		 * null at the places that the expression reads, anything elsewhere
		 */
		public @Nullable BigDecimal evaluate(@Nullable Object[] values) {
			return Term.decimal(this.term.evaluate(values));
		}

	}

}
