package org.dudao.indicator;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

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

	private static final UnaryOperator<String> COLUMN = (field) -> "f." + field;

	private final Feed feed;

	private final Map<String, Integer> indexes = new LinkedHashMap<>();

	private final List<Set<String>> fields = new ArrayList<>();

	Terms(Feed feed, List<Indicator> indicators) {
		this.feed = feed;
		for (Indicator indicator : indicators) {
			add(indicator.of());
			add(indicator.in());
			add(indicator.reported());
			add(indicator.prior());
			add(indicator.growth());
		}
	}

	private void add(@Nullable Expression expression) {
		if (expression != null) {
			add(expression.sql(COLUMN), expression.fields());
		}
	}

	private void add(@Nullable String field) {
		if (field != null) {
			add(COLUMN.apply(field), Set.of(field));
		}
	}

	private void add(String sql, Set<String> of) {
		if (this.indexes.putIfAbsent(sql, this.fields.size()) == null) {
			this.fields.add(of);
		}
	}

	int indexOf(Expression expression) {
		return this.indexes.get(expression.sql(COLUMN));
	}

	int indexOf(String field) {
		return this.indexes.get(COLUMN.apply(field));
	}

	int size() {
		return this.fields.size();
	}

	/**
	 * One row a submission, place, stage and basis: these five, the number of facts, then
	 * for each term the rows that give it, the rows that withhold it, and the sum.
	 */
	String select() {
		List<String> columns = new ArrayList<>(List.of("count(*)"));
		this.indexes.forEach((sql, index) -> {
			columns.add("count(" + sql + ")");
			columns.add("sum(" + withheld(this.fields.get(index)) + ")");
			columns.add("sum(" + sql + ")");
		});
		return "select " + dimensions() + ", " + String.join(", ", columns) + " from " + this.feed.table() + " f";
	}

	/** What the rows are grouped by. */
	String dimensions() {
		return "f.submission_id, " + column(FieldType.REGION) + ", " + column(FieldType.PERIOD) + ", "
				+ column(FieldType.STAGE) + ", " + column(FieldType.BASIS);
	}

	String column(FieldType type) {
		return this.feed.fields()
			.stream()
			.filter((field) -> field.type() == type)
			.findFirst()
			.map(Field::name)
			.map(COLUMN)
			.orElse("''");
	}

	/** The list of withheld fields is looked at as a whole, each name between commas. */
	private static String withheld(Set<String> of) {
		String any = of.stream()
			.sorted()
			.map((field) -> "locate('," + field + ",', concat(',', f.suppressed, ',')) > 0")
			.collect(Collectors.joining(" or "));
		return any.isEmpty() ? "0" : "case when f.suppressed is not null and (" + any + ") then 1 else 0 end";
	}

}
