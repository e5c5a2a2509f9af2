package org.dudao.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.dudao.intake.Issue;
import org.dudao.message.StoredArguments;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The rows of a submission that were set aside, and the notes on those that were kept.
 */
public final class RejectedRows {

	private final JdbcClient jdbc;

	/** The rejected rows of that database. */
	public RejectedRows(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The rows set aside, by line. */
	public List<Rejected> of(long submission) {
		Map<Integer, List<Issue>> issues = issues(submission, "REJECT");
		return this.jdbc.sql("select line, raw from rejected_row where submission_id = ? order by line")
			.param(submission)
			.query((rs, row) -> new Rejected(rs.getInt(1), rs.getString(2),
					issues.getOrDefault(rs.getInt(1), List.of())))
			.list();
	}

	/** The notes on rows that were kept, by line. */
	public Map<Integer, List<Issue>> notes(long submission) {
		return issues(submission, "NOTE");
	}

	private Map<Integer, List<Issue>> issues(long submission, String severity) {
		Map<Integer, List<Issue>> issues = new LinkedHashMap<>();
		this.jdbc.sql("""
				select line, column_no, header, cell, code, args from row_issue
				where submission_id = ? and severity = ? order by line, seq""")
			.params(submission, severity)
			.query((rs) -> {
				Issue issue = new Issue(rs.getInt(2), rs.getString(3), rs.getString(4),
						StoredArguments.read(rs.getString(5), rs.getString(6)));
				issues.computeIfAbsent(rs.getInt(1), (line) -> new ArrayList<>()).add(issue);
			});
		return issues;
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
