package org.dudao.warehouse;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import org.dudao.catalog.Feed;
import org.dudao.catalog.Field;
import org.dudao.intake.Fact;
import org.dudao.intake.Issue;
import org.dudao.intake.Row;
import org.dudao.message.StoredArguments;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.BatchPreparedStatementSetter;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Writes the rows of one submission in the caller's transaction: accepted ones as facts,
 * rejected ones with their text and what is wrong with them.
 */
public final class FactWriter {

	private static final int HEADER_LENGTH = 255;

	private static final int CELL_LENGTH = 200;

	private static final String INSERT_REJECTED = "insert into rejected_row (submission_id, line, raw) values (?, ?, ?)";

	private static final String INSERT_ISSUE = """
			insert into row_issue (submission_id, line, seq, severity, column_no, header, cell, code, args)
			values (?, ?, ?, ?, ?, ?, ?, ?, ?)""";

	private final JdbcTemplate jdbc;

	private final Feed feed;

	private final long submission;

	private final String insert;

	/** Writes rows of that feed under that submission. */
	public FactWriter(JdbcTemplate jdbc, Feed feed, long submission) {
		this.jdbc = jdbc;
		this.feed = feed;
		this.submission = submission;
		List<String> fields = feed.fields().stream().map(Field::name).toList();
		this.insert = "insert into " + feed.table() + " (submission_id, line, item, " + String.join(", ", fields)
				+ ", suppressed) values (?, ?, ?, " + "?, ".repeat(fields.size()) + "?)";
	}

	/** Writes those rows; ignored ones leave no trace but their count. */
	public void write(List<? extends Row> rows) {
		List<LinedFact> facts = new ArrayList<>();
		List<Object[]> rejected = new ArrayList<>();
		List<Object[]> issues = new ArrayList<>();
		for (Row row : rows) {
			if (row instanceof Row.Accepted accepted) {
				accepted.facts().forEach((fact) -> facts.add(new LinedFact(row.line(), fact)));
				addIssues(issues, row.line(), "NOTE", accepted.notes());
			}
			else if (row instanceof Row.Rejected set) {
				rejected.add(new Object[] { this.submission, row.line(), set.raw() });
				addIssues(issues, row.line(), "REJECT", set.issues());
			}
		}
		writeFacts(facts);
		if (!rejected.isEmpty()) {
			this.jdbc.batchUpdate(INSERT_REJECTED, rejected);
		}
		if (!issues.isEmpty()) {
			this.jdbc.batchUpdate(INSERT_ISSUE, issues);
		}
	}

	private void writeFacts(List<LinedFact> facts) {
		if (facts.isEmpty()) {
			return;
		}
		int fields = this.feed.fields().size();
		this.jdbc.batchUpdate(this.insert, new BatchPreparedStatementSetter() {

			@Override
			public void setValues(PreparedStatement statement, int i) throws SQLException {
				LinedFact lined = facts.get(i);
				statement.setLong(1, FactWriter.this.submission);
				statement.setInt(2, lined.line());
				statement.setInt(3, lined.fact().item());
				Object[] values = lined.fact().values();
				for (int field = 0; field < fields; field++) {
					statement.setObject(field + 4, values[field]);
				}
				statement.setString(fields + 4, suppressed(lined.fact()));
			}

			@Override
			public int getBatchSize() {
				return facts.size();
			}

		});
	}

	private static @Nullable String suppressed(Fact fact) {
		return fact.suppressed().isEmpty() ? null : String.join(",", fact.suppressed());
	}

	private void addIssues(List<Object[]> into, int line, String severity, List<Issue> issues) {
		for (int i = 0; i < issues.size(); i++) {
			Issue issue = issues.get(i);
			into.add(new Object[] { this.submission, line, i, severity, issue.column(),
					cut(issue.header(), HEADER_LENGTH), cut(issue.value(), CELL_LENGTH), issue.message().code(),
					StoredArguments.of(issue.message()) });
		}
	}

	private static String cut(String text, int length) {
		return (text.length() <= length) ? text : text.substring(0, length);
	}

	private record LinedFact(int line, Fact fact) {
	}

}
