package org.dudao.finding;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.dudao.catalog.Catalog;
import org.dudao.catalog.Expression;
import org.dudao.catalog.Feed;
import org.dudao.catalog.Field;
import org.dudao.catalog.FieldType;
import org.dudao.catalog.Indicator;
import org.dudao.finding.Explanation.FactLine;
import org.dudao.finding.Explanation.Facts;
import org.dudao.indicator.Value;
import org.dudao.indicator.ValueKey;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds the facts that a reported value rests on. */
final class FactLines {

	private final JdbcClient jdbc;

	private final Catalog catalog;

	FactLines(JdbcClient jdbc, Catalog catalog) {
		this.jdbc = jdbc;
		this.catalog = catalog;
	}

	/** The facts by submission; none when the catalogue no longer has the indicator. */
	List<Facts> of(Value value, int limit) {
		Optional<Indicator> indicator = this.catalog.indicator(value.key().indicator());
		Optional<Feed> feed = indicator.flatMap((known) -> this.catalog.feed(known.feed()));
		if (indicator.isEmpty() || feed.isEmpty()) {
			return List.of();
		}
		Map<Long, Set<String>> used = used(value, indicator.get());
		List<Facts> facts = new ArrayList<>();
		used.forEach((submission, fields) -> facts
			.add(facts(value, indicator.get(), feed.get(), submission, List.copyOf(fields), limit)));
		return facts;
	}

	private static Map<Long, Set<String>> used(Value value, Indicator indicator) {
		Map<Long, Set<String>> used = new LinkedHashMap<>();
		put(used, value.sources().numerator(), fields(indicator.of()));
		put(used, value.sources().denominator(), fields(indicator.in()));
		put(used, value.sources().stated(),
				Stream
					.of(Optional.ofNullable(indicator.reported()), Optional.ofNullable(indicator.prior()),
							Optional.ofNullable(indicator.growth()))
					.flatMap(Optional::stream)
					.toList());
		return used;
	}

	private static void put(Map<Long, Set<String>> used, @Nullable Long submission, Iterable<String> fields) {
		if (submission != null) {
			fields.forEach((field) -> used.computeIfAbsent(submission, (none) -> new LinkedHashSet<>()).add(field));
		}
	}

	private static Set<String> fields(@Nullable Expression expression) {
		return (expression != null) ? expression.fields() : Set.of();
	}

	private Facts facts(Value value, Indicator indicator, Feed feed, long submission, List<String> fields, int limit) {
		ValueKey key = value.key();
		Criteria criteria = new Criteria().equal("f.submission_id", "submission", submission);
		equal(criteria, feed, FieldType.REGION, key.region());
		equal(criteria, feed, FieldType.PERIOD, key.period());
		equal(criteria, feed, FieldType.BASIS, key.basis());
		if (indicator.byStage()) {
			equal(criteria, feed, FieldType.STAGE, key.stage());
		}
		String from = " from " + feed.table() + " f where " + criteria.sql();
		long total = criteria.bind(this.jdbc.sql("select count(*)" + from)).query(Long.class).single();
		String counts = counting(indicator, fields);
		String columns = fields.stream().map((field) -> ", f." + field).reduce("", String::concat);
		List<FactLine> lines = criteria
			.bind(this.jdbc.sql("select f.line, f.item" + columns + from + " order by case when " + counts
					+ " is null then 0 when " + counts + " > 0 then 1 else 2 end, f.line, f.item limit " + limit))
			.query((row, number) -> line(row, fields))
			.list();
		return new Facts(submission, fields, total, lines);
	}

	/** What makes a fact count: the numerator, or whichever field of it is at hand. */
	private static String counting(Indicator indicator, List<String> fields) {
		Expression numerator = indicator.of();
		boolean atHand = numerator != null && fields.containsAll(numerator.fields());
		return (atHand && numerator != null) ? "(" + numerator.sql((field) -> "f." + field) + ")"
				: "f." + fields.get(0);
	}

	/** A dimension that a fact does not carry is empty in the value. */
	private static void equal(Criteria criteria, Feed feed, FieldType type, Object wanted) {
		if (!"".equals(wanted)) {
			feed.fields()
				.stream()
				.filter((field) -> field.type() == type)
				.findFirst()
				.map(Field::name)
				.ifPresent((column) -> criteria.equal("f." + column, "dimension_" + column, wanted));
		}
	}

	private static FactLine line(ResultSet row, List<String> fields) throws SQLException {
		Map<String, BigDecimal> figures = new LinkedHashMap<>();
		for (int i = 0; i < fields.size(); i++) {
			BigDecimal figure = row.getBigDecimal(3 + i);
			if (figure != null) {
				figures.put(fields.get(i), figure);
			}
		}
		return new FactLine(row.getInt(1), row.getInt(2), figures);
	}

}
