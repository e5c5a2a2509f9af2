package org.dudao.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.dudao.database.TestDatabase;
import org.dudao.report.Status;
import org.dudao.report.Status.Totals;
import org.dudao.submission.Submission.Hints;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** What a real scrape says after real nights. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class MetricTests {

	private final TestDatabase database;

	private House house;

	MetricTests(TestDatabase database) {
		this.database = database;
	}

	@BeforeEach
	void open() {
		this.house = House.on(this.database);
	}

	/** One published, one rejected for a bad row, two rivals held. */
	private Scrape night() {
		this.house.put("420602/funding.csv", Sheets.funding("420602", 2024, 1000, 12_000_000L));
		this.house.put("420606/bad.csv", Sheets.funding("420606", 2024, 1000, 12_000_000L)
				+ Sheets.fundingRow("420606", 2024, "初中", 900, 13_000_000L).replace(",900,", ",九百,"));
		this.house.put("420607/a.csv", Sheets.funding("420607", 2024, 1000, 12_000_000L));
		this.house.put("420607/b.csv", Sheets.funding("420607", 2024, 1000, 12_500_000L)).night();
		return Scrape.of(this.house);
	}

	@Test
	void saysOfTheGridWhatTheScreenSays() {
		Scrape scrape = night();
		Totals totals = Totals.of(this.house.part(Status.class).grid(null, "funding", null, null));
		assertThat(totals.missing()).isPositive().isNotEqualTo(totals.overdue());
		assertThat(scrape.value("dudao_missing_submissions", "city=\"420600\"", "feed=\"funding\""))
			.isEqualTo(totals.missing());
		assertThat(scrape.value("dudao_overdue_submissions", "city=\"420600\"", "feed=\"funding\""))
			.isEqualTo(totals.overdue());
		assertThat(scrape.value("dudao_city_info", "city=\"420600\"", "name=\"襄阳市\"")).isOne();
		assertThat(scrape.value("dudao_submissions", "state=\"held\"")
				+ scrape.value("dudao_submissions", "state=\"rejected\""))
			.isEqualTo(this.house.part(Status.class).waiting(null).size());
		assertThat(scrape.sum("dudao_open_findings")).isEqualTo(this.house.openFindings().size());
	}

	@Test
	void countsRowsSensorsAndRuns() {
		Scrape scrape = night();
		assertThat(scrape.value("dudao_rows_total", "feed=\"funding\"", "outcome=\"accepted\"")).isEqualTo(4);
		assertThat(scrape.value("dudao_rows_total", "feed=\"funding\"", "outcome=\"rejected\"")).isEqualTo(1);
		assertThat(scrape.value("dudao_rows_total", "feed=\"class-size\"", "outcome=\"accepted\"")).isZero();
		assertThat(scrape.value("dudao_sensors_fired_total", "sensor=\"same-slot\"")).isEqualTo(2);
		assertThat(scrape.value("dudao_runs_total", "batch_job=\"nightly\"", "outcome=\"done\"")).isOne();
		assertThat(scrape.value("dudao_last_good_night_timestamp_seconds"))
			.isEqualTo(this.house.clock().instant().getEpochSecond());
		assertThat(scrape.value("dudao_last_success_timestamp_seconds", "feed=\"funding\""))
			.isEqualTo(this.house.clock().instant().getEpochSecond());
		assertThat(scrape.value("dudao_last_night_failed")).isZero();
		assertThat(scrape.value("dudao_lease_held")).isZero();
		assertThat(scrape.beginning("dudao_step_duration_seconds{")).hasSize(4);
	}

	@Test
	void counterNeverFallsWhenAFileIsReadAgain() {
		double before = night().value("dudao_rows_total", "feed=\"funding\"", "outcome=\"accepted\"");
		this.house.take("a.csv", null, new Hints(null, null, "the first is right", "office"));
		assertThat(Scrape.of(this.house).value("dudao_rows_total", "feed=\"funding\"", "outcome=\"accepted\""))
			.isEqualTo(before + 1);
		this.house.night();
		assertThat(Scrape.of(this.house).value("dudao_rows_total", "feed=\"funding\"", "outcome=\"accepted\""))
			.isEqualTo(before + 1);
	}

	@Test
	void nightThatDiedIsAFailedOneUntilTheNextTakesOver() {
		night();
		this.house.jdbc()
			.sql("insert into run (job, started_at, catalog_version) values ('nightly', current_timestamp(6), 'x')")
			.update();
		assertThat(Scrape.of(this.house).value("dudao_last_night_failed")).isOne();
		this.house.jdbc().sql("update lease set holder = 'elsewhere:1:0'").update();
		this.house.night();
		Scrape scrape = Scrape.of(this.house);
		assertThat(scrape.value("dudao_last_night_failed")).isZero();
		assertThat(scrape.value("dudao_lease_takeovers_total")).isOne();
		assertThat(scrape.value("dudao_runs_total", "batch_job=\"nightly\"", "outcome=\"abandoned\"")).isOne();
		this.house.night();
		assertThat(Scrape.of(this.house).value("dudao_lease_takeovers_total")).isOne();
	}

	/** P16: steps that are no beans would report nothing. */
	@Test
	void springBatchReportsItsStepsAndItsJob() {
		Scrape scrape = night();
		for (String step : List.of("load", "loadFile", "publish", "judge", "handOut")) {
			assertThat(scrape.beginning("spring_batch_step_seconds_count")
				.keySet()
				.stream()
				.filter((series) -> series.contains("spring_batch_step_name=\"" + step + "\""))
				// Other tests of this process have run other jobs.
				.filter((series) -> series.contains("job_name=\"nightly\""))).as(step).isNotEmpty();
		}
		assertThat(scrape.beginning("spring_batch_chunk_write_seconds_count")).isNotEmpty();
		assertThat(scrape.beginning("spring_batch_job_seconds_count")).isNotEmpty();
	}

	/** Each file is read in a step of its own name, which would be series without end. */
	@Test
	void filesHaveNoSeriesOfTheirOwn() {
		Set<String> before = ofNights(night());
		for (int year = 2015; year < 2024; year++) {
			this.house.put("420602/funding-" + year + ".csv", Sheets.funding("420602", year, 1000, 12_000_000L));
		}
		this.house.night();
		Scrape scrape = Scrape.of(this.house);
		assertThat(scrape.series().keySet()).noneMatch((series) -> series.contains("submission-"));
		assertThat(ofNights(scrape)).isEqualTo(before);
	}

	private static Set<String> ofNights(Scrape scrape) {
		return scrape.series()
			.keySet()
			.stream()
			.filter((series) -> series.startsWith("dudao_") || series.startsWith("spring_batch_"))
			.collect(Collectors.toSet());
	}

	/** P17: Spring Batch's own count of launches is never there; ours is. */
	@Test
	void launchesAreCountedByOurselves() {
		Scrape scrape = night();
		assertThat(scrape.beginning("spring_batch_job_launch")).isEmpty();
		assertThat(scrape.sum("dudao_runs_total")).isOne();
	}

	/** P18: a failed job has no error in its labels, only a status. */
	@Test
	void labelsAreOurOwnAndTheSameEverywhere() {
		Scrape scrape = night();
		assertThat(scrape.series().keySet()).filteredOn((series) -> series.startsWith("dudao_"))
			.allSatisfy((series) -> assertThat(series.replaceAll("\"[^\"]*\"", "")).matches(
					"dudao_[a-z_]+(\\{(feed|outcome|state|batch_job|step|rule|severity|city|name|sensor|path|schedule|=|,)+})?"));
		assertThat(scrape.beginning("spring_batch_job_seconds_count").keySet())
			.allMatch((series) -> series.contains("error=\"none\"") && series.contains("spring_batch_job_status="));
	}

	@Test
	void promtoolHasNothingToSayOfOurs(@TempDir Path directory) throws IOException, InterruptedException {
		assumeTrue(Tool.PROMTOOL.isThere(), Tool.PROMTOOL.missing());
		Path ours = Files.writeString(directory.resolve("ours.txt"),
				night().text()
					.lines()
					.filter((line) -> line.contains("dudao_"))
					.reduce("", (all, line) -> all + line + "\n"));
		assertThat(Tool.PROMTOOL.run(ours, "check", "metrics")).isEmpty();
	}

}
