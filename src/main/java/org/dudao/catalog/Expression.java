package org.dudao.catalog;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

/**
 * Arithmetic over the fields of a row: names, numbers, {@code + - * /}, {@code abs min
 * max ceil}, brackets, the comparisons {@code = <> < <= > >=}, which are one or zero,
 * {@code && ||}, and {@code = <>} between a text field and a text in double quotes.
 * {@code known(..)} is zero where its operand is missing. Nothing else. A missing operand
 * makes the whole missing; division by zero makes it missing too.
 * <p>
 * What a name stands for is for the one who evaluates: a field, the year of the period, a
 * parameter of the catalogue. Figures are decimal throughout; only a division rounds, to
 * 34 digits. Immutable.
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
		collect(term, (name, compared) -> all.add(name));
		this.names = List.copyOf(all);
		this.inOrder = bound(term, this.names::indexOf);
	}

	/**
	 * Reads an expression.
	 * @throws ExpressionInvalid when it is none, with the position and what was expected
	 */
	public static Expression parse(String text) {
		return new Expression(text, ExpressionParser.parse(text));
	}

	/**
	 * The same with some names replaced by what they stand for.
	 * @param let expressions by name
	 */
	Expression with(Map<String, Expression> let) {
		return let.isEmpty() ? this : new Expression(this.text, this.term.replace((term) -> {
			Expression by = let.get(((Term.Name) term).name());
			return (by != null) ? by.term : term;
		}));
	}

	private static Term bound(Term term, ToIntFunction<String> indexOf) {
		return term.replace((name) -> {
			String word = ((Term.Name) name).name();
			return new Term.Cell(word, indexOf.applyAsInt(word));
		});
	}

	/** Shows each name, in order, with the text it is compared with, if it is. */
	private static void collect(Term term, BiConsumer<String, @Nullable String> to) {
		if (term instanceof Term.Name name) {
			to.accept(name.name(), null);
		}
		else if (term instanceof Term.Match match && match.field() instanceof Term.Name name) {
			match.texts().forEach((text) -> to.accept(name.name(), text));
		}
		else {
			term.operands().forEach((operand) -> collect(operand, to));
		}
	}

	/** The text as the catalogue has it. */
	public String text() {
		return this.text;
	}

	/** All that it names, fields and whatever else, in order of first mention. */
	public Set<String> fields() {
		return new LinkedHashSet<>(this.names);
	}

	/** Of what it names, that which it computes with. */
	Set<String> figures() {
		Set<String> figures = new LinkedHashSet<>();
		collect(this.term, (name, text) -> {
			if (text == null) {
				figures.add(name);
			}
		});
		return figures;
	}

	/** Of what it names, that which it compares with texts, and these texts. */
	Map<String, Set<String>> texts() {
		Map<String, Set<String>> texts = new LinkedHashMap<>();
		collect(this.term, (name, text) -> {
			if (text != null) {
				texts.computeIfAbsent(name, (none) -> new LinkedHashSet<>()).add(text);
			}
		});
		return texts;
	}

	/** Whether it is a condition, that is one or zero, and not any figure. */
	public boolean isCondition() {
		return this.term.isCondition();
	}

	/** The two sides of a comparison of figures; empty for any other expression. */
	public Optional<Sides> sides() {
		if (this.term instanceof Term.Comparison comparison) {
			return Optional.of(new Sides(new Expression(this.text, comparison.left()), comparison.comparator().symbol(),
					new Expression(this.text, comparison.right())));
		}
		return Optional.empty();
	}

	/**
	 * What it adds up, each name with its factor, where it does nothing else than adding
	 * and subtracting names, numbers and multiples of names; else empty.
	 */
	public Optional<Map<String, BigDecimal>> addends() {
		Map<String, BigDecimal> addends = new LinkedHashMap<>();
		return add(this.term, BigDecimal.ONE, addends) ? Optional.of(addends) : Optional.empty();
	}

	private static boolean add(Term term, BigDecimal factor, Map<String, BigDecimal> addends) {
		if (term instanceof Term.Name name) {
			addends.merge(name.name(), factor, BigDecimal::add);
			return true;
		}
		if (!(term instanceof Term.Operation operation)) {
			return term instanceof Term.Literal;
		}
		Term left = operation.left();
		Term right = operation.right();
		return switch (operation.operator()) {
			case PLUS -> add(left, factor, addends) && add(right, factor, addends);
			case MINUS -> add(left, factor, addends) && add(right, factor.negate(), addends);
			case TIMES -> (right instanceof Term.Literal by) ? add(left, factor.multiply(Term.big(by.value())), addends)
					: left instanceof Term.Literal of && add(right, factor.multiply(Term.big(of.value())), addends);
			case DIVIDE -> false;
		};
	}

	/**
	 * Its value, or null when an operand is missing. A comparison gives one for true,
	 * zero for false.
	 * @param values what each name stands for: a {@link Long}, {@link Integer} or
	 * {@link BigDecimal}, a {@link String} for a text that is compared, or null
	 */
	public @Nullable BigDecimal evaluate(Function<String, ? extends @Nullable Object> values) {
		@Nullable Object[] row = new Object[this.names.size()];
		for (int i = 0; i < row.length; i++) {
			row[i] = values.apply(this.names.get(i));
		}
		return Term.decimal(this.inOrder.evaluate(row));
	}

	/**
	 * The same expression over rows of values, for many of them.
	 * @param indexOf where each name stands in a row
	 */
	public Bound bind(ToIntFunction<String> indexOf) {
		return new Bound(bound(this.term, indexOf));
	}

	/**
	 * The same in SQL that H2, MySQL and MariaDB read alike; no integer is divided as an
	 * integer, and what is missing or divided by zero is NULL.
	 * @param column the column of each field, quoted where it must be, and any other SQL
	 * that gives what a name stands for, such as a CASE for a parameter
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

	/**
	 * A comparison taken apart; the sides show the text of the whole.
	 *
	 * @param left what is compared
	 * @param symbol how, such as {@code <=}
	 * @param right what it is compared with
	 */
	public record Sides(Expression left, String symbol, Expression right) {
	}

	/** An expression that knows where its fields stand in a row. */
	public static final class Bound {

		private final Term term;

		private Bound(Term term) {
			this.term = term;
		}

		/**
		 * Its value for one row, as {@link Expression#evaluate} gives it.
		 * @param values the row: {@link Long}, {@link Integer}, {@link BigDecimal},
		 * {@link String} for a text that is compared, or null at the places that the
		 * expression reads, anything elsewhere
		 */
		public @Nullable BigDecimal evaluate(@Nullable Object[] values) {
			return Term.decimal(this.term.evaluate(values));
		}

	}

}
