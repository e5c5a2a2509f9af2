package org.dudao.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

import org.dudao.database.TestDatabase;
import org.dudao.report.RunSummary;
import org.dudao.submission.Archive;
import org.dudao.submission.Submission;
import org.dudao.submission.SubmissionState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Of a file that fails half way nothing is seen, and it stops nobody else. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class AllOrNothingTests {

	private static final int SCHOOLS = 5000;

	private final TestDatabase database;

	private House house;

	AllOrNothingTests(TestDatabase database) {
		this.database = database;
	}

	@BeforeEach
	void open() {
		this.house = House.on(this.database);
		this.house.put("420602/large.csv", Sheets.schools("420602", 2024, SCHOOLS));
		this.house.put("420606/small.csv", Sheets.rotation("420606", 2024, 100, 12, 3));
	}

	private Trap failingAt(String row) {
		return Trap.failing(this.house.connection(), row);
	}

	private Trap holdingAt(String row) {
		return Trap.holding(this.house.connection(), row);
	}

	@Test
	void failingChunkLeavesNoRowBehind() {
		failingAt("fact_teacher_rotation.line = 3000").around(this.house::night);
		assertThat(this.house.state("large.csv")).isEqualTo(SubmissionState.FAILED);
		assertThat(this.house.reasons("large.csv")).containsExactly("failed.load");
		assertThat(this.house.count("fact_teacher_rotation where line > 2001")).isZero();
		assertThat(this.house.inForce()).containsExactly("teacher-rotation/rotation 420606 2024 small.csv");
	}

	@Test
	void runAfterAFailureHasEachRowOnce() {
		assertThat(failingAt("fact_teacher_rotation.line = 3000").around(this.house::night).failed()).isEqualTo(1);
		RunSummary second = this.house.night();
		assertThat(second.failed()).isZero();
		assertThat(this.house.state("large.csv")).isEqualTo(SubmissionState.PUBLISHED);
		assertThat(this.house.count("fact_teacher_rotation where region = '420602'")).isEqualTo(SCHOOLS);
		assertThat(this.house.submission("large.csv").ledger().facts()).isEqualTo(SCHOOLS);
		assertThat(this.house.submission("large.csv").attempt()).isEqualTo(2);
	}

	@Test
	void ledgerThatDoesNotAddUpIsNeverPublished() {
		try (Trap trap = holdingAt("fact_teacher_rotation.line = 3000")) {
			Aside<RunSummary> night = Aside.run(this.house::night);
			trap.await();
			long large = this.house.submission("large.csv").id();
			assertThat(this.house.jdbc()
				.sql("delete from fact_teacher_rotation where submission_id = ? and line = 7")
				.param(large)
				.update()).isEqualTo(1);
			trap.release();
			assertThat(night.outcome().failed()).isEqualTo(1);
		}
		assertThat(this.house.reasons("large.csv")).containsExactly("ledger.unbalanced");
		assertThat(this.house.inForce()).containsExactly("teacher-rotation/rotation 420606 2024 small.csv");
		this.house.night();
		assertThat(this.house.state("large.csv")).isEqualTo(SubmissionState.PUBLISHED);
	}

	@Test
	void readIsAcceptedAndRejectedAndIgnored() {
		this.house
			.put("420607/mixed.csv",
					Sheets.schools("420607", 2024, 9) + "\n合计,,,,90,18,9\n"
							+ Sheets.rotationRow("420607", 2024, "坏小学", 1, 2, 1) + "注：骨干教师为县级以上\n")
			.night();
		Submission mixed = this.house.submission("mixed.csv");
		assertThat(mixed.ledger()).hasToString("Ledger[read=13, accepted=9, rejected=1, ignored=3, facts=9]");
		assertThat(this.house.count("fact_teacher_rotation where submission_id = ?", mixed.id())).isEqualTo(9);
		assertThat(this.house.count("rejected_row where submission_id = ?", mixed.id())).isEqualTo(1);
	}

	@Test
	void fileWhoseArchivedCopyIsGoneFailsAlone() throws IOException {
		assertThat(failingAt("fact_teacher_rotation.line = 2").around(this.house::night).failed()).isEqualTo(2);
		Files.delete(this.house.part(Archive.class).path(this.house.submission("large.csv").sha256()));
		RunSummary again = this.house.take();
		assertThat(again.failed()).isEqualTo(1);
		assertThat(this.house.reasons("large.csv")).containsExactly("failed.load");
		assertThat(this.house.inForce()).containsExactly("teacher-rotation/rotation 420606 2024 small.csv");
		assertThat(this.house.night().failed()).as("the inbox still has it").isZero();
	}

	@Test
	void fileThatCannotBePublishedFailsAlone() {
		assertThat(failingAt("slot.region = 420602").around(this.house::night).failed()).isEqualTo(1);
		assertThat(this.house.reasons("large.csv")).containsExactly("failed.publish");
		assertThat(this.house.inForce()).containsExactly("teacher-rotation/rotation 420606 2024 small.csv");
		assertThat(this.house.count("publication where region = '420602'")).isZero();
		assertThat(this.house.count("indicator_value where region = '420606'")).isPositive();
		this.house.night();
		assertThat(this.house.inForce()).hasSize(2);
	}

	@Test
	void fileThatCannotBeSettledFailsWithItsReason() {
		this.house.put("420607/bad.csv", Sheets.rotation("420607", 2024, 3, 5, 0));
		assertThat(failingAt("submission_reason.code = gate.too-many-rejected").around(this.house::night).failed())
			.isEqualTo(1);
		assertThat(this.house.reasons("bad.csv")).containsExactly("failed.load");
		this.house.night();
		assertThat(this.house.reasons("bad.csv")).containsExactly("gate.too-many-rejected");
	}

	@Test
	void manyRejectedFilesSideBySideDoNotLockEachOtherOut() {
		this.house.clearInbox();
		for (int i = 0; i < 60; i++) {
			this.house.put("420602/bad-" + i + ".csv", Sheets.rotation("420602", 2024, 3 + i, 5 + i, 0)
					+ Sheets.rotationRow("420602", 2024, "一小", 4, 5, 0));
		}
		this.house.workers(8);
		RunSummary summary = this.house.night();
		assertThat(summary.failed()).isZero();
		assertThat(summary.count(SubmissionState.REJECTED)).isEqualTo(60);
	}

}
