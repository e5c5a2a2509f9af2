package org.dudao.catalog;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * A node of an expression. Values are {@link Long} as long as whole numbers suffice, else
 * {@link BigDecimal}, and {@link String} for a text that is compared; null is missing. A
 * missing operand makes every node missing, in memory as in SQL.
 */
sealed interface Term permits Term.Name, Term.Cell, Term.Literal, Term.Operation, Term.Comparison, Term.Match,
		Term.Junction, Applied {

	@Nullable Object evaluate(@Nullable Object[] row);

	String sql(UnaryOperator<String> column);

	/** What it is made of, empty for a leaf. */
	default List<Term> operands() {
		return List.of();
	}

	/** The same node over other operands, as many as it has. */
	default Term over(List<Term> operands) {
		return this;
	}

	/** The same term with each name replaced. */
	default Term replace(UnaryOperator<Term> names) {
		return over(operands().stream().map((operand) -> operand.replace(names)).toList());
	}

	/** Whether it can only be one, zero or missing. */
	default boolean isCondition() {
		return this instanceof Comparison || this instanceof Match || this instanceof Junction;
	}

	static @Nullable BigDecimal decimal(@Nullable Object value) {
		return (value != null) ? big(value) : null;
	}

	static BigDecimal big(Object value) {
		if (value instanceof BigDecimal number) {
			return number;
		}
		if (value instanceof Long || value instanceof Integer) {
			return BigDecimal.valueOf(((Number) value).longValue());
		}
		throw new IllegalArgumentException("no figure: " + value.getClass().getName());
	}

	static int compare(Object a, Object b) {
		if (a instanceof Long left && b instanceof Long right) {
			return Long.compare(left, right);
		}
		return big(a).compareTo(big(b));
	}

	/** A condition as one or zero, in SQL that H2, MySQL and MariaDB read alike. */
	private static String figure(String condition) {
		return "CAST((" + condition + ") AS DECIMAL(1))";
	}

	/** A field, a parameter or the like by its name; no value until it is bound. */
	record Name(String name) implements Term {

		@Override
		public @Nullable Object evaluate(@Nullable Object[] row) {
			throw new IllegalStateException(this.name + " is not bound to a row");
		}

		@Override
		public Term replace(UnaryOperator<Term> names) {
			return names.apply(this);
		}

		@Override
		public String sql(UnaryOperator<String> column) {
			return column.apply(this.name);
		}

	}

	/** The same by its place in a row. */
	record Cell(String name, int index) implements Term {

		@Override
		public @Nullable Object evaluate(@Nullable Object[] row) {
			Object value = row[this.index];
			return (value instanceof Integer whole) ? Long.valueOf(whole) : value;
		}

		@Override
		public String sql(UnaryOperator<String> column) {
			return column.apply(this.name);
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
		public String sql(UnaryOperator<String> column) {
			return (this.value instanceof BigDecimal number) ? number.toPlainString() : this.value.toString();
		}

	}

	/**
	 * One of the four operations. In SQL a quotient is rounded: each database has digits
	 * of its own beyond these, and sums of many would not be the same to the last digit
	 * that is kept.
	 */
	record Operation(Operator operator, Term left, Term right) implements Term {

		/** As many decimals as a quotient has in SQL. */
		private static final int DECIMALS = 20;

		@Override
		public @Nullable Object evaluate(@Nullable Object[] row) {
			Object a = this.left.evaluate(row);
			Object b = (a != null) ? this.right.evaluate(row) : null;
			return (a != null && b != null) ? this.operator.apply(a, b) : null;
		}

		@Override
		public String sql(UnaryOperator<String> column) {
			String a = this.left.sql(column);
			String b = this.right.sql(column);
			if (this.operator == Operator.DIVIDE) {
				return "ROUND(CAST(" + a + " AS DECIMAL(60, 26)) / NULLIF(" + b + ", 0), " + DECIMALS + ")";
			}
			return "(" + a + " " + this.operator.symbol() + " " + b + ")";
		}

		@Override
		public List<Term> operands() {
			return List.of(this.left, this.right);
		}

		@Override
		public Term over(List<Term> operands) {
			return new Operation(this.operator, operands.get(0), operands.get(1));
		}

	}

	/** A comparison of figures. */
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
		public String sql(UnaryOperator<String> column) {
			return figure(this.left.sql(column) + " " + this.comparator.symbol() + " " + this.right.sql(column));
		}

		@Override
		public List<Term> operands() {
			return List.of(this.left, this.right);
		}

		@Override
		public Term over(List<Term> operands) {
			return new Comparison(this.comparator, operands.get(0), operands.get(1));
		}

	}

	/**
	 * A text field against texts.
	 *
	 * @param equal whether it is to be one of them, or none
	 */
	record Match(Term field, List<String> texts, boolean equal) implements Term {

		@Override
		public @Nullable Object evaluate(@Nullable Object[] row) {
			Object value = this.field.evaluate(row);
			return (value != null) ? ((this.texts.contains(value) == this.equal) ? 1L : 0L) : null;
		}

		@Override
		public String sql(UnaryOperator<String> column) {
			return figure(this.field.sql(column) + (this.equal ? " in ('" : " not in ('")
					+ String.join("', '", this.texts) + "')");
		}

		@Override
		public List<Term> operands() {
			return List.of(this.field);
		}

		@Override
		public Term over(List<Term> operands) {
			return new Match(operands.get(0), this.texts, this.equal);
		}

		/**
		 * One match that says the same as two of a field joined, or null: a database
		 * looks through a list in a fraction of the time that it adds up comparisons.
		 */
		private @Nullable Match with(Match other, boolean both) {
			boolean same = this.field.equals(other.field) && this.equal == other.equal && this.equal != both;
			return same ? new Match(this.field, Stream.concat(this.texts.stream(), other.texts.stream()).toList(),
					this.equal) : null;
		}

	}

	/**
	 * Both, or at least one, of two conditions. A figure counts as true unless it is
	 * zero.
	 *
	 * @param both whether both are wanted
	 */
	record Junction(boolean both, Term left, Term right) implements Term {

		static Term of(boolean both, Term left, Term right) {
			Match one = (left instanceof Match a && right instanceof Match b) ? a.with(b, both) : null;
			return (one != null) ? one : new Junction(both, left, right);
		}

		@Override
		public @Nullable Object evaluate(@Nullable Object[] row) {
			Object a = this.left.evaluate(row);
			Object b = this.right.evaluate(row);
			if (a == null || b == null) {
				return null;
			}
			boolean first = big(a).signum() != 0;
			boolean second = big(b).signum() != 0;
			return (this.both ? first && second : first || second) ? 1L : 0L;
		}

		/**
		 * As arithmetic, since AND and OR of SQL may make something of what is missing.
		 */
		@Override
		public String sql(UnaryOperator<String> column) {
			String a = truth(this.left, column);
			String b = truth(this.right, column);
			return this.both ? "(" + a + " * " + b + ")" : "SIGN(" + a + " + " + b + ")";
		}

		private static String truth(Term term, UnaryOperator<String> column) {
			return term.isCondition() ? term.sql(column) : "ABS(SIGN(" + term.sql(column) + "))";
		}

		@Override
		public List<Term> operands() {
			return List.of(this.left, this.right);
		}

		@Override
		public Term over(List<Term> operands) {
			return new Junction(this.both, operands.get(0), operands.get(1));
		}

	}

}
