package org.dudao.catalog;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

/**
 * A node of an expression. Values are {@link Long} as long as whole numbers suffice, else
 * {@link BigDecimal}; null is missing.
 */
sealed interface Term {

	@Nullable Object evaluate(@Nullable Object[] row);

	/** The same term with each name replaced by its place in a row. */
	Term bind(ToIntFunction<String> indexOf);

	String sql(UnaryOperator<String> column);

	void collect(Set<String> names);

	static @Nullable BigDecimal decimal(@Nullable Object value) {
		if (value == null || value instanceof BigDecimal) {
			return (BigDecimal) value;
		}
		if (value instanceof Long || value instanceof Integer) {
			return BigDecimal.valueOf(((Number) value).longValue());
		}
		throw new IllegalArgumentException("no figure: " + value.getClass().getName());
	}

	/** A field by its name; it has no value until it is bound. */
	record Name(String name) implements Term {

		@Override
		public @Nullable Object evaluate(@Nullable Object[] row) {
			throw new IllegalStateException("field " + this.name + " is not bound to a row");
		}

		@Override
		public Term bind(ToIntFunction<String> indexOf) {
			return new Cell(this.name, indexOf.applyAsInt(this.name));
		}

		@Override
		public String sql(UnaryOperator<String> column) {
			return column.apply(this.name);
		}

		@Override
		public void collect(Set<String> names) {
			names.add(this.name);
		}

	}

	/** A field by its place. */
	record Cell(String name, int index) implements Term {

		@Override
		public @Nullable Object evaluate(@Nullable Object[] row) {
			Object value = row[this.index];
			return (value instanceof Integer whole) ? Long.valueOf(whole) : value;
		}

		@Override
		public Term bind(ToIntFunction<String> indexOf) {
			return new Cell(this.name, indexOf.applyAsInt(this.name));
		}

		@Override
		public String sql(UnaryOperator<String> column) {
			return column.apply(this.name);
		}

		@Override
		public void collect(Set<String> names) {
			names.add(this.name);
		}

	}

	/** A number: a {@link Long} or a {@link BigDecimal}. */
	record Literal(Object value) implements Term {

		static Literal of(BigDecimal number) {
			boolean whole = number.scale() == 0 && number.precision() <= 18;
			return new Literal(whole ? (Object) number.longValueExact() : number);
		}

		@Override
		public Object evaluate(@Nullable Object[] row) {
			return this.value;
		}

		@Override
		public Term bind(ToIntFunction<String> indexOf) {
			return this;
		}

		@Override
		public String sql(UnaryOperator<String> column) {
			return (this.value instanceof BigDecimal number) ? number.toPlainString() : this.value.toString();
		}

		@Override
		public void collect(Set<String> names) {
			// A number names nothing.
		}

	}

	/** One of the four operations. */
	record Operation(Operator operator, Term left, Term right) implements Term {

		@Override
		public @Nullable Object evaluate(@Nullable Object[] row) {
			Object a = this.left.evaluate(row);
			Object b = (a != null) ? this.right.evaluate(row) : null;
			if (a == null || b == null) {
				return null;
			}
			return this.operator.apply(a, b);
		}

		@Override
		public Term bind(ToIntFunction<String> indexOf) {
			return new Operation(this.operator, this.left.bind(indexOf), this.right.bind(indexOf));
		}

		@Override
		public String sql(UnaryOperator<String> column) {
			String a = this.left.sql(column);
			String b = this.right.sql(column);
			if (this.operator == Operator.DIVIDE) {
				return "(CAST(" + a + " AS DECIMAL(38, 10)) / NULLIF(" + b + ", 0))";
			}
			return "(" + a + " " + this.operator.symbol() + " " + b + ")";
		}

		@Override
		public void collect(Set<String> names) {
			this.left.collect(names);
			this.right.collect(names);
		}

	}

	/** A comparison: one for true, zero for false. */
	record Comparison(Comparator comparator, Term left, Term right) implements Term {

		@Override
		public @Nullable Object evaluate(@Nullable Object[] row) {
			Object a = this.left.evaluate(row);
			Object b = (a != null) ? this.right.evaluate(row) : null;
			if (a == null || b == null) {
				return null;
			}
			return this.comparator.holds(compare(a, b)) ? 1L : 0L;
		}

		@Override
		public Term bind(ToIntFunction<String> indexOf) {
			return new Comparison(this.comparator, this.left.bind(indexOf), this.right.bind(indexOf));
		}

		@Override
		public String sql(UnaryOperator<String> column) {
			String condition = this.left.sql(column) + " " + this.comparator.symbol() + " " + this.right.sql(column);
			return "(CASE WHEN " + condition + " THEN 1 WHEN NOT (" + condition + ") THEN 0 END)";
		}

		@Override
		public void collect(Set<String> names) {
			this.left.collect(names);
			this.right.collect(names);
		}

		private static int compare(Object a, Object b) {
			if (a instanceof Long left && b instanceof Long right) {
				return Long.compare(left, right);
			}
			return Operator.big(a).compareTo(Operator.big(b));
		}

	}

	/** The value without its sign. */
	record Absolute(Term of) implements Term {

		@Override
		public @Nullable Object evaluate(@Nullable Object[] row) {
			BigDecimal value = decimal(this.of.evaluate(row));
			return (value != null) ? value.abs() : null;
		}

		@Override
		public Term bind(ToIntFunction<String> indexOf) {
			return new Absolute(this.of.bind(indexOf));
		}

		@Override
		public String sql(UnaryOperator<String> column) {
			return "ABS(" + this.of.sql(column) + ")";
		}

		@Override
		public void collect(Set<String> names) {
			this.of.collect(names);
		}

	}

	/** What can be done with two values; missing when it cannot. */
	enum Operator {

		PLUS("+"), MINUS("-"), TIMES("*"), DIVIDE("/");

		private final String symbol;

		Operator(String symbol) {
			this.symbol = symbol;
		}

		String symbol() {
			return this.symbol;
		}

		@Nullable Object apply(Object a, Object b) {
			if (this != DIVIDE && a instanceof Long left && b instanceof Long right) {
				try {
					return whole(left, right);
				}
				catch (ArithmeticException tooLarge) {
					return decimals(big(a), big(b));
				}
			}
			return decimals(big(a), big(b));
		}

		private Long whole(long a, long b) {
			return switch (this) {
				case PLUS -> Math.addExact(a, b);
				case MINUS -> Math.subtractExact(a, b);
				default -> Math.multiplyExact(a, b);
			};
		}

		private @Nullable BigDecimal decimals(BigDecimal a, BigDecimal b) {
			return switch (this) {
				case PLUS -> a.add(b);
				case MINUS -> a.subtract(b);
				case TIMES -> a.multiply(b);
				case DIVIDE -> (b.signum() != 0) ? a.divide(b, MathContext.DECIMAL128) : null;
			};
		}

		static BigDecimal big(Object value) {
			return (value instanceof Long whole) ? BigDecimal.valueOf(whole) : (BigDecimal) value;
		}

	}

	/** How two values can be compared. */
	enum Comparator {

		EQUAL("="), NOT_EQUAL("<>"), LESS("<"), AT_MOST("<="), GREATER(">"), AT_LEAST(">=");

		private final String symbol;

		Comparator(String symbol) {
			this.symbol = symbol;
		}

		String symbol() {
			return this.symbol;
		}

		boolean holds(int comparison) {
			return switch (this) {
				case EQUAL -> comparison == 0;
				case NOT_EQUAL -> comparison != 0;
				case LESS -> comparison < 0;
				case AT_MOST -> comparison <= 0;
				case GREATER -> comparison > 0;
				case AT_LEAST -> comparison >= 0;
			};
		}

	}

}
