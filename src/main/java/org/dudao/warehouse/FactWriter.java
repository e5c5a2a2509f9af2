package org.dudao.warehouse;

import java.util.ArrayList;
import java.util.List;

import org.dudao.catalog.Feed;
import org.dudao.database.Bulk;
import org.dudao.intake.Fact;
import org.dudao.intake.Issue;
import org.dudao.intake.Row;
import org.dudao.message.StoredArguments;
import org.jspecify.annotations.Nullable;

/**
 * Writes the rows of one submission in the caller's transaction: accepted ones as facts,
 * rejected ones with their text and what is wrong with them.
 */
public final class FactWriter {

	private static final int HEADER_LENGTH = 255;

	private static final int CELL_LENGTH = 200;

	private static final List<String> REJECTED = List.of("submission_id", "line", "raw");

	private static final List<String> ISSUE = List.of("submission_id", "line", "seq", "severity", "column_no", "header",
			"cell", "code", "args");

	private final Bulk bulk;

	private final Feed feed;

	private final long submission;

	private final List<String> columns;

	/** Writes rows of that feed under that submission. */
	FactWriter(Bulk bulk, Feed feed, long submission) {
		this.bulk = bulk;
		this.feed = feed;
		this.submission = submission;
		this.columns = new ArrayList<>(List.of("submission_id", "line", "item"));
		feed.fields().forEach((field) -> this.columns.add(field.name()));
		this.columns.add("suppressed");
	}

	/** Writes those rows; ignored ones leave no trace but their count. */
	public void write(List<? extends Row> rows) {
		List<@Nullable Object[]> facts = new ArrayList<>(rows.size());
		List<@Nullable Object[]> rejected = new ArrayList<>();
		List<@Nullable Object[]> issues = new ArrayList<>();
		for (Row row : rows) {
			if (row instanceof Row.Accepted accepted) {
				accepted.facts().forEach((fact) -> facts.add(columns(row.line(), fact)));
				addIssues(issues, row.line(), "NOTE", accepted.notes());
			}
			else if (row instanceof Row.Rejected set) {
				rejected.add(new Object[] { this.submission, row.line(), set.raw() });
				addIssues(issues, row.line(), "REJECT", set.issues());
			}
		}
		this.bulk.insert(this.feed.table(), this.columns, facts);
		this.bulk.insert("rejected_row", REJECTED, rejected);
		this.bulk.insert("row_issue", ISSUE, issues);
	}

	private @Nullable Object[] columns(int line, Fact fact) {
		@Nullable Object[] values = fact.values();
		@Nullable Object[] columns = new @Nullable Object[values.length + 4];
		columns[0] = this.submission;
		columns[1] = line;
		columns[2] = fact.item();
		System.arraycopy(values, 0, columns, 3, values.length);
		columns[values.length + 3] = fact.suppressed().isEmpty() ? null : String.join(",", fact.suppressed());
		return columns;
	}

	private void addIssues(List<@Nullable Object[]> into, int line, String severity, List<Issue> issues) {
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
