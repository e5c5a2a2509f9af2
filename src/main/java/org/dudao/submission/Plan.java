package org.dudao.submission;

import java.util.List;

import org.dudao.message.Message;
import org.dudao.message.StoredArguments;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;

/** The files of a run, frozen in a table before the first is read. */
public final class Plan {

	private final JdbcClient jdbc;

	/** The plans of that database. */
	public Plan(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Enters a file into the plan of a run. */
	public void add(long run, int seq, Entry entry) {
		this.jdbc.sql("""
				insert into planned_file (run_id, seq, path, submission_id, outcome, code, args)
				values (?, ?, ?, ?, ?, ?, ?)""")
			.params(run, seq, entry.path(), entry.submission(), entry.outcome().name(),
					(entry.why() != null) ? entry.why().code() : null,
					(entry.why() != null) ? StoredArguments.of(entry.why()) : null)
			.update();
	}

	/** The entries of a run, in their order. */
	public List<Entry> entries(long run) {
		return this.jdbc.sql("""
				select path, submission_id, outcome, code, args from planned_file where run_id = ? order by seq""")
			.param(run)
			.query((rs, row) -> new Entry(rs.getString(1), rs.getObject(2, Long.class),
					Outcome.valueOf(rs.getString(3)),
					(rs.getString(4) != null) ? StoredArguments.read(rs.getString(4), rs.getString(5)) : null))
			.list();
	}

	/** The submissions that a run has to read, by number. */
	public List<Long> toRead(long run) {
		return this.jdbc.sql("""
				select distinct submission_id from planned_file where run_id = ? and outcome in ('NEW', 'AGAIN')
				order by submission_id""").param(run).query(Long.class).list();
	}

	/** What is to become of a planned file. */
	public enum Outcome {

		/** Never seen before: it is read. */
		NEW,

		/**
		 * Seen before and not finished, or something about it has changed: it is read.
		 */
		AGAIN,

		/** Seen before and decided: nothing is done. */
		KNOWN,

		/** It cannot be taken in and stays where it is. */
		LEFT,

		/**
		 * A county's own text for its report: it is kept, and nothing is read from it.
		 */
		TEXT

	}

	/**
	 * A planned file.
	 *
	 * @param path where it was
	 * @param submission its submission, null when it was left
	 * @param outcome what becomes of it
	 * @param why the reason for that outcome, or null
	 */
	public record Entry(String path, @Nullable Long submission, Outcome outcome, @Nullable Message why) {
	}

}
