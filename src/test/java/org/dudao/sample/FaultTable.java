package org.dudao.sample;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.dudao.catalog.Text;
import org.dudao.sample.Outcome.State;
import org.jspecify.annotations.Nullable;

/** Writes the tables of {@code sample-data/README.md}. */
final class FaultTable {

	/** The line above the tables, which are written anew. */
	static final String BEGIN = "<!-- Written by org.dudao.sample.SampleData from here. -->";

	/** The line below them. */
	static final String END = "<!-- To here. -->";

	private final StringBuilder text = new StringBuilder();

	private FaultTable() {
	}

	/** The README with new tables. */
	static String into(String readme, SampleData data) {
		int begin = readme.indexOf(BEGIN) + BEGIN.length();
		return readme.substring(0, begin) + "\n\n" + of(data) + "\n" + readme.substring(readme.indexOf(END));
	}

	private static String of(SampleData data) {
		FaultTable table = new FaultTable();
		table.files(data);
		table.rows(data);
		table.breaches("Findings in Xiangyang / 襄阳市问题清单", data.cityBreaches());
		table.breaches("Findings in Beijing / 北京市问题清单", Beijing.breaches());
		table.unjudged(data);
		return table.text.toString();
	}

	private void files(SampleData data) {
		head("Files that are not published / 未发布的文件", "File 文件", "State 状态", "Code 代码", "What 说明");
		data.files()
			.stream()
			.filter((file) -> file.outcome().state() != State.PUBLISHED)
			.forEach((file) -> row(file.path(), file.outcome().state().name(), code(file.outcome().code()),
					both(file.outcome().what())));
	}

	private void rows(SampleData data) {
		head("Rows that are rejected / 被拒收的行", "File 文件", "Line 行", "Column 列", "Cell 内容", "Code 代码", "What 说明");
		data.faults()
			.forEach((fault) -> row(fault.file(), String.valueOf(fault.line()),
					(fault.column() > 0) ? String.valueOf(fault.column()) : "",
					fault.value().isEmpty() ? "" : "`" + fault.value() + "`", code(fault.code()), both(fault.what())));
	}

	private void breaches(String title, List<Breach> breaches) {
		head(title, "Rule 规则", "Region 地区", "Period 年度", "Stage 学段", "Figures 数据");
		breaches.forEach((breach) -> row(code(breach.rule()), breach.region() + " " + breach.name(),
				String.valueOf(breach.period()), breach.stage(), breach.figures()));
	}

	/** One line for each cause that several verdicts share. */
	private void unjudged(SampleData data) {
		head("Verdicts that cannot be given / 无法评价", "Planted 原因", "Region 地区", "Period 年度", "Cause 类别", "Rules 规则");
		Map<List<String>, List<String>> rules = new LinkedHashMap<>();
		for (Unjudged verdict : data.unjudged()) {
			List<String> key = List.of(both(verdict.why()), verdict.region(), String.valueOf(verdict.period()),
					verdict.cause());
			rules.computeIfAbsent(key, (none) -> new ArrayList<>())
				.add(code(verdict.rule()) + (verdict.stage().isEmpty() ? "" : " " + verdict.stage()));
		}
		rules.forEach((key, names) -> row(key.get(0), key.get(1), key.get(2), key.get(3), String.join(", ", names)));
	}

	private void head(String title, String... columns) {
		this.text.append(this.text.isEmpty() ? "" : "\n").append("### ").append(title).append("\n\n");
		row(columns);
		this.text.append("|").append(" --- |".repeat(columns.length)).append('\n');
	}

	private void row(String... cells) {
		this.text.append("| ").append(String.join(" | ", cells)).append(" |\n");
	}

	private static String code(@Nullable String code) {
		return "`" + code + "`";
	}

	private static String both(@Nullable Text text) {
		return (text != null) ? text.en() + " / " + text.zh() : "";
	}

}
