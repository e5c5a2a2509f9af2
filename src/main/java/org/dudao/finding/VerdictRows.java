package org.dudao.finding;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.dudao.catalog.Rule.Outcome;
import org.dudao.database.Bulk;
import org.dudao.finding.Finding.Subject;
import org.dudao.finding.Operand.Source;
import org.dudao.finding.Verdict.Classification;
import org.dudao.indicator.Place;
import org.dudao.indicator.ValueKey;
import org.dudao.indicator.ValueRows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The table of verdicts. A row is never changed but for the time from which it is no
 * longer in force.
 */
final class VerdictRows {

	private static final List<String> INSERTED = List.of("rule", "indicator", "region", "period", "stage", "basis",
			"outcome", "cause", "cause_indicator", "classification", "threshold", "series_break", "areas", "value_id",
			"figure", "published_id", "published", "prior", "growth", "source", "then_published", "then_submission",
			"than_value_id", "than_figure", "than_published_id", "than_published", "than_prior", "than_growth",
			"than_source", "than_then_published", "than_then_submission", "recorded_at", "live");

	private static final int ROWS = 1000;

	private final JdbcClient jdbc;

	private final Bulk bulk;

	VerdictRows(JdbcTemplate template) {
		this.jdbc = JdbcClient.create(template);
		this.bulk = new Bulk(template);
	}

	/** A verdict with its row. */
	record Row(long id, Verdict verdict) {
	}

	/**
	 * The verdicts in force by these rules at these places; the places are few hundreds.
	 */
	List<Row> live(Collection<String> rules, Collection<Place> places) {
		if (rules.isEmpty() || places.isEmpty()) {
			return List.of();
		}
		Set<Place> wanted = new HashSet<>(places);
		return this.jdbc
			.sql("select * from verdict where live = 1 and region in (:regions) and period in (:periods)"
					+ " and rule in (:rules)")
			.param("regions", wanted.stream().map(Place::region).collect(Collectors.toSet()))
			.param("periods", wanted.stream().map(Place::period).collect(Collectors.toSet()))
			.param("rules", rules)
			.query(VerdictRows::row)
			.list()
			.stream()
			.filter((row) -> wanted.contains(row.verdict().key().place()))
			.toList();
	}

	/** The verdict in force on that subject, or null when there is none. */
	@Nullable Row live(Subject subject) {
		return live(List.of(subject.rule()), List.of(new Place(subject.region(), subject.period()))).stream()
			.filter((row) -> Subject.of(row.verdict()).equals(subject))
			.findFirst()
			.orElse(null);
	}

	/** The names of all rules that have verdicts in force. */
	Set<String> rules() {
		return new HashSet<>(
				this.jdbc.sql("select distinct rule from verdict where live = 1").query(String.class).list());
	}

	/** Every place where one of these rules has a verdict in force. */
	Set<Place> places(Collection<String> rules) {
		return new HashSet<>(
				this.jdbc.sql("select distinct region, period from verdict where live = 1 and rule in (:rules)")
					.param("rules", rules)
					.query((row, number) -> new Place(row.getString(1), row.getInt(2)))
					.list());
	}

	void supersede(List<Row> rows, Instant now) {
		for (int i = 0; i < rows.size(); i += ROWS) {
			this.jdbc.sql("update verdict set live = null, superseded_at = :now where id in (:ids)")
				.param("now", ValueRows.utc(now))
				.param("ids", rows.subList(i, Math.min(i + ROWS, rows.size())).stream().map(Row::id).toList())
				.update();
		}
	}

	void insert(List<Verdict> verdicts, Instant now) {
		LocalDateTime moment = ValueRows.utc(now);
		this.bulk.insert("verdict", INSERTED, verdicts.stream().map((verdict) -> columns(verdict, moment)).toList());
	}

	private static @Nullable Object[] columns(Verdict verdict, LocalDateTime moment) {
		ValueKey key = verdict.key();
		List<@Nullable Object> columns = new ArrayList<>();
		columns.addAll(List.of(verdict.rule(), key.indicator(), key.region(), key.period(), key.stage(), key.basis()));
		columns.add(verdict.outcome().name());
		columns.add(name(verdict.cause()));
		columns.add(verdict.causeIndicator());
		columns.add(name(verdict.classification()));
		columns.add(verdict.threshold());
		columns.add(verdict.grounds().seriesBreak());
		columns.add(verdict.grounds().areas());
		for (Operand operand : List.of(verdict.left(), verdict.right())) {
			columns.add(operand.valueId());
			columns.add(operand.value());
			columns.add(operand.publishedId());
			columns.add(operand.published());
			columns.add(operand.prior());
			columns.add(operand.growth());
			columns.add(name(operand.source()));
			columns.add(operand.then().figure());
			columns.add(operand.then().submission());
		}
		columns.add(moment);
		columns.add(1);
		return columns.toArray();
	}

	static Row row(ResultSet row, int number) throws SQLException {
		return new Row(row.getLong("id"), verdict(row));
	}

	static Verdict verdict(ResultSet row) throws SQLException {
		String cause = row.getString("cause");
		String classification = row.getString("classification");
		ValueKey key = new ValueKey(row.getString("indicator"), row.getString("region"), row.getInt("period"),
				row.getString("stage"), row.getString("basis"));
		return new Verdict(row.getString("rule"), key, Outcome.valueOf(row.getString("outcome")),
				(cause != null) ? Cause.valueOf(cause) : null, row.getString("cause_indicator"),
				(classification != null) ? Classification.valueOf(classification) : null, operand(row, ""),
				operand(row, "than_"), row.getBigDecimal("threshold"), grounds(row));
	}

	private static Operand operand(ResultSet row, String prefix) throws SQLException {
		String source = row.getString(prefix + "source");
		return new Operand(number(row, prefix + "value_id"), figure(row, prefix + "figure"),
				number(row, prefix + "published_id"), figure(row, prefix + "published"), figure(row, prefix + "prior"),
				figure(row, prefix + "growth"), (source != null) ? Source.valueOf(source) : null, then(row, prefix));
	}

	private static Operand.Then then(ResultSet row, String prefix) throws SQLException {
		BigDecimal figure = figure(row, prefix + "then_published");
		return (figure != null) ? new Operand.Then(figure, number(row, prefix + "then_submission")) : Operand.Then.SAME;
	}

	private static Verdict.Grounds grounds(ResultSet row) throws SQLException {
		Long seriesBreak = number(row, "series_break");
		String areas = row.getString("areas");
		return (seriesBreak != null || areas != null) ? new Verdict.Grounds(seriesBreak, areas) : Verdict.Grounds.NONE;
	}

	static @Nullable Long number(ResultSet row, String column) throws SQLException {
		long number = row.getLong(column);
		return row.wasNull() ? null : number;
	}

	private static @Nullable BigDecimal figure(ResultSet row, String column) throws SQLException {
		return row.getBigDecimal(column);
	}

	private static @Nullable String name(@Nullable Enum<?> constant) {
		return (constant != null) ? constant.name() : null;
	}

}
