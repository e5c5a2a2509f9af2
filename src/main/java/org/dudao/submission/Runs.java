package org.dudao.submission;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.transaction.support.TransactionTemplate;

/** The runs, in the order they began. */
public final class Runs {

	private static final Instant FOREVER = Instant.parse("9999-12-31T00:00:00Z");

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	private final Tally tally;

	/** The runs of that database. */
	public Runs(JdbcClient jdbc, TransactionTemplate transaction) {
		this.jdbc = jdbc;
		this.transaction = transaction;
		this.tally = new Tally(jdbc);
	}

	/** Enters that a run begins. */
	public long begin(String job, String catalogVersion, Instant now) {
		GeneratedKeyHolder key = new GeneratedKeyHolder();
		this.jdbc.sql("insert into run (job, started_at, catalog_version, program_version) values (?, ?, ?, ?)")
			.params(job, Submissions.utc(now), catalogVersion, program())
			.update(key, "id");
		return java.util.Objects.requireNonNull(key.getKey()).longValue();
	}

	/** The version of this program, as it is kept with each run. */
	public static String program() {
		String version = Runs.class.getPackage().getImplementationVersion();
		return (version != null) ? version : "(not packaged)";
	}

	/** The runs that began up to that one, in their order. */
	public List<Entry> until(long run) {
		return this.jdbc.sql("select * from run where id <= ? order by id")
			.param(run)
			.query((rs, row) -> new Entry(rs.getLong("id"), rs.getString("job"), Submissions.instant(rs, "started_at"),
					(rs.getTimestamp("ended_at") != null) ? Submissions.instant(rs, "ended_at") : null,
					(rs.getString("outcome") != null) ? Outcome.valueOf(rs.getString("outcome")) : null,
					rs.getString("catalog_version"), rs.getString("program_version"), rs.getInt("judged") == 1))
			.list();
	}

	/** The version of the catalogue that the last run begun by then was made with. */
	public Optional<String> catalog(Instant moment) {
		return this.jdbc.sql("select catalog_version from run where started_at <= ? order by id desc limit 1")
			.param(Submissions.utc(moment))
			.query(String.class)
			.optional();
	}

	/** The catalogues that runs judged by, the latest first. */
	public List<CatalogUse> catalogues() {
		return this.jdbc.sql("""
				select catalog_version, count(*), min(id), max(id), min(started_at), max(started_at) from run
				group by catalog_version order by max(id) desc""")
			.query((rs, row) -> new CatalogUse(rs.getString(1), rs.getInt(2), rs.getLong(3), rs.getLong(4),
					instant(rs, 5), instant(rs, 6)))
			.list();
	}

	private static Instant instant(ResultSet rs, int column) throws SQLException {
		return rs.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
	}

	/** Whether a run judges by another catalogue than the last one that judged. */
	public boolean catalogChanged(long run) {
		List<String> versions = this.jdbc.sql("""
				select catalog_version from run where id = ? or (id < ? and judged = 1)
				order by id desc limit 2""").params(run, run).query(String.class).list();
		return versions.size() == 2 && !versions.get(0).equals(versions.get(1));
	}

	/** Enters what the judging of a run came to. */
	public void judged(long run, Judged judged) {
		this.jdbc
			.sql("update run set judged = 1, computed = ?, changed = ?, opened = ?, reopened = ?, closed = ?,"
					+ " lapsed = ? where id = ?")
			.params(judged.computed(), judged.changed(), judged.opened(), judged.reopened(), judged.closed(),
					judged.lapsed(), run)
			.update();
	}

	/** What the judging of a run came to. */
	public Judged judged(long run) {
		return this.jdbc.sql("select computed, changed, opened, reopened, closed, lapsed from run where id = ?")
			.param(run)
			.query((rs, row) -> new Judged(rs.getInt(1), rs.getInt(2), rs.getInt(3), rs.getInt(4), rs.getInt(5),
					rs.getInt(6)))
			.single();
	}

	/**
	 * Enters how a run ended, and what it came to. What was entered before stays: a run
	 * that was taken for dead has nothing more to say when it wakes up.
	 */
	public void end(long run, Outcome outcome, Instant now) {
		this.transaction.executeWithoutResult((status) -> {
			int ended = this.jdbc.sql("update run set ended_at = ?, outcome = ? where id = ? and ended_at is null")
				.params(Submissions.utc(now), outcome.name(), run)
				.update();
			if (ended == 1) {
				this.tally.count(run);
			}
		});
	}

	/** The last run that came to its end, 0 when none did. */
	public long lastDone() {
		return this.jdbc.sql("select coalesce(max(id), 0) from run where outcome = 'DONE'").query(Long.class).single();
	}

	/**
	 * When the last run that came to its end by that moment did so.
	 * @param moment the moment; null means now
	 */
	public Optional<Instant> lastEnd(@Nullable Instant moment) {
		return this.jdbc.sql(
				"select ended_at from run where outcome = 'DONE' and ended_at <= :moment order by ended_at desc limit 1")
			.param("moment", Submissions.utc((moment != null) ? moment : FOREVER))
			.query((rs, row) -> rs.getObject(1, LocalDateTime.class).toInstant(ZoneOffset.UTC))
			.optional();
	}

	/** When the last night that came to its end did so, whoever ran it. */
	public Optional<Instant> lastGoodNight() {
		return this.jdbc
			.sql("select ended_at from run where job = 'nightly' and outcome = 'DONE' order by ended_at desc limit 1")
			.query((rs, row) -> instant(rs, 1))
			.optional();
	}

	/**
	 * Runs that began and never ended. Only the holder of the lease may call them dead.
	 */
	public List<Long> unended() {
		return this.jdbc.sql("select id from run where ended_at is null order by id").query(Long.class).list();
	}

	/**
	 * A run.
	 *
	 * @param id its number
	 * @param job what it did
	 * @param startedAt when it began
	 * @param endedAt when it ended, null while it goes on
	 * @param outcome how it ended, null while it goes on
	 * @param catalog the version of its catalogue
	 * @param program the version of the program; null before that was noted
	 * @param judged whether it judged anything
	 */
	public record Entry(long id, String job, Instant startedAt, @Nullable Instant endedAt, @Nullable Outcome outcome,
			String catalog, @Nullable String program, boolean judged) {
	}

	/**
	 * A catalogue with the runs that used it.
	 *
	 * @param version its version
	 * @param runs how many there were
	 * @param first the number of the first
	 * @param last the number of the last
	 * @param from when the first began
	 * @param until when the last began
	 */
	public record CatalogUse(String version, int runs, long first, long last, Instant from, Instant until) {
	}

	/**
	 * What the judging of a run came to.
	 *
	 * @param computed indicator values that were computed anew
	 * @param changed those that came out different
	 * @param opened findings opened, first or again
	 * @param reopened those of them that had been closed before
	 * @param closed findings closed
	 * @param lapsed findings for which what a person said counts no longer
	 */
	public record Judged(int computed, int changed, int opened, int reopened, int closed, int lapsed) {
	}

	/** How a run ended. */
	public enum Outcome {

		/** It came to its end. */
		DONE,

		/** It stopped by a fault of our side. */
		FAILED,

		/** Its process died. */
		ABANDONED,

		/** Its process was asked to end; the next run goes on from there. */
		STOPPED

	}

}
