package org.dudao.batch;

import org.dudao.database.TestDatabase;
import org.dudao.submission.SubmissionState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What replaces what: slot by slot, part by part. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class SlotTests {

	private static final String PROVINCE = Sheets.rotation("420602", 2024, 100, 12, 3)
			+ Sheets.rotationRow("420606", 2024, "二小", 100, 9, 3);

	private final TestDatabase database;

	private House house;

	SlotTests(TestDatabase database) {
		this.database = database;
	}

	@BeforeEach
	void open() {
		this.house = House.on(this.database);
	}

	@Test
	void countysLaterFileReplacesOnlyItsOwnSlotOfTheProvincesFile() {
		this.house.put("420000/province.csv", PROVINCE).night();
		this.house.put("420602/county.csv", Sheets.rotation("420602", 2024, 100, 15, 4)).night();
		assertThat(this.house.inForce()).containsExactlyInAnyOrder("teacher-rotation/rotation 420602 2024 county.csv",
				"teacher-rotation/rotation 420606 2024 province.csv");
		assertThat(this.house.state("province.csv")).isEqualTo(SubmissionState.PUBLISHED);
		assertThat(this.house.openFindings()).containsExactly("rotation-at-least-10-percent 420606 2024");
	}

	@Test
	void fileIsSupersededOnlyWhenAllItsSlotsAreGone() {
		this.house.put("420000/province.csv", PROVINCE).night();
		this.house.put("420602/first.csv", Sheets.rotation("420602", 2024, 100, 15, 4)).night();
		assertThat(this.house.state("province.csv")).isEqualTo(SubmissionState.PUBLISHED);
		this.house.put("420606/second.csv", Sheets.rotation("420606", 2024, 100, 15, 4)).night();
		assertThat(this.house.state("province.csv")).isEqualTo(SubmissionState.SUPERSEDED);
		assertThat(this.house.unread(this.house.night())).contains("province.csv known.superseded");
		assertThat(this.house.openFindings()).isEmpty();
	}

	@Test
	void whatWasInForceIsKeptWithItsTimesAndItsSuccessor() {
		this.house.put("420602/old.csv", Sheets.rotation("420602", 2024, 100, 12, 3)).night();
		this.house.put("420602/new.csv", Sheets.rotation("420602", 2024, 100, 15, 4)).night();
		long old = this.house.submission("old.csv").id();
		long successor = this.house.submission("new.csv").id();
		assertThat(this.house.count(
				"publication where submission_id = ? and superseded_by = ?"
						+ " and recorded_at = '2026-11-22 01:00:00' and superseded_at = '2026-11-23 01:00:00'",
				old, successor))
			.isEqualTo(1);
		assertThat(this.house.count("publication where submission_id = ? and superseded_at is null", successor))
			.isEqualTo(1);
	}

	@Test
	void partsOfOneFeedDoNotDisplaceOneAnother() {
		String head = "行政区划代码,年度,学段,";
		this.house.put("420602/public-funds.csv", head + "生均公用经费（元/人）\n420602,2024,小学,1000\n").night();
		this.house.put("420602/operating.csv", head + "生均教育事业费（元/人）\n420602,2024,小学,9000\n").night();
		assertThat(this.house.inForce()).containsExactlyInAnyOrder("funding/public-funds 420602 2024 public-funds.csv",
				"funding/operating-expenditure 420602 2024 operating.csv");
		this.house.put("420602/public-funds-2.csv", head + "生均公用经费（元/人）\n420602,2024,小学,1100\n").night();
		assertThat(this.house.inForce()).containsExactlyInAnyOrder(
				"funding/public-funds 420602 2024 public-funds-2.csv",
				"funding/operating-expenditure 420602 2024 operating.csv");
		assertThat(this.house.state("public-funds.csv")).isEqualTo(SubmissionState.SUPERSEDED);
	}

	@Test
	void supersededFileComesBackWhenAnOfficerWantsIt() {
		this.house.put("420602/old.csv", Sheets.rotation("420602", 2024, 100, 12, 3)).night();
		String digest = this.house.digest();
		this.house.put("420602/new.csv", Sheets.rotation("420602", 2024, 100, 15, 4)).night();
		this.house.take("old.csv", "420602", Sheets.accepting("the new one was of another year"));
		assertThat(this.house.state("old.csv")).isEqualTo(SubmissionState.PUBLISHED);
		assertThat(this.house.state("new.csv")).isEqualTo(SubmissionState.SUPERSEDED);
		assertThat(this.house.digest()).isEqualTo(digest);
	}

}
