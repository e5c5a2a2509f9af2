package org.dudao.batch;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.dudao.submission.Runs;
import org.dudao.submission.Submissions;
import org.jspecify.annotations.Nullable;

/**
 * What a replay takes over as it is recorded, since it is no result of any computing:
 * which files a run read, what was put in force when, and what persons said of findings.
 */
final class PastRecords {

	private static final List<String> SLOT = List.of("feed", "part", "region", "period");

	private static final List<String> SUBJECT = List.of("rule", "region", "period", "stage", "basis");

	private final Copying copying;

	private final LocalDateTime end;

	/** The numbers that statements of persons have in the second database. */
	private final Map<Long, Long> statements = new LinkedHashMap<>();

	/** Records up to that moment. */
	PastRecords(Copying copying, Instant end) {
		this.copying = copying;
		this.end = Submissions.utc(end);
	}

	/** Enters a run as it began, with those files that it read and that ever counted. */
	List<String> begin(Runs.Entry run) {
		this.copying.write("run", this.copying
			.read("select id, job, started_at, catalog_version, program_version from run where id = ?", run.id()));
		String files = " from planned_file p join submission s on s.id = p.submission_id where p.run_id = ?"
				+ " and p.outcome in ('NEW', 'AGAIN') and exists (select 1 from publication x"
				+ " where x.submission_id = p.submission_id and x.recorded_at <= ?)";
		for (Map<String, @Nullable Object> submission : this.copying.read("select distinct s.*" + files, run.id(),
				this.end)) {
			submission.put("state", "RECEIVED");
			if (this.copying.number("select id from submission where id = ?", submission.get("id")) == null) {
				this.copying.write("submission", List.of(submission));
				this.copying.write("corrected_row",
						this.copying.read("select * from corrected_row where submission_id = ?", submission.get("id")));
			}
		}
		this.copying.write("planned_file", this.copying.read("select p.*" + files, run.id(), this.end));
		return this.copying.read("select distinct s.sha256" + files, run.id(), this.end)
			.stream()
			.map((row) -> String.valueOf(row.get("sha256")))
			.toList();
	}

	/**
	 * Puts in force, and takes out of it, what was so after one moment and up to another.
	 */
	void publish(Instant after, Instant until) {
		LocalDateTime from = Submissions.utc(after);
		LocalDateTime to = Submissions.utc(until);
		List<Map<String, @Nullable Object>> rows = this.copying.read("""
				select * from publication where (recorded_at > ? and recorded_at <= ?)
				or (superseded_at > ? and superseded_at <= ?) order by id""", from, to, from, to);
		Map<List<Object>, Map<String, @Nullable Object>> slots = new LinkedHashMap<>();
		Map<List<Object>, Object> stale = new LinkedHashMap<>();
		for (Map<String, @Nullable Object> row : rows) {
			if (row.get("superseded_at") instanceof LocalDateTime superseded && superseded.isAfter(to)) {
				row.put("superseded_at", null);
				row.put("superseded_by", null);
			}
			boolean isNew = row.get("recorded_at") instanceof LocalDateTime recorded && recorded.isAfter(from);
			if (isNew) {
				this.copying.write("publication", List.of(row));
			}
			else {
				this.copying.change("update publication set superseded_at = ?, superseded_by = ? where id = ?", List
					.<Object[]>of(new Object[] { row.get("superseded_at"), row.get("superseded_by"), row.get("id") }));
			}
			List<Object> slot = values(row, SLOT);
			boolean inForce = row.get("superseded_at") == null;
			slots.merge(slot, row, (one, other) -> (other.get("superseded_at") == null) ? other : one);
			Object submission = row.get("submission_id");
			List<Object> place = values(row, List.of("feed", "region", "period"));
			if (submission != null && (inForce || !stale.containsKey(place))) {
				stale.put(place, submission);
			}
		}
		this.copying.change("delete from slot where feed = ? and part = ? and region = ? and period = ?",
				slots.keySet().stream().map(List::toArray).toList());
		slots.forEach((slot, row) -> {
			if (row.get("superseded_at") == null) {
				Map<String, @Nullable Object> filled = new LinkedHashMap<>();
				List.of("feed", "part", "region", "period", "submission_id", "facts")
					.forEach((column) -> filled.put(column, row.get(column)));
				this.copying.write("slot", List.of(filled));
			}
		});
		stale.forEach((place, submission) -> {
			this.copying.change("delete from stale_slot where feed = ? and region = ? and period = ?",
					List.<Object[]>of(place.toArray()));
			this.copying.change("insert into stale_slot (feed, region, period, submission_id) values (?, ?, ?, ?)",
					List.<Object[]>of(new Object[] { place.get(0), place.get(1), place.get(2), submission }));
		});
	}

	/** Enters what persons said of findings after one moment and up to another. */
	void say(Instant after, Instant until) {
		List<Map<String, @Nullable Object>> acts = this.copying.read("""
				select e.*, f.rule, f.region, f.period, f.stage, f.basis from finding_event e
				join finding f on f.id = e.finding_id
				where e.happened_at > ? and e.happened_at <= ? and e.author is not null and e.event <> 'RESUMED'
				and (e.event in ('EXPLAINED', 'RECTIFYING', 'VERIFIED') or e.because = 'PERSON') order by e.id""",
				Submissions.utc(after), Submissions.utc(until));
		for (Map<String, @Nullable Object> act : acts) {
			Long finding = this.copying.number(
					"select id from finding where rule = ? and region = ? and period = ? and stage = ? and basis = ?",
					values(act, SUBJECT).toArray());
			if (finding != null) {
				say(act, finding);
			}
		}
	}

	private void say(Map<String, @Nullable Object> act, long finding) {
		Object there = act.get("finding_id");
		Object at = act.get("happened_at");
		for (Map<String, @Nullable Object> ended : this.copying.read("""
				select id, ended_at, ended_because from finding_statement where finding_id = ? and ended_at = ?
				and ended_because in ('PERSON', 'REPLACED')""", there, at)) {
			this.copying.change("update finding_statement set ended_at = ?, ended_because = ? where id = ?",
					List.<Object[]>of(new Object[] { ended.get("ended_at"), ended.get("ended_because"),
							this.statements.get(ended.get("id")) }));
		}
		Long statement = null;
		for (Map<String, @Nullable Object> said : this.copying.read(
				"select * from finding_statement where finding_id = ? and made_at = ? and state = ? order by id", there,
				at, act.get("state"))) {
			Object number = said.remove("id");
			said.put("finding_id", finding);
			said.put("ended_at", null);
			said.put("ended_because", null);
			this.copying.write("finding_statement", List.of(said));
			statement = this.copying.number("select max(id) from finding_statement");
			if (number instanceof Number known && statement != null) {
				this.statements.put(known.longValue(), statement);
			}
		}
		boolean closed = "CLOSED".equals(act.get("state"));
		this.copying.change("""
				update finding set state = ?, statement_id = ?, closed_at = ?, closed_by = null, closed_because = ?
				where id = ?""", List.<Object[]>of(
				new Object[] { act.get("state"), statement, closed ? at : null, closed ? "PERSON" : null, finding }));
		SUBJECT.forEach(act::remove);
		act.remove("id");
		act.put("finding_id", finding);
		act.put("verdict_id", null);
		this.copying.write("finding_event", List.of(act));
	}

	private static List<Object> values(Map<String, @Nullable Object> row, List<String> columns) {
		return columns.stream().map((column) -> Objects.requireNonNull(row.get(column))).toList();
	}

}
