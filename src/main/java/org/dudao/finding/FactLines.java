package org.dudao.finding;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.dudao.catalog.Catalog;
import org.dudao.catalog.Expression;
import org.dudao.catalog.Feed;
import org.dudao.catalog.Field;
import org.dudao.catalog.FieldType;
import org.dudao.catalog.Indicator;
import org.dudao.finding.Explanation.FactLine;
import org.dudao.finding.Explanation.Facts;
import org.dudao.indicator.Parameters;
import org.dudao.indicator.Place;
import org.dudao.indicator.Value;
import org.dudao.indicator.ValueKey;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds the facts that a reported value rests on. */
final class FactLines {

	private final JdbcClient jdbc;

	private final Catalog catalog;

	private final Parameters parameters;

	FactLines(JdbcClient jdbc, Catalog catalog, Parameters parameters) {
		this.jdbc = jdbc;
		this.catalog = catalog;
		this.parameters = parameters;
	}

	/** The facts by submission; none when the catalogue no longer has the indicator. */
	List<Facts> of(Value value, int limit) {
		Optional<Indicator> indicator = this.catalog.indicator(value.key().indicator());
		Optional<Feed> feed = indicator
			.flatMap((known) -> Optional.ofNullable(known.feed()).flatMap(this.catalog::feed));
		if (indicator.isEmpty() || feed.isEmpty()) {
			return List.of();
		}
		Map<Long, Set<String>> used = used(value, indicator.get());
		List<Facts> facts = new ArrayList<>();
		used.forEach((submission, fields) -> facts
			.add(facts(value, indicator.get(), feed.get(), submission, fields, limit)));
		return facts;
	}

	private static Map<Long, Set<String>> used(Value value, Indicator indicator) {
		Map<Long, Set<String>> used = new LinkedHashMap<>();
		put(used, value.sources().numerator(), names(indicator.of(), indicator.rows()));
		put(used, value.sources().denominator(), names(indicator.in(), indicator.rows()));
		put(used, value.sources().stated(),
				Stream.of(indicator.reported(), indicator.prior(), indicator.growth())
					.filter(Objects::nonNull)
					.toList());
		return used;
	}

	private static void put(Map<Long, Set<String>> used, @Nullable Long submission, Iterable<String> fields) {
		if (submission != null) {
			fields.forEach((field) -> used.computeIfAbsent(submission, (none) -> new LinkedHashSet<>()).add(field));
		}
	}

	private static Set<String> names(@Nullable Expression... expressions) {
		Set<String> names = new LinkedHashSet<>();
		Stream.of(expressions).filter(Objects::nonNull).forEach((each) -> names.addAll(each.fields()));
		return names;
	}

	private Facts facts(Value value, Indicator indicator, Feed feed, long submission, Set<String> names, int limit) {
		ValueKey key = value.key();
		List<String> fields = names.stream()
			.filter((name) -> feed.field(name).filter((field) -> !isDimension(field)).isPresent())
			.toList();
		Criteria criteria = new Criteria().equal("f.submission_id", "submission", submission);
		equal(criteria, feed, FieldType.REGION, key.region());
		equal(criteria, feed, FieldType.PERIOD, key.period());
		equal(criteria, feed, FieldType.BASIS, key.basis());
		if (indicator.byStage()) {
			equal(criteria, feed, FieldType.STAGE, key.stage());
		}
		UnaryOperator<String> column = this.parameters.columns(feed, key.place());
		String counts = (indicator.rows() != null && names.containsAll(indicator.rows().fields()))
				? " and coalesce(" + indicator.rows().sql(column) + ", 1) = 1" : "";
		String from = " from " + feed.table() + " f where " + criteria.sql() + counts;
		long total = criteria.bind(this.jdbc.sql("select count(*)" + from)).query(Long.class).single();
		String columns = fields.stream().map((field) -> ", f." + field).reduce("", String::concat);
		String stage = dimension(feed, FieldType.STAGE).map((field) -> "f." + field).orElse("''");
		List<FactLine> lines = criteria
			.bind(this.jdbc.sql("select f.line, f.item, " + stage + columns + from + " order by "
					+ order(indicator, names, column) + ", f.line, f.item limit " + limit))
			.query((row, number) -> line(row, feed, fields, parameters(names, row.getString(3), key.place())))
			.list();
		return new Facts(submission, fields, total, lines);
	}

	/**
	 * What lacks something comes first, then what adds something; where schools are
	 * compared with each other, the weakest.
	 */
	private static String order(Indicator indicator, Set<String> names, UnaryOperator<String> column) {
		Expression numerator = indicator.of();
		if (numerator == null || !names.containsAll(numerator.fields())) {
			return "case when " + column.apply(names.iterator().next()) + " is null then 0 else 1 end";
		}
		String adds = "(" + numerator.sql(column) + ")";
		Expression weight = indicator.in();
		if (indicator.kind() == Indicator.Kind.VARIATION && weight != null && names.containsAll(weight.fields())) {
			return adds + " / nullif(" + weight.sql(column) + ", 0)";
		}
		return "case when " + adds + " is null then 0 when " + adds + " <> 0 then 1 else 2 end";
	}

	private Map<String, BigDecimal> parameters(Set<String> names, @Nullable String stage, Place place) {
		Map<String, BigDecimal> worth = new LinkedHashMap<>();
		this.parameters.named(names)
			.forEach(
					(parameter) -> this.parameters.value(parameter.name(), Objects.requireNonNullElse(stage, ""), place)
						.ifPresent((value) -> worth.put(parameter.name(), value)));
		return worth;
	}

	private static boolean isDimension(Field field) {
		return !field.type().isMeasure() && field.type() != FieldType.STRING;
	}

	private static Optional<String> dimension(Feed feed, FieldType type) {
		return feed.fields().stream().filter((field) -> field.type() == type).findFirst().map(Field::name);
	}

	/** A dimension that a fact does not carry is empty in the value. */
	private static void equal(Criteria criteria, Feed feed, FieldType type, Object wanted) {
		if (!"".equals(wanted)) {
			dimension(feed, type).ifPresent((column) -> criteria.equal("f." + column, "dimension_" + column, wanted));
		}
	}

	private static FactLine line(ResultSet row, Feed feed, List<String> fields, Map<String, BigDecimal> parameters)
			throws SQLException {
		Map<String, BigDecimal> figures = new LinkedHashMap<>();
		for (int i = 0; i < fields.size(); i++) {
			boolean isFigure = feed.field(fields.get(i)).filter((field) -> field.type().isMeasure()).isPresent();
			BigDecimal figure = isFigure ? row.getBigDecimal(4 + i) : null;
			if (figure != null) {
				figures.put(fields.get(i), figure);
			}
		}
		return new FactLine(row.getInt(1), row.getInt(2), figures, parameters);
	}

}
