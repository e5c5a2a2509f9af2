package org.dudao.batch;

import org.dudao.database.TestDatabase;
import org.dudao.report.RunSummary;
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

}
