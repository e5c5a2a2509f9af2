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
			"verdict_id");

	private static final String UPDATE = "update finding set severity = ?, state = ?, opened_at = ?, opened_by = ?,"
			+ " closed_at = ?, closed_by = ?, closed_because = ?, verdict_id = ? where id = ?";

	private final JdbcTemplate template;

	private final JdbcClient jdbc;

	private final Bulk bulk;

	FindingRows(JdbcTemplate template) {
		this.template = template;
		this.jdbc = JdbcClient.create(template);
		this.bulk = new Bulk(template);
	}

	/** A finding with the verdict that its row names. */
	record Row(Finding finding, @Nullable Long verdictId) {
	}

	/** A turn that a finding takes. */
	record Change(Finding finding, @Nullable Turn turn, @Nullable Long verdictId) {
	}

	List<Row> of(Collection<String> rules, Collection<Place> places) {
		if (rules.isEmpty() || places.isEmpty()) {
			return List.of();
		}
		Set<Place> wanted = new HashSet<>(places);
		return this.jdbc
			.sql("select * from finding where region in (:regions) and period in (:periods) and rule in (:rules)")
			.param("regions", wanted.stream().map(Place::region).collect(Collectors.toSet()))
			.param("periods", wanted.stream().map(Place::period).collect(Collectors.toSet()))
			.param("rules", rules)
			.query((row, number) -> new Row(finding(row, ""), VerdictRows.number(row, "verdict_id")))
			.list()
			.stream()
			.filter((row) -> wanted
				.contains(new Place(row.finding().subject().region(), row.finding().subject().period())))
			.toList();
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
			if (change.turn() != null) {
				long number = (finding.id() != 0) ? finding.id()
						: Objects.requireNonNull(numbers.get(finding.subject()));
				events.add(event(change, number, change.turn()));
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
				name(finding.because()), change.verdictId(), finding.id() };
	}

	private static @Nullable Object[] event(Change change, long number, Turn turn) {
		Finding finding = change.finding();
		boolean closed = finding.state() == State.CLOSED;
		return new @Nullable Object[] { number, turn.name(), utc(closed ? finding.closedAt() : finding.openedAt()),
				closed ? finding.closedBy() : finding.openedBy(), name(finding.because()), change.verdictId() };
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
				VerdictRows.number(row, prefix + "closed_by"), (because != null) ? Because.valueOf(because) : null);
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
