package org.dudao.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

import org.dudao.database.RowByRow;
import org.dudao.intake.Issue;
import org.dudao.message.Message;
import org.dudao.message.StoredArguments;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

/**
 * The rows of a submission that were set aside, and the notes on those that were kept.
 */
public final class RejectedRows {

	private static final String ISSUE = "i.line, i.column_no, i.header, i.cell, i.code, i.args";

	private final JdbcTemplate jdbc;

	/** The rejected rows of that database. */
	public RejectedRows(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	/** The rows set aside, by line; there may be as many as the file has. */
	public List<Rejected> of(long submission) {
		List<Rejected> rows = new ArrayList<>();
		read(submission, rows::add);
		return rows;
	}

	/** Gives the rows set aside one by one, by line, and keeps none. */
	public void read(long submission, Consumer<Rejected> reader) {
		Gathering gathering = new Gathering(reader);
		RowByRow.read(this.jdbc,
				"select " + ISSUE + ", r.line, r.raw from rejected_row r left join row_issue i"
						+ " on i.submission_id = r.submission_id and i.line = r.line and i.severity = 'REJECT'"
						+ " where r.submission_id = ? order by r.line, i.seq",
				gathering, submission);
		gathering.end();
	}

	/** Gives the notes on rows that were kept one by one, by line, and keeps none. */
	public void notes(long submission, BiConsumer<Integer, Issue> reader) {
		RowByRow.read(this.jdbc,
				"select " + ISSUE
						+ " from row_issue i where i.submission_id = ? and i.severity = 'NOTE' order by i.line, i.seq",
				(rs) -> reader.accept(rs.getInt(1), issue(rs)), submission);
	}

	/**
	 * What sensors said of the files that a run published, with the number and name of
	 * the file.
	 */
	public List<Hint> hints(long run) {
		List<Hint> hints = new ArrayList<>();
		RowByRow.read(this.jdbc,
				"select u.id, u.file_name, i.code, i.args from submission u join row_issue i on i.submission_id = u.id"
						+ " where u.run_id = ? and u.state = 'PUBLISHED' and i.severity = 'NOTE'"
						+ " and i.code like 'sensor.%' order by u.id, i.line, i.seq",
				(rs) -> hints.add(new Hint(rs.getLong(1), rs.getString(2),
						StoredArguments.read(rs.getString(3), rs.getString(4)))),
				run);
		return hints;
	}

	private static Issue issue(ResultSet rs) throws SQLException {
		return new Issue(rs.getInt(2), rs.getString(3), rs.getString(4),
				StoredArguments.read(rs.getString(5), rs.getString(6)));
	}

	/** Puts the issues of a row together. */
	private static final class Gathering implements RowCallbackHandler {

		private final Consumer<Rejected> reader;

		private @Nullable Rejected row;

		Gathering(Consumer<Rejected> reader) {
			this.reader = reader;
		}

		@Override
		public void processRow(ResultSet rs) throws SQLException {
			Rejected known = this.row;
			int line = rs.getInt(7);
			if (known == null || known.line() != line) {
				end();
				known = new Rejected(line, rs.getString(8), new ArrayList<>());
				this.row = known;
			}
			if (rs.getString(5) != null) {
				known.issues().add(issue(rs));
			}
		}

		/** Gives the row that is complete now. */
		void end() {
			if (this.row != null) {
				this.reader.accept(this.row);
			}
		}

	}

	/**
	 * What a sensor said of a file that was published all the same.
	 *
	 * @param submission the file
	 * @param fileName its name
	 * @param message what was said
	 */
	public record Hint(long submission, String fileName, Message message) {
	}

	/**
	 * A row that was set aside.
	 *
	 * @param line the line it begins on
	 * @param raw its text as it was written
	 * @param issues all that is wrong with it
	 */
	public record Rejected(int line, String raw, List<Issue> issues) {
	}

}
