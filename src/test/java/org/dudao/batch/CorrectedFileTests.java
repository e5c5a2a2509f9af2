package org.dudao.batch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.dudao.catalog.CatalogReader;
import org.dudao.database.TestDatabase;
import org.dudao.finding.Explainer;
import org.dudao.finding.Explanation;
import org.dudao.finding.Explanation.Facts;
import org.dudao.report.RunSummary;
import org.dudao.report.SourceLines;
import org.dudao.submission.Archive;
import org.dudao.submission.Submission.Hints;
import org.dudao.submission.Submissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A county sends a corrected file: what is computed, what closes, what explains it. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class CorrectedFileTests {

	/** What the shipped catalogue computes from a file of rotation. */
	private static final int ROTATION_INDICATORS = (int) CatalogReader.read(Path.of("jobs"))
		.indicators()
		.stream()
		.filter((indicator) -> "teacher-rotation".equals(indicator.feed()))
		.count();

	private final TestDatabase database;

	private House house;

	CorrectedFileTests(TestDatabase database) {
		this.database = database;
	}

	@BeforeEach
	void open() {
		this.house = House.on(this.database);
		for (String county : List.of("420602", "420606", "420607")) {
			this.house.put(county + "/rotation-" + county + ".csv", Sheets.rotation(county, 2024, 100, 9, 3));
			this.house.put(county + "/funding-" + county + ".csv", Sheets.funding(county, 2024, 1000, 9_000_000));
		}
		this.house.night();
	}

	private RunSummary correct() {
		this.house.put("420602/corrected.csv", Sheets.rotation("420602", 2024, 100, 15, 4));
		return this.house.take("corrected.csv", "420602", Hints.NONE);
	}

	@Test
	void onlyItsOwnIndicatorsAndThoseAboveItAreComputed() {
		int before = this.house.count("indicator_value where live = 1");
		RunSummary summary = correct();
		assertThat(summary.judged().computed()).isBetween(ROTATION_INDICATORS, 3 * ROTATION_INDICATORS);
		assertThat(this.house.jdbc()
			.sql("select distinct region from indicator_value where recorded_at > '2026-11-22 01:30:00' order by region")
			.query(String.class)
			.list()).isSubsetOf("420000", "420600", "420602").contains("420600", "420602");
		assertThat(this.house.count("indicator_value where live = 1")).isEqualTo(before);
	}

	@Test
	void itsFindingClosesByItselfAndNamesTheFileThatClosedIt() {
		assertThat(this.house.openFindings()).contains("rotation-at-least-10-percent 420602 2024");
		RunSummary summary = correct();
		assertThat(this.house.openFindings()).containsExactlyInAnyOrder("rotation-at-least-10-percent 420606 2024",
				"rotation-at-least-10-percent 420607 2024");
		assertThat(summary.judged().closed()).isEqualTo(1);
		assertThat(this.house.count(
				"finding where region = '420602' and state = 'CLOSED' and closed_because = 'HOLDS' and closed_by = ?",
				this.house.submission("corrected.csv").id()))
			.isEqualTo(1);
	}

	@Test
	void findingIsExplainedByTheExactTextOfTheArchivedLine() throws IOException {
		String line = "420606,２０２３-２０２４,\"第一小学，\"\"东\"\"\",小学,\" 1,000 \",９９,20";
		this.house.put("420606/odd.csv", "2023年教师交流\r\n" + Sheets.ROTATION.strip() + "\r\n\r\n" + line + "\r\n")
			.night();
		this.house.clearInbox();
		long finding = this.house.jdbc()
			.sql("select id from finding where region = '420606' and period = 2023")
			.query(Long.class)
			.single();
		Explanation explanation = this.house.part(Explainer.class).explain(finding).orElseThrow();
		Facts facts = explanation.evidence().get(0).facts().get(0);
		assertThat(facts.submission()).isEqualTo(this.house.submission("odd.csv").id());
		assertThat(facts.lines()).singleElement().satisfies((fact) -> assertThat(fact.line()).isEqualTo(4));
		SourceLines lines = new SourceLines(this.house.part(Submissions.class), this.house.part(Archive.class));
		assertThat(lines.raw(facts.submission(), Set.of(4))).isEqualTo(Map.of(4, line));
		assertThat(lines.cells(facts.submission(), line, 0, List.of("rotated", "eligible")))
			.extracting((cell) -> cell.column() + " " + cell.header() + " " + cell.text())
			.containsExactlyInAnyOrder("5 符合交流条件教师数  1,000 ", "6 实际交流教师数 ９９");
	}

}
