package org.dudao.catalog;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/** A function applied to its operands: a node of an expression like any other. */
sealed interface Applied extends Term {

	/** The least or the greatest of some figures. */
	record Extreme(boolean least, List<Term> operands) implements Applied {

		@Override
		public @Nullable Object evaluate(@Nullable Object[] row) {
			Object found = null;
			for (Term operand : this.operands) {
				Object value = operand.evaluate(row);
				if (value == null) {
					return null;
				}
				if (found == null || (Term.compare(value, found) < 0) == this.least) {
					found = value;
				}
			}
			return found;
		}

		/**
		 * H2 passes over what is missing, so the whole is taken only when all is there.
		 */
		@Override
		public String sql(UnaryOperator<String> column) {
			List<String> all = new ArrayList<>();
			this.operands.forEach((operand) -> all.add(operand.sql(column)));
			String there = all.stream().map((each) -> each + " IS NOT NULL").collect(Collectors.joining(" AND "));
			return "(CASE WHEN " + there + " THEN " + (this.least ? "LEAST(" : "GREATEST(") + String.join(", ", all)
					+ ") END)";
		}

		@Override
		public Term over(List<Term> operands) {
			return new Extreme(this.least, operands);
		}

	}

	/** The value, and zero where it is missing: the one node that is never missing. */
	record Known(Term of) implements Applied {

		@Override
		public Object evaluate(@Nullable Object[] row) {
			Object value = this.of.evaluate(row);
			return (value != null) ? value : 0L;
		}

		@Override
		public String sql(UnaryOperator<String> column) {
			return "COALESCE(" + this.of.sql(column) + ", 0)";
		}

		@Override
		public List<Term> operands() {
			return List.of(this.of);
		}

		@Override
		public Term over(List<Term> operands) {
			return new Known(operands.get(0));
		}

		@Override
		public boolean isCondition() {
			return this.of.isCondition();
		}

	}

	/** The value without its sign. */
	record Absolute(Term of) implements Applied {

		@Override
		public @Nullable Object evaluate(@Nullable Object[] row) {
			BigDecimal value = Term.decimal(this.of.evaluate(row));
			return (value != null) ? value.abs() : null;
		}

		@Override
		public String sql(UnaryOperator<String> column) {
			return "ABS(" + this.of.sql(column) + ")";
		}

		@Override
		public List<Term> operands() {
			return List.of(this.of);
		}

		@Override
		public Term over(List<Term> operands) {
			return new Absolute(operands.get(0));
		}

	}

	/** The next whole number, the value itself when it is whole. */
	record Ceiling(Term of) implements Applied {

		@Override
		public @Nullable Object evaluate(@Nullable Object[] row) {
			BigDecimal value = Term.decimal(this.of.evaluate(row));
			return (value != null) ? value.setScale(0, RoundingMode.CEILING) : null;
		}

		@Override
		public String sql(UnaryOperator<String> column) {
			return "CEILING(" + this.of.sql(column) + ")";
		}

		@Override
		public List<Term> operands() {
			return List.of(this.of);
		}

		@Override
		public Term over(List<Term> operands) {
			return new Ceiling(operands.get(0));
		}

	}

}
