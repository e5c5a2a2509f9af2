package org.dudao.indicator;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.dudao.catalog.Expression;
import org.dudao.catalog.Feed;
import org.dudao.catalog.Field;
import org.dudao.catalog.FieldType;
import org.dudao.catalog.Indicator;
import org.jspecify.annotations.Nullable;

/**
 * All that is summed over the facts of one feed for all its indicators, so that one pass
 * over the facts serves them all. SUM passes over what is missing, so beside each sum
 * stand the rows that gave something and those that withheld it.
 */
final class Terms {

	/** The submission, region, period, stage, basis and number of facts. */
	private static final int DIMENSIONS = 6;

	private final Feed feed;

	private final Map<Figure, Integer> indexes = new LinkedHashMap<>();

	private final Map<Expression, Integer> conditions = new LinkedHashMap<>();

	Terms(Feed feed, List<Indicator> indicators) {
		this.feed = feed;
		indicators.stream().flatMap(Terms::figures).forEach(this::add);
	}

	private static Stream<Figure> figures(Indicator indicator) {
		Stream<Figure> computed = Stream.of(indicator.of(), indicator.in())
			.filter(Objects::nonNull)
			.map((expression) -> Figure.of(indicator, expression));
		Stream<Figure> stated = Stream.of(indicator.reported(), indicator.prior(), indicator.growth())
			.filter(Objects::nonNull)
			.map(Figure::field);
		Stream<Figure> spread = (indicator.kind() == Indicator.Kind.VARIATION) ? Stream.of(Figure.spread(indicator))
				: Stream.of();
		return Stream.of(computed, stated, spread).flatMap((each) -> each);
	}

	private void add(Figure figure) {
		this.indexes.putIfAbsent(figure, this.indexes.size());
		Expression rows = figure.rows();
		if (rows != null) {
			this.conditions.putIfAbsent(rows, this.conditions.size());
		}
	}

	int indexOf(Figure figure) {
		return Objects.requireNonNull(this.indexes.get(figure));
	}

	/** All names that the figures use. */
	Set<String> names() {
		Set<String> names = new LinkedHashSet<>();
		this.indexes.keySet().forEach((figure) -> names.addAll(figure.names()));
		return names;
	}

	/**
	 * One row a submission, place, stage and basis: these five, the number of facts, the
	 * facts that count by each condition, then for each figure the rows that give it, the
	 * rows that withhold it, and the sum.
	 * @param column what stands for a name
	 */
	String columns(UnaryOperator<String> column) {
		List<String> columns = new ArrayList<>(List.of(dimensions(), "count(*)"));
		this.conditions.keySet().forEach((rows) -> columns.add("sum(" + Figure.counts(rows, column) + ")"));
		this.indexes.keySet().forEach((figure) -> {
			String sql = figure.sql(column);
			columns.add("count(" + sql + ")");
			columns.add("sum(" + figure.withheld(this.feed, column) + ")");
			columns.add("sum(" + typed(sql) + ")");
		});
		return String.join(", ", columns);
	}

	/**
	 * Where a parameter has no value H2 folds the figure to a NULL without a type, which
	 * it cannot sum.
	 */
	private static String typed(String sql) {
		return sql.contains(ParameterSql.NOTHING) ? "0 * f.line + (" + sql + ")" : sql;
	}

	/** Where the figures stand in {@link #columns}, in the order of their indexes. */
	List<Columns> layout() {
		int first = DIMENSIONS + 1 + this.conditions.size();
		List<Columns> layout = new ArrayList<>();
		for (Figure figure : this.indexes.keySet()) {
			Expression rows = figure.rows();
			int counted = (rows != null) ? DIMENSIONS + 1 + Objects.requireNonNull(this.conditions.get(rows))
					: DIMENSIONS;
			layout.add(new Columns(counted, first + 3 * layout.size()));
		}
		return layout;
	}

	/** What the rows are grouped by. */
	String dimensions() {
		return "f.submission_id, " + column(FieldType.REGION) + ", " + column(FieldType.PERIOD) + ", "
				+ column(FieldType.STAGE) + ", " + column(FieldType.BASIS);
	}

	String column(FieldType type) {
		String column = columnOrNull(type);
		return (column != null) ? column : "''";
	}

	@Nullable String columnOrNull(FieldType type) {
		return this.feed.fields()
			.stream()
			.filter((field) -> field.type() == type)
			.findFirst()
			.map(Field::name)
			.map((field) -> "f." + field)
			.orElse(null);
	}

	/**
	 * Where a figure stands among the columns, counted from 1.
	 *
	 * @param rows the facts that count for it
	 * @param given the rows that give it; those that withhold it and the sum follow
	 */
	record Columns(int rows, int given) {
	}

}
