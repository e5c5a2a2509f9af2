package org.dudao.finding;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.dudao.catalog.Rule;
import org.dudao.database.Bulk;
import org.dudao.finding.Explanation.Event;
import org.dudao.finding.Finding.Because;
import org.dudao.finding.Finding.State;
import org.dudao.finding.Finding.Subject;
import org.dudao.finding.Finding.Turn;
import org.dudao.indicator.Place;
import org.dudao.indicator.ValueRows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables of findings and of the turns in their lives. */
final class FindingRows {

	private static final List<String> INSERTED = List.of("rule", "region", "period", "stage", "basis", "severity",
			"state", "opened_at", "opened_by", "verdict_id");

	private static final List<String> EVENT = List.of("finding_id", "event", "happened_at", "submission_id", "because",
			"verdict_id", "state", "author", "said", "reason_code", "until_date");

	private static final String UPDATE = "update finding set severity = ?, state = ?, opened_at = ?, opened_by = ?,"
			+ " closed_at = ?, closed_by = ?, closed_because = ?, verdict_id = ?, statement_id = ? where id = ?";

	/** The columns of a finding and of the statement that makes its state. */
	static final String COLUMNS = "f.id f_id, f.rule f_rule, f.region f_region, f.period f_period, f.stage f_stage,"
			+ " f.basis f_basis, f.severity f_severity, f.state f_state, f.opened_at f_opened_at,"
			+ " f.opened_by f_opened_by, f.closed_at f_closed_at, f.closed_by f_closed_by,"
			+ " f.closed_because f_closed_because, f.verdict_id f_verdict_id, f.statement_id f_statement_id,"
			+ " s.state s_state, s.reason_code s_reason_code, s.said s_said, s.until_date s_until_date,"
			+ " s.author s_author";

	/** Joins that statement. */
	static final String STATEMENT = " left join finding_statement s on s.id = f.statement_id";

	private static final String SELECT = "select " + COLUMNS + " from finding f" + STATEMENT;

	private final JdbcTemplate template;

	private final JdbcClient jdbc;

	private final Bulk bulk;

	FindingRows(JdbcTemplate template) {
		this.template = template;
		this.jdbc = JdbcClient.create(template);
		this.bulk = new Bulk(template);
	}

	/** A finding with the verdict and the statement that its row names. */
	record Row(Finding finding, @Nullable Long verdictId, @Nullable Long statementId) {
	}

	/**
	 * A finding as it is now, and the turn that it took.
	 *
	 * @param event what is entered of the turn, null when there is none
	 */
	record Change(Finding finding, @Nullable Long verdictId, @Nullable Long statementId, @Nullable Event event) {

		@Nullable Turn turn() {
			return (this.event != null) ? this.event.turn() : null;
		}

	}

	List<Row> of(Collection<String> rules, Collection<Place> places) {
		if (rules.isEmpty() || places.isEmpty()) {
			return List.of();
		}
		Set<Place> wanted = new HashSet<>(places);
		return this.jdbc.sql(SELECT + " where f.region in (:regions) and f.period in (:periods) and f.rule in (:rules)")
			.param("regions", wanted.stream().map(Place::region).collect(Collectors.toSet()))
			.param("periods", wanted.stream().map(Place::period).collect(Collectors.toSet()))
			.param("rules", rules)
			.query((row, number) -> row(row))
			.list()
			.stream()
			.filter((row) -> wanted
				.contains(new Place(row.finding().subject().region(), row.finding().subject().period())))
			.toList();
	}

	/** The findings of these numbers; they are few. */
	List<Row> numbered(Collection<Long> numbers) {
		return numbers.isEmpty() ? List.of()
				: this.jdbc.sql(SELECT + " where f.id in (:numbers) order by f.id")
					.param("numbers", numbers)
					.query((row, number) -> row(row))
					.list();
	}

	private static Row row(ResultSet row) throws SQLException {
		return new Row(finding(row, "f_"), VerdictRows.number(row, "f_verdict_id"),
				VerdictRows.number(row, "f_statement_id"));
	}

	/** Writes new findings (their number is 0), changed ones, and each turn they took. */
	void write(List<Change> changes) {
		List<Change> added = changes.stream().filter((change) -> change.finding().id() == 0).toList();
		this.bulk.insert("finding", INSERTED, added.stream().map(FindingRows::inserted).toList());
		this.template.batchUpdate(UPDATE,
				changes.stream().filter((change) -> change.finding().id() != 0).map(FindingRows::updated).toList());
		Map<Subject, Long> numbers = numbers(added);
		List<@Nullable Object[]> events = new ArrayList<>();
		for (Change change : changes) {
			Finding finding = change.finding();
			Event event = change.event();
			if (event != null) {
				long number = (finding.id() != 0) ? finding.id()
						: Objects.requireNonNull(numbers.get(finding.subject()));
				events.add(event(event, number, change.verdictId()));
			}
		}
		this.bulk.insert("finding_event", EVENT, events);
	}

	/** The numbers that the database gave, in one statement and not one a finding. */
	private Map<Subject, Long> numbers(List<Change> added) {
		Set<String> rules = new HashSet<>();
		Set<Place> places = new HashSet<>();
		for (Change change : added) {
			Subject subject = change.finding().subject();
			rules.add(subject.rule());
			places.add(new Place(subject.region(), subject.period()));
		}
		return of(rules, places).stream().map(Row::finding).collect(Collectors.toMap(Finding::subject, Finding::id));
	}

	private static @Nullable Object[] inserted(Change change) {
		Finding finding = change.finding();
		Subject subject = finding.subject();
		return new @Nullable Object[] { subject.rule(), subject.region(), subject.period(), subject.stage(),
				subject.basis(), finding.severity().name(), finding.state().name(), ValueRows.utc(finding.openedAt()),
				finding.openedBy(), change.verdictId() };
	}

	private static @Nullable Object[] updated(Change change) {
		Finding finding = change.finding();
		return new @Nullable Object[] { finding.severity().name(), finding.state().name(),
				ValueRows.utc(finding.openedAt()), finding.openedBy(), utc(finding.closedAt()), finding.closedBy(),
				name(finding.because()), change.verdictId(), change.statementId(), finding.id() };
	}

	private static @Nullable Object[] event(Event event, long number, @Nullable Long verdictId) {
		Statement said = event.statement();
		return new @Nullable Object[] { number, event.turn().name(), ValueRows.utc(event.at()), event.submission(),
				name(event.because()), verdictId, event.state().name(), (said != null) ? said.author() : null,
				(said != null) ? said.text() : null, (said != null) ? said.reason() : null,
				(said != null) ? said.until() : null };
	}

	static Finding finding(ResultSet row, String prefix) throws SQLException {
		Subject subject = new Subject(row.getString(prefix + "rule"), row.getString(prefix + "region"),
				row.getInt(prefix + "period"), row.getString(prefix + "stage"), row.getString(prefix + "basis"));
		String because = row.getString(prefix + "closed_because");
		return new Finding(row.getLong(prefix + "id"), subject,
				Rule.Severity.valueOf(row.getString(prefix + "severity")),
				State.valueOf(row.getString(prefix + "state")),
				Objects.requireNonNull(instant(row, prefix + "opened_at")),
				VerdictRows.number(row, prefix + "opened_by"), instant(row, prefix + "closed_at"),
				VerdictRows.number(row, prefix + "closed_by"), (because != null) ? Because.valueOf(because) : null,
				StatementRows.statement(row, "s_"));
	}

	static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
		LocalDateTime moment = row.getObject(column, LocalDateTime.class);
		return (moment != null) ? moment.toInstant(ZoneOffset.UTC) : null;
	}

	private static @Nullable LocalDateTime utc(@Nullable Instant moment) {
		return (moment != null) ? ValueRows.utc(moment) : null;
	}

	private static @Nullable String name(@Nullable Enum<?> constant) {
		return (constant != null) ? constant.name() : null;
	}

}
