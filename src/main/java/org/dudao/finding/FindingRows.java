package org.dudao.finding;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.dudao.catalog.Rule;
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

	private static final String INSERT = "insert into finding (rule, region, period, stage, basis, severity, state,"
			+ " opened_at, opened_by, verdict_id) values (?, ?, ?, ?, ?, ?, 'OPEN', ?, ?, ?)";

	private static final String UPDATE = "update finding set severity = ?, state = ?, opened_at = ?, opened_by = ?,"
			+ " closed_at = ?, closed_by = ?, closed_because = ?, verdict_id = ? where id = ?";

	private static final String EVENT = "insert into finding_event"
			+ " (finding_id, event, happened_at, submission_id, because, verdict_id) values (?, ?, ?, ?, ?, ?)";

	private final JdbcTemplate template;

	private final JdbcClient jdbc;

	FindingRows(JdbcTemplate template) {
		this.template = template;
		this.jdbc = JdbcClient.create(template);
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

	/**
	 * Writes new findings (their number is 0), changed ones, and each turn they took.
	 * @param rules the rules, and
	 * @param places the places that the findings are of
	 */
	void write(List<Change> changes, Collection<String> rules, Collection<Place> places) {
		List<@Nullable Object[]> inserts = new ArrayList<>();
		List<@Nullable Object[]> updates = new ArrayList<>();
		for (Change change : changes) {
			if (change.finding().id() == 0) {
				inserts.add(inserted(change));
			}
			else {
				updates.add(updated(change));
			}
		}
		this.template.batchUpdate(INSERT, inserts);
		this.template.batchUpdate(UPDATE, updates);
		Map<Subject, Long> numbers = new HashMap<>();
		if (!inserts.isEmpty()) {
			of(rules, places).forEach((row) -> numbers.put(row.finding().subject(), row.finding().id()));
		}
		this.template.batchUpdate(EVENT,
				changes.stream()
					.filter((change) -> change.turn() != null)
					.map((change) -> event(change, numbers))
					.toList());
	}

	private static @Nullable Object[] inserted(Change change) {
		Finding finding = change.finding();
		Subject subject = finding.subject();
		return new @Nullable Object[] { subject.rule(), subject.region(), subject.period(), subject.stage(),
				subject.basis(), finding.severity().name(), ValueRows.utc(finding.openedAt()), finding.openedBy(),
				change.verdictId() };
	}

	private static @Nullable Object[] updated(Change change) {
		Finding finding = change.finding();
		return new @Nullable Object[] { finding.severity().name(), finding.state().name(),
				ValueRows.utc(finding.openedAt()), finding.openedBy(), utc(finding.closedAt()), finding.closedBy(),
				name(finding.because()), change.verdictId(), finding.id() };
	}

	private static @Nullable Object[] event(Change change, Map<Subject, Long> numbers) {
		Finding finding = change.finding();
		boolean closed = finding.state() == State.CLOSED;
		Long number = (finding.id() != 0) ? finding.id() : numbers.get(finding.subject());
		return new @Nullable Object[] { number, name(change.turn()),
				utc(closed ? finding.closedAt() : finding.openedAt()), closed ? finding.closedBy() : finding.openedBy(),
				name(finding.because()), change.verdictId() };
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
