package org.dudao.warehouse;

import java.util.ArrayList;
import java.util.List;

import org.dudao.intake.Issue;
import org.dudao.intake.Row;
import org.dudao.message.StoredArguments;

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

	private final long submission;

	private final FactSink sink;

	FactWriter(JdbcTemplate jdbc, long submission, FactSink sink) {
		this.jdbc = jdbc;
		this.submission = submission;
		this.sink = sink;
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
		if (!facts.isEmpty()) {
			this.sink.put(facts);
		}
		if (!rejected.isEmpty()) {
			this.jdbc.batchUpdate(INSERT_REJECTED, rejected);
		}
		if (!issues.isEmpty()) {
			this.jdbc.batchUpdate(INSERT_ISSUE, issues);
		}
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

}
