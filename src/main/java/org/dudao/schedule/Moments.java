package org.dudao.schedule;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

import org.dudao.submission.Submissions;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The moments at which schedules were due, as the database knows them. Only the holder of
 * the lease takes one up, and what it says of it afterwards counts only while no later
 * holder has taken it up again.
 */
final class Moments {

	private static final int LONGEST_FAULT = 1000;

	/** The clocks of the machines of one site never differ by so much. */
	private static final Duration SKEW = Duration.ofHours(1);

	private final JdbcClient jdbc;

	Moments(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Makes a schedule known. Whatever was due before is none of its business, but the
	 * first moment after this one is, even if nobody is up then.
	 */
	void introduce(String schedule, Instant due, Instant now) {
		boolean known = this.jdbc.sql("select count(*) from schedule_run where schedule = ?")
			.param(schedule)
			.query(Long.class)
			.single() > 0;
		if (known) {
			return;
		}
		try {
			this.jdbc.sql("insert into schedule_run (schedule, due_at, ended_at, outcome) values (?, ?, ?, 'NEW')")
				.params(schedule, Submissions.utc(due), Submissions.utc(now))
				.update();
		}
		catch (DuplicateKeyException another) {
			// Another process has just done so.
		}
	}

	/** What became of the last moment up to that one that was taken up; else empty. */
	Optional<Moment> last(String schedule, Instant due) {
		return this.jdbc
			.sql("select * from schedule_run where schedule = ? and due_at <= ? order by due_at desc limit 1")
			.params(schedule, Submissions.utc(due))
			.query(Moments::moment)
			.optional();
	}

	/** The last moment up to that one that was done; else empty. */
	Optional<Instant> lastDone(String schedule, Instant due) {
		return this.jdbc
			.sql("select due_at from schedule_run where schedule = ? and due_at <= ? and outcome = 'DONE'"
					+ " order by due_at desc limit 1")
			.params(schedule, Submissions.utc(due))
			.query((rs, row) -> rs.getObject(1, LocalDateTime.class).toInstant(ZoneOffset.UTC))
			.optional();
	}

	/**
	 * The last moment up to that one after which nothing was left to be done; else empty.
	 */
	Optional<Instant> lastSettled(String schedule, Instant due) {
		return this.jdbc
			.sql("select max(due_at) from schedule_run where schedule = ? and due_at <= ?"
					+ " and outcome in ('DONE', 'NEW')")
			.params(schedule, Submissions.utc(due))
			.query((rs, row) -> Optional.ofNullable(rs.getObject(1, LocalDateTime.class)))
			.single()
			.map((settled) -> settled.toInstant(ZoneOffset.UTC));
	}

	/**
	 * Whether that moment, or a later one, has come to its end. What is due in days to
	 * come was entered by a clock that was wrong and has been put right: were it to
	 * count, no night would be run until then.
	 * @param now what time it is
	 */
	boolean isEnded(String schedule, Instant due, Instant now) {
		return this.jdbc
			.sql("select count(*) from schedule_run where schedule = ? and due_at between ? and ?"
					+ " and ended_at is not null")
			.params(schedule, Submissions.utc(due), Submissions.utc(now.plus(SKEW)))
			.query(Long.class)
			.single() > 0;
	}

	/**
	 * Takes a moment up, again if need be, lets go of earlier ones, and forgets those
	 * that a wrong clock has entered. To be called while the lease is held.
	 * @return how many attempts there were with this one
	 */
	int take(String schedule, Instant due, long token, Instant now) {
		this.jdbc.sql("delete from schedule_run where schedule = ? and due_at > ?")
			.params(schedule, Submissions.utc(now.plus(SKEW)))
			.update();
		this.jdbc.sql("""
				update schedule_run set ended_at = ?, outcome = 'OVERTAKEN'
				where schedule = ? and due_at < ? and ended_at is null""")
			.params(Submissions.utc(now), schedule, Submissions.utc(due))
			.update();
		int again = this.jdbc.sql("""
				update schedule_run set token = ?, attempts = attempts + 1, started_at = ?, retry_at = null
				where schedule = ? and due_at = ?""")
			.params(token, Submissions.utc(now), schedule, Submissions.utc(due))
			.update();
		if (again == 0) {
			this.jdbc
				.sql("insert into schedule_run (schedule, due_at, token, attempts, started_at) values (?, ?, ?, 1, ?)")
				.params(schedule, Submissions.utc(due), token, Submissions.utc(now))
				.update();
		}
		return last(schedule, due).map(Moment::attempts).orElse(1);
	}

	/** Enters that it was done. */
	void done(String schedule, Instant due, long token, long run, Instant now) {
		this.jdbc.sql("""
				update schedule_run set ended_at = ?, outcome = 'DONE', run_id = ?, retry_at = null, fault = null
				where schedule = ? and due_at = ? and token = ? and ended_at is null""")
			.params(Submissions.utc(now), run, schedule, Submissions.utc(due), token)
			.update();
	}

	/** Enters why it could not be done, and when it may be tried again. */
	void failed(String schedule, Instant due, long token, @Nullable Long run, String fault, Instant retry) {
		String said = (fault.length() > LONGEST_FAULT) ? fault.substring(0, LONGEST_FAULT) : fault;
		this.jdbc.sql("""
				update schedule_run set run_id = coalesce(?, run_id), fault = ?, retry_at = ?
				where schedule = ? and due_at = ? and token = ? and ended_at is null""")
			.params(run, said, Submissions.utc(retry), schedule, Submissions.utc(due), token)
			.update();
	}

	private static Moment moment(ResultSet rs, int row) throws SQLException {
		return new Moment(time(rs, "due_at"), time(rs, "ended_at"), rs.getString("outcome"), rs.getInt("attempts"),
				time(rs, "retry_at"), rs.getString("fault"));
	}

	private static @Nullable Instant time(ResultSet rs, String column) throws SQLException {
		LocalDateTime time = rs.getObject(column, LocalDateTime.class);
		return (time != null) ? time.toInstant(ZoneOffset.UTC) : null;
	}

	/**
	 * A moment that was taken up, or the one that a schedule began with.
	 *
	 * @param due when it was due
	 * @param ended when it was settled, null while it is still to be done
	 * @param outcome how it was settled, null until then
	 * @param attempts how often it was taken up
	 * @param retry before which time it is not to be taken up again; null when at once
	 * @param fault why the last attempt failed, null when it did not
	 */
	record Moment(@Nullable Instant due, @Nullable Instant ended, @Nullable String outcome, int attempts,
			@Nullable Instant retry, @Nullable String fault) {
	}

}
