package org.dudao.submission;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.dudao.message.Message;
import org.dudao.message.StoredArguments;
import org.dudao.submission.Submission.Hints;
import org.dudao.submission.SubmissionEvents.Event;
import org.dudao.submission.SubmissionEvents.Kind;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;

/** The submissions in the database. */
public final class Submissions {

	private static final String SELECT = "select * from submission ";

	private static final int REASONS_AT_A_TIME = 500;

	private final JdbcClient jdbc;

	private final SubmissionEvents events;

	/** The submissions of that database. */
	public Submissions(JdbcClient jdbc) {
		this.jdbc = jdbc;
		this.events = new SubmissionEvents(jdbc);
	}

	/** The submission with that number. */
	public Optional<Submission> find(long id) {
		return list(this.jdbc.sql(SELECT + "where id = ?").param(id)).stream().findFirst();
	}

	/** The submission of those bytes. */
	public Optional<Submission> find(String sha256) {
		return list(this.jdbc.sql(SELECT + "where sha256 = ?").param(sha256)).stream().findFirst();
	}

	/** When the facts of a submission were removed; empty when they were not. */
	public Optional<Instant> purged(long id) {
		return this.jdbc.sql("select facts_purged_at from submission where id = ? and facts_purged_at is not null")
			.param(id)
			.query((rs, row) -> instant(rs, "facts_purged_at"))
			.optional();
	}

	/** Whether the bytes of a submission were removed from the archive. */
	public boolean isFilePurged(long id) {
		return this.jdbc.sql("select count(*) from submission where id = ? and file_purged_at is not null")
			.param(id)
			.query(Integer.class)
			.single() > 0;
	}

	/** All submissions of one of those states, by number. */
	public List<Submission> in(List<SubmissionState> states) {
		return list(this.jdbc.sql(SELECT + "where state in (:states) order by id")
			.param("states", states.stream().map(Enum::name).toList()));
	}

	/** The submissions of those numbers, not too many at once, by number. */
	public List<Submission> all(Collection<Long> ids) {
		return ids.isEmpty() ? List.of()
				: list(this.jdbc.sql(SELECT + "where id in (:ids) order by id").param("ids", ids));
	}

	/** The submissions that were taken up after a run, by sender and file name. */
	public List<Submission> after(long run) {
		return list(this.jdbc.sql(SELECT + "where run_id > ? order by sender, file_name, id").param(run));
	}

	/**
	 * Those that could be run again, of a region's senders and of a feed, newest first.
	 * In the place of one that was corrected stands its correction.
	 */
	public List<Submission> needing(@Nullable String region, @Nullable String feed) {
		return list(this.jdbc.sql(SELECT + """
				where state in ('HELD', 'REJECTED', 'FAILED') and not exists (select 1 from submission child
				where child.parent_id = submission.id and %s)
				and (:region is null or sender = :region)
				and (:feed is null or feed = :feed or hint_feed = :feed) order by id desc""".formatted(Lineage.STANDS))
			.param("region", region)
			.param("feed", feed));
	}

	/** Enters a new file, in state RECEIVED. */
	public long add(String sha256, long sizeBytes, Arrival arrival) {
		GeneratedKeyHolder key = new GeneratedKeyHolder();
		this.jdbc.sql("""
				insert into submission (sha256, size_bytes, sender, file_name, state, received_at, run_id, attempt,
				catalog_version, hint_feed, hint_period, accepted_reason, accepted_by)
				values (?, ?, ?, ?, 'RECEIVED', ?, ?, 0, ?, ?, ?, ?, ?)""")
			.params(sha256, sizeBytes, (arrival.sender() != null) ? arrival.sender() : "", arrival.fileName(),
					utc(arrival.at()), arrival.run(), arrival.catalogVersion(), arrival.hints().feed(),
					arrival.hints().period(), arrival.hints().accept(), arrival.hints().officer())
			.update(key, "id");
		long id = Objects.requireNonNull(key.getKey()).longValue();
		this.events.add(id, Event.of(Kind.RECEIVED, arrival.at(), List.of(), null));
		accepted(id, Hints.NONE, arrival);
		return id;
	}

	/** Who lets a file through says so once, however often it is read then. */
	private void accepted(long id, Hints before, Arrival arrival) {
		Hints now = arrival.hints();
		if (now.accept() != null && !(now.accept().equals(before.accept()))) {
			this.events.add(id, Event.by(Kind.ACCEPTED, arrival.at(), now.officer(), now.accept(), null));
		}
	}

	/** Enters that the same bytes have come again and are to be read again. */
	public void again(long id, Arrival arrival) {
		Submission before = find(id).orElseThrow();
		this.events.add(id, Event.of(Kind.AGAIN, arrival.at(), List.of(), null));
		accepted(id, before.state().isUnfinished() ? before.hints() : Hints.NONE, arrival);
		this.jdbc.sql("""
				update submission set sender = ?, file_name = ?, state = 'RECEIVED', decided_at = null, run_id = ?,
				catalog_version = ?, hint_feed = ?, hint_period = ?, accepted_reason = ?, accepted_by = ?
				where id = ?""")
			.params((arrival.sender() != null) ? arrival.sender() : "", arrival.fileName(), arrival.run(),
					arrival.catalogVersion(), arrival.hints().feed(), arrival.hints().period(),
					arrival.hints().accept(), arrival.hints().officer(), id)
			.update();
		forgetReasons(id);
	}

	/**
	 * Enters that a file is being read.
	 */
	public void loading(long id) {
		this.jdbc
			.sql("update submission set state = 'LOADING', attempt = attempt + 1, facts_purged_at = null,"
					+ " file_purged_at = null where id = ?")
			.param(id)
			.update();
		forgetReasons(id);
	}

	/** Enters how the file is written. */
	public void recognised(long id, Recognition recognition) {
		this.jdbc.sql("""
				update submission set feed = ?, layout = ?, charset_name = ?, delimiter_char = ?, header_line = ?,
				header_cells = ?, column_map = ? where id = ?""")
			.params(recognition.feed(), recognition.layout(), recognition.charset(),
					String.valueOf(recognition.delimiter()), recognition.headerLine(), recognition.header(),
					recognition.columns(), id)
			.update();
	}

	/** How a submission was recognised; empty when it was not. */
	public Optional<Recognition> recognition(long id) {
		return this.jdbc.sql("""
				select feed, layout, charset_name, delimiter_char, header_line, header_cells, column_map
				from submission where id = ? and column_map is not null""")
			.param(id)
			.query((rs, row) -> new Recognition(rs.getString(1), rs.getString(2), rs.getString(3),
					rs.getString(4).charAt(0), rs.getInt(5), rs.getString(6), rs.getString(7)))
			.optional();
	}

	/** Enters what the rows came to. */
	public void counted(long id, Ledger ledger) {
		this.jdbc.sql("""
				update submission set rows_read = ?, rows_accepted = ?, rows_rejected = ?, rows_ignored = ?, facts = ?
				where id = ?""")
			.params(ledger.read(), ledger.accepted(), ledger.rejected(), ledger.ignored(), ledger.facts(), id)
			.update();
	}

	/**
	 * Enters what the last digits are worth that a file is written with.
	 * @param lastDigits as JSON
	 */
	public void declared(long id, String lastDigits) {
		this.jdbc.sql("update submission set last_digits = ? where id = ?").params(lastDigits, id).update();
	}

	/**
	 * Enters which years a file declares not to be comparable with the year before. Said
	 * again, it stays as it is.
	 * @param notes where the file says so, by year
	 */
	public void seriesBreaks(long id, Map<Integer, Note> notes) {
		Map<Integer, Note> known = new HashMap<>();
		this.jdbc.sql("select period, line, note from series_break where submission_id = ?")
			.param(id)
			.query((ResultSet rs) -> {
				known.put(rs.getInt(1), new Note(rs.getInt(2), rs.getString(3)));
			});
		if (!known.equals(notes)) {
			this.jdbc.sql("delete from series_break where submission_id = ?").param(id).update();
			notes.forEach((period, note) -> this.jdbc
				.sql("insert into series_break (submission_id, period, line, note) values (?, ?, ?, ?)")
				.params(id, period, note.line(), note.text())
				.update());
		}
	}

	/** Enters that another submission has taken the last place where it was in force. */
	void superseded(long id, long by, Instant now) {
		enter(id, SubmissionState.SUPERSEDED, List.of(), now);
		this.events.add(id, Event.of(Kind.SUPERSEDED, now, List.of(), by));
	}

	/** Enters that a person took a submission back. */
	void withdrawn(Publications.Withdrawal withdrawal, Instant now) {
		enter(withdrawal.submission(), SubmissionState.WITHDRAWN, List.of(), now);
		this.events.add(withdrawal.submission(),
				Event.by(Kind.WITHDRAWN, now, withdrawal.author(), withdrawal.reason(), null));
	}

	/** Enters that a submission is in force again where another was withdrawn. */
	void reinstated(long id, long withdrawn, Instant now) {
		enter(id, SubmissionState.PUBLISHED, List.of(), now);
		this.events.add(id, Event.of(Kind.REINSTATED, now, List.of(), withdrawn));
	}

	/** What of that kind happened last to a submission. */
	public Optional<Event> last(long id, Kind kind) {
		return this.events.last(id, kind);
	}

	/**
	 * Enters a decision with its reasons, and where a file's way ends also in its story.
	 */
	public void decide(long id, SubmissionState state, List<Message> reasons, Instant now) {
		enter(id, state, reasons, now);
		if (state != SubmissionState.LOADED) {
			this.events.add(id, Event.of(Kind.valueOf(state.name()), now, reasons, null));
		}
	}

	private void enter(long id, SubmissionState state, List<Message> reasons, Instant now) {
		this.jdbc.sql("update submission set state = ?, decided_at = ? where id = ?")
			.params(state.name(), utc(now), id)
			.update();
		forgetReasons(id);
		for (int i = 0; i < reasons.size(); i++) {
			this.jdbc.sql("insert into submission_reason (submission_id, seq, code, args) values (?, ?, ?, ?)")
				.params(id, i, reasons.get(i).code(), StoredArguments.of(reasons.get(i)))
				.update();
		}
	}

	private void forgetReasons(long id) {
		this.jdbc.sql("delete from submission_reason where submission_id = ?").param(id).update();
	}

	/** Their reasons are not asked for one by one. */
	private List<Submission> list(JdbcClient.StatementSpec wanted) {
		Map<Long, List<Message>> reasons = new HashMap<>();
		List<Submission> found = wanted.query((rs, row) -> map(rs, reasons)).list();
		List<Long> ids = List.copyOf(reasons.keySet());
		for (int from = 0; from < ids.size(); from += REASONS_AT_A_TIME) {
			this.jdbc.sql("""
					select submission_id, code, args from submission_reason where submission_id in (:ids)
					order by submission_id, seq""")
				.param("ids", ids.subList(from, Math.min(from + REASONS_AT_A_TIME, ids.size())))
				.query((rs) -> {
					Objects.requireNonNull(reasons.get(rs.getLong(1)))
						.add(StoredArguments.read(rs.getString(2), rs.getString(3)));
				});
		}
		return found;
	}

	private static Submission map(ResultSet rs, Map<Long, List<Message>> reasons) throws SQLException {
		String sender = rs.getString("sender");
		SubmissionState state = SubmissionState.valueOf(rs.getString("state"));
		Instant decided = (rs.getTimestamp("decided_at") != null) ? instant(rs, "decided_at") : null;
		Integer period = rs.getObject("hint_period", Integer.class);
		return new Submission(rs.getLong("id"), rs.getString("sha256"), sender.isEmpty() ? null : sender,
				rs.getString("file_name"), rs.getLong("size_bytes"), state, instant(rs, "received_at"), decided,
				rs.getInt("attempt"), rs.getString("catalog_version"),
				new Hints(rs.getString("hint_feed"), period, rs.getString("accepted_reason"),
						rs.getString("accepted_by")),
				rs.getString("feed"), rs.getString("layout"), rs.getString("charset_name"),
				new Ledger(rs.getInt("rows_read"), rs.getInt("rows_accepted"), rs.getInt("rows_rejected"),
						rs.getInt("rows_ignored"), rs.getInt("facts")),
				reasons.computeIfAbsent(rs.getLong("id"), (id) -> new ArrayList<>()));
	}

	/** How a time is stored: as UTC, to the microsecond. */
	public static LocalDateTime utc(Instant time) {
		return LocalDateTime.ofInstant(time.truncatedTo(ChronoUnit.MICROS), ZoneOffset.UTC);
	}

	/** Reads back {@link #utc}. */
	public static Instant instant(ResultSet rs, String column) throws SQLException {
		return rs.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
	}

	/**
	 * A line of a file that says something about its figures.
	 *
	 * @param line its number, from 1
	 * @param text what it says, the first 1000 characters
	 */
	public record Note(int line, String text) {

		public Note {
			text = (text.length() > MAX_NOTE) ? text.substring(0, MAX_NOTE) : text;
		}

		private static final int MAX_NOTE = 1000;

	}

	/**
	 * How a file came in.
	 *
	 * @param sender the code of the sending region, or null
	 * @param fileName the name it was sent under
	 * @param run the run that took it in
	 * @param catalogVersion the catalogue it is read with
	 * @param hints what the officer said about it
	 * @param at when
	 */
	public record Arrival(@Nullable String sender, String fileName, long run, String catalogVersion, Hints hints,
			Instant at) {
	}

	/**
	 * How a file is written.
	 *
	 * @param feed the feed
	 * @param layout the layout
	 * @param charset the charset
	 * @param delimiter what stands between two cells
	 * @param headerLine the line the header begins on
	 * @param header the header's cells, as a JSON array
	 * @param columns where each field is found, as JSON
	 */
	public record Recognition(String feed, String layout, String charset, char delimiter, int headerLine, String header,
			String columns) {
	}

}
