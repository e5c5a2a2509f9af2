package org.dudao.indicator;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.dudao.catalog.Indicator;
import org.dudao.database.Bulk;
import org.dudao.indicator.Value.Coverage;
import org.dudao.indicator.Value.Origin;
import org.dudao.indicator.Value.Sources;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The table of indicator values. A row is never changed but for the time from which it is
 * no longer in force. Every call is part of the caller's transaction.
 */
public final class ValueRows {

	private static final String COLUMNS = "id, indicator, region, period, stage, basis, figure, numerator,"
			+ " denominator, restated_prior, stated_growth, origin, gap, gap_of, stages, covered, expected, covered_regions,"
			+ " numerator_submission, denominator_submission, stated_submission, above_half, below_half, prior_half,"
			+ " growth_half, break_before, break_after";

	private static final List<String> INSERTED = List.of("indicator", "region", "period", "stage", "basis", "figure",
			"numerator", "denominator", "restated_prior", "stated_growth", "origin", "gap", "gap_of", "stages",
			"covered", "expected", "covered_regions", "numerator_submission", "denominator_submission",
			"stated_submission", "above_half", "below_half", "prior_half", "growth_half", "break_before", "break_after",
			"recorded_at", "live");

	private static final int ROWS = 1000;

	private final JdbcClient jdbc;

	private final Bulk bulk;

	/** The table in that database. */
	public ValueRows(JdbcTemplate template) {
		this.jdbc = JdbcClient.create(template);
		this.bulk = new Bulk(template);
	}

	/** The values in force of these indicators at these places, in no order. */
	public List<Value> live(Collection<String> indicators, Collection<Place> places) {
		List<Value> values = new ArrayList<>();
		if (indicators.isEmpty()) {
			return values;
		}
		Collection<Place> wanted = new HashSet<>(places);
		for (List<String> regions : FactReader.batches(FactReader.regions(wanted))) {
			this.jdbc
				.sql("select " + COLUMNS + " from indicator_value where live = 1 and region in (:regions)"
						+ " and period in (:periods) and indicator in (:indicators)")
				.param("regions", regions)
				.param("periods", FactReader.periods(wanted))
				.param("indicators", indicators)
				.query(ValueRows::value)
				.list()
				.stream()
				.filter((value) -> wanted.contains(value.key().place()))
				.forEach(values::add);
		}
		return values;
	}

	/** The values in force of these indicators everywhere. */
	List<Value> live(Collection<String> indicators) {
		return this.jdbc
			.sql("select " + COLUMNS + " from indicator_value where live = 1 and indicator in (:indicators)")
			.param("indicators", indicators)
			.query(ValueRows::value)
			.list();
	}

	/** Every place where one of these indicators has a value in force. */
	Set<Place> places(Collection<String> indicators) {
		return new HashSet<>(this.jdbc
			.sql("select distinct region, period from indicator_value where live = 1 and indicator in (:indicators)")
			.param("indicators", indicators)
			.query((row, number) -> new Place(row.getString(1), row.getInt(2)))
			.list());
	}

	/** The value of that row, in force or not. */
	public Value row(long id) {
		return this.jdbc.sql("select " + COLUMNS + " from indicator_value where id = :id")
			.param("id", id)
			.query(ValueRows::value)
			.single();
	}

	/**
	 * The values that a formula's value was worked out from, as they were then, in the
	 * formula's order; an operand without a value is not among them.
	 */
	public List<Value> operands(Indicator formula, Value value) {
		ValueKey key = value.key();
		List<Value> then = this.jdbc
			.sql("select " + COLUMNS.replaceAll("(\\w+)", "o.$1") + " from indicator_value o join indicator_value f"
					+ " on o.region = f.region and o.period = f.period and o.recorded_at <= f.recorded_at"
					+ " and (o.superseded_at is null or o.superseded_at > f.recorded_at)"
					+ " where f.id = :id and o.indicator in (:indicators)")
			.param("id", value.id())
			.param("indicators", formula.where().values())
			.query(ValueRows::value)
			.list();
		Operands operands = new Operands(then);
		return formula.where()
			.values()
			.stream()
			.distinct()
			.flatMap((operand) -> operands.find(operand, Unit.of(key)).stream())
			.toList();
	}

	/** What is said of one key by these regions, in force at that moment, by region. */
	public List<Value> at(ValueKey key, Collection<String> regions, Instant moment) {
		if (regions.isEmpty()) {
			return List.of();
		}
		return this.jdbc
			.sql("select " + COLUMNS + " from indicator_value where region in (:regions) and period = :period"
					+ " and indicator = :indicator and stage = :stage and basis = :basis and recorded_at <= :moment"
					+ " and (superseded_at is null or superseded_at > :moment) order by region")
			.param("regions", regions)
			.param("period", key.period())
			.param("indicator", key.indicator())
			.param("stage", key.stage())
			.param("basis", key.basis())
			.param("moment", utc(moment))
			.query(ValueRows::value)
			.list();
	}

	/** Takes these rows out of force. */
	void supersede(List<Value> values, Instant now) {
		for (int i = 0; i < values.size(); i += ROWS) {
			this.jdbc.sql("update indicator_value set live = null, superseded_at = :now where id in (:ids)")
				.param("now", utc(now))
				.param("ids", values.subList(i, Math.min(i + ROWS, values.size())).stream().map(Value::id).toList())
				.update();
		}
	}

	/** Puts these values in force. */
	void insert(List<Value> values, Instant now) {
		LocalDateTime moment = utc(now);
		this.bulk.insert("indicator_value", INSERTED, values.stream().map((value) -> columns(value, moment)).toList());
	}

	/** The moment as the tables keep it: UTC, to the microsecond. */
	public static LocalDateTime utc(Instant moment) {
		return LocalDateTime.ofInstant(moment.truncatedTo(ChronoUnit.MICROS), ZoneOffset.UTC);
	}

	private static @Nullable Object[] columns(Value value, LocalDateTime moment) {
		ValueKey key = value.key();
		Gap gap = value.gap();
		return new @Nullable Object[] { key.indicator(), key.region(), key.period(), key.stage(), key.basis(),
				value.value(), value.numerator(), value.denominator(), value.prior(), value.growth(),
				value.origin().name(), (gap != null) ? gap.name() : null, value.gapOf(), value.stages(),
				value.coverage().covered(), value.coverage().expected(), value.coverage().fingerprint(),
				value.sources().numerator(), value.sources().denominator(), value.sources().stated(),
				value.precision().above(), value.precision().below(), value.precision().prior(),
				value.precision().growth(), value.breaks().before(), value.breaks().after(), moment, 1 };
	}

	static Value value(ResultSet row, int number) throws SQLException {
		ValueKey key = new ValueKey(row.getString("indicator"), row.getString("region"), row.getInt("period"),
				row.getString("stage"), row.getString("basis"));
		String gap = row.getString("gap");
		return new Value(row.getLong("id"), key, figure(row, "figure"), figure(row, "numerator"),
				figure(row, "denominator"), figure(row, "restated_prior"), figure(row, "stated_growth"),
				Origin.valueOf(row.getString("origin")), (gap != null) ? Gap.valueOf(gap) : null,
				row.getString("gap_of"), Objects.requireNonNull(row.getString("stages")),
				new Coverage(row.getInt("covered"), row.getInt("expected"), row.getString("covered_regions")),
				new Sources(number(row, "numerator_submission"), number(row, "denominator_submission"),
						number(row, "stated_submission")),
				new Precision(row.getBigDecimal("above_half"), row.getBigDecimal("below_half"),
						row.getBigDecimal("prior_half"), row.getBigDecimal("growth_half")),
				breaks(row));
	}

	private static Breaks breaks(ResultSet row) throws SQLException {
		Long before = number(row, "break_before");
		Long after = number(row, "break_after");
		return (before == null && after == null) ? Breaks.NONE : new Breaks(before, after);
	}

	private static @Nullable BigDecimal figure(ResultSet row, String column) throws SQLException {
		return row.getBigDecimal(column);
	}

	private static @Nullable Long number(ResultSet row, String column) throws SQLException {
		long number = row.getLong(column);
		return row.wasNull() ? null : number;
	}

}
