package org.dudao.batch;

import java.util.List;
import java.util.Map;

import org.dudao.database.TestDatabase;
import org.dudao.report.RunSummary;
import org.dudao.submission.Plan;
import org.dudao.submission.SubmissionState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What a night makes of the files of an inbox, and that the next one changes nothing. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class NightTests {

	private final TestDatabase database;

	private House house;

	NightTests(TestDatabase database) {
		this.database = database;
	}

	@BeforeEach
	void open() {
		this.house = House.on(this.database);
	}

	@Test
	void fileOfACountyIsPublishedAndItsBreachIsFound() {
		RunSummary summary = this.house.put("420602/rotation.csv", Sheets.rotation("420602", 2024, 100, 9, 2)).night();
		assertThat(this.house.state("rotation.csv")).isEqualTo(SubmissionState.PUBLISHED);
		assertThat(this.house.inForce()).containsExactly("teacher-rotation/rotation 420602 2024 rotation.csv");
		assertThat(this.house.openFindings()).containsExactly("rotation-at-least-10-percent 420602 2024");
		assertThat(summary.judged().opened()).isEqualTo(1);
		assertThat(summary.needsOfficer()).isFalse();
	}

	@Test
	void nextNightChangesNothingAndSaysSo() {
		this.house.put("420602/rotation.csv", Sheets.rotation("420602", 2024, 100, 9, 2)).night();
		String digest = this.house.digest();
		int rows = rows();
		RunSummary second = this.house.night();
		assertThat(second.read()).isEmpty();
		assertThat(this.house.unread(second)).containsExactly("rotation.csv known.published");
		assertThat(second.judged().computed()).isZero();
		assertThat(this.house.digest()).isEqualTo(digest);
		assertThat(rows()).isEqualTo(rows);
	}

	private int rows() {
		return List.of("submission", "publication", "indicator_value", "verdict", "finding", "finding_event")
			.stream()
			.mapToInt(this.house::count)
			.sum();
	}

	@Test
	void sameBytesUnderAnotherNameAreTheSubmissionThatIsInForce() {
		this.house.put("420602/rotation.csv", Sheets.rotation("420602", 2024, 100, 12, 3)).night();
		long id = this.house.submission("rotation.csv").id();
		RunSummary second = this.house.put("420602/rotation-final.csv", Sheets.rotation("420602", 2024, 100, 12, 3))
			.night();
		Plan.Entry entry = this.house.part(Plan.class).entries(second.run()).get(0);
		assertThat(entry.path()).endsWith("rotation-final.csv");
		assertThat(entry.outcome()).isEqualTo(Plan.Outcome.KNOWN);
		assertThat(entry.why().code()).isEqualTo("known.published");
		assertThat(entry.why().args()).containsExactly(String.valueOf(id));
		assertThat(this.house.count("submission")).isEqualTo(1);
	}

	@Test
	void sameBytesTwiceInOneNightAreReadOnce() {
		this.house.put("420602/a.csv", Sheets.rotation("420602", 2024, 100, 12, 3));
		this.house.put("420602/resent/b.csv", Sheets.rotation("420602", 2024, 100, 12, 3));
		RunSummary summary = this.house.night();
		assertThat(summary.read()).hasSize(1);
		assertThat(this.house.unread(summary)).containsExactly("b.csv known.twice");
		assertThat(this.house.count("fact_teacher_rotation")).isEqualTo(1);
	}

	@Test
	void resultDependsNeitherOnWorkersNorOnNights() {
		Map<String, String> files = Sheets.county();
		this.house.workers(1);
		files.forEach(this.house::put);
		this.house.night();
		String digest = this.house.digest();
		assertThat(this.house.openFindings()).isNotEmpty();

		this.house = House.on(this.database);
		this.house.workers(8);
		files.forEach(this.house::put);
		this.house.night();
		assertThat(this.house.digest()).isEqualTo(digest);

		this.house = House.on(this.database);
		files.entrySet().stream().sorted(Map.Entry.<String, String>comparingByKey().reversed()).forEach((file) -> {
			this.house.put(file.getKey(), file.getValue());
			this.house.night();
		});
		assertThat(this.house.digest()).isEqualTo(digest);
	}

	@Test
	void folderMayHaveTheSendersNameBehindItsCode() {
		this.house.put("420602-襄城区/rotation.csv", Sheets.rotation("420602", 2024, 100, 12, 3)).night();
		assertThat(this.house.submission("rotation.csv").sender()).isEqualTo("420602");
		assertThat(this.house.state("rotation.csv")).isEqualTo(SubmissionState.PUBLISHED);
	}

}
