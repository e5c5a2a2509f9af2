package org.dudao.sample;

import org.dudao.sample.Received.Rows;

/** Writes what a run must come to, for a test to read. */
final class ExpectedYaml {

	private final StringBuilder yaml = new StringBuilder();

	private ExpectedYaml() {
	}

	static String of(SampleData data) {
		ExpectedYaml expected = new ExpectedYaml();
		expected.line(
				"# What a run over sample-data/inbox must come to. Written by org.dudao.sample.SampleData from its plan, not");
		expected.line("# from a run; do not edit. README.md says the same to people.");
		expected.line("findings:");
		data.breaches().forEach(expected::breach);
		expected.line("files:");
		data.files().forEach(expected::file);
		expected.line("rejectedRows:");
		data.faults().forEach(expected::row);
		expected.line(
				"# Without the first year of each county, which has no year before it, and the province, of which one city");
		expected.line("# reports.");
		expected.line("notEvaluable:");
		data.unjudged().forEach(expected::unjudged);
		return expected.yaml.toString();
	}

	private void breach(Breach breach) {
		item("rule", breach.rule(), "region", quoted(breach.region()), "period", String.valueOf(breach.period()),
				"stage", quoted(breach.stage()));
	}

	private void file(Received file) {
		Outcome outcome = file.outcome();
		Rows rows = file.rows();
		String code = (outcome.code() != null) ? outcome.code() : "~";
		if (rows.equals(Rows.NONE)) {
			item("file", file.path(), "state", outcome.state().name(), "code", code);
		}
		else {
			item("file", file.path(), "state", outcome.state().name(), "code", code, "accepted",
					String.valueOf(rows.accepted()), "rejected", String.valueOf(rows.rejected()), "ignored",
					String.valueOf(rows.ignored()));
		}
	}

	private void row(RowFault fault) {
		item("file", fault.file(), "line", String.valueOf(fault.line()), "column", String.valueOf(fault.column()),
				"code", fault.code(), "value", quoted(fault.value()));
	}

	private void unjudged(Unjudged verdict) {
		item("rule", verdict.rule(), "region", quoted(verdict.region()), "period", String.valueOf(verdict.period()),
				"stage", quoted(verdict.stage()), "cause", verdict.cause());
	}

	private void item(String... pairs) {
		StringBuilder item = new StringBuilder();
		for (int i = 0; i < pairs.length; i += 2) {
			item.append(item.isEmpty() ? "" : ", ").append(pairs[i]).append(": ").append(pairs[i + 1]);
		}
		line("  - {" + item + "}");
	}

	private void line(String text) {
		this.yaml.append(text).append('\n');
	}

	private static String quoted(String text) {
		return '"' + text + '"';
	}

}
