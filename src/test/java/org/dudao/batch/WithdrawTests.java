package org.dudao.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;

import org.dudao.database.TestDatabase;
import org.dudao.report.Digest;
import org.dudao.report.FindingTurns.Turn;
import org.dudao.submission.Publications.Withdrawal;
import org.dudao.submission.SubmissionEvents.Event;
import org.dudao.submission.SubmissionEvents.Kind;
import org.dudao.submission.SubmissionState;
import org.dudao.submission.Submissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

/** After a withdrawal all is as if the file had never come, and nothing is lost. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class WithdrawTests {

	private static final String PROVINCE = Sheets.rotation("420602", 2025, 100, 12, 3)
			+ Sheets.rotationRow("420606", 2025, "二小", 100, 9, 3);

	private final TestDatabase database;

	private House house;

	WithdrawTests(TestDatabase database) {
		this.database = database;
	}

	@BeforeEach
	void open() {
		this.house = House.on(this.database);
		Sheets.county().forEach(this.house::put);
		this.house.night();
	}

	@Test
	void slotIsEmptyAgainWhereNothingWasBefore() {
		String before = this.house.digest();
		this.house.put("420602/new.csv", Sheets.rotation("420602", 2025, 100, 5, 0)).night();
		assertThat(this.house.openFindings()).contains("rotation-at-least-10-percent 420602 2025");
		Withdrawn done = withdraw("new.csv");
		assertThat(this.house.digest()).isEqualTo(before);
		assertThat(this.house.state("new.csv")).isEqualTo(SubmissionState.WITHDRAWN);
		assertThat(done.slots()).allSatisfy((back) -> assertThat(back.to()).isNull());
		assertThat(done.findings()).extracting(Turn::event, Turn::rule, Turn::because)
			.contains(tuple("CLOSED", "rotation-at-least-10-percent", "NO_VERDICT"));
	}

	@Test
	void whatWasBeforeIsInForceAgain() {
		String before = this.house.digest();
		this.house.put("420606/other.csv", Sheets.schools("420606", 2024, 14)).night();
		assertThat(this.house.digest()).isNotEqualTo(before);
		withdraw("other.csv");
		assertThat(this.house.digest()).isEqualTo(before);
		assertThat(this.house.state("rotation-2024.csv")).isEqualTo(SubmissionState.PUBLISHED);
		assertThat(this.house.part(Submissions.class)
			.last(this.house.submission("rotation-2024.csv").id(), Kind.REINSTATED)
			.map(Event::other)).contains(this.house.submission("other.csv").id());
	}

	@Test
	void fileInForceInSomeSlotsOnlyLeavesTheOthersAlone() {
		this.house.put("420602/county.csv", Sheets.rotation("420602", 2025, 100, 15, 4)).night();
		String countyAlone = this.house.digest();
		this.house.put("420000/province.csv", PROVINCE).night();
		this.house.clearInbox().put("420602/again.csv", Sheets.rotation("420602", 2025, 100, 16, 4)).night();
		assertThat(this.house.inForce()).contains("teacher-rotation/rotation 420602 2025 again.csv",
				"teacher-rotation/rotation 420606 2025 province.csv");
		withdraw("province.csv");
		assertThat(this.house.inForce()).contains("teacher-rotation/rotation 420602 2025 again.csv")
			.noneMatch((slot) -> slot.contains("420606 2025"));
		withdraw("again.csv");
		assertThat(this.house.inForce()).contains("teacher-rotation/rotation 420602 2025 county.csv");
		assertThat(this.house.digest()).isEqualTo(countyAlone);
	}

	@Test
	void slotsOfOneFileGoBackToDifferentFiles() {
		this.house.put("420602/county.csv", Sheets.rotation("420602", 2025, 100, 15, 4)).night();
		String countyAlone = this.house.digest();
		this.house.put("420000/province.csv", PROVINCE).night();
		withdraw("province.csv");
		assertThat(this.house.inForce()).contains("teacher-rotation/rotation 420602 2025 county.csv")
			.noneMatch((slot) -> slot.contains("420606 2025"));
		assertThat(this.house.digest()).isEqualTo(countyAlone);
	}

	@Test
	void laterOfTwoGoesBackToTheEarlierAndThenToNothing() {
		String before = this.house.digest();
		this.house.put("420602/one.csv", Sheets.rotation("420602", 2025, 100, 5, 0)).night();
		String withOne = this.house.digest();
		this.house.put("420602/two.csv", Sheets.rotation("420602", 2025, 100, 15, 4)).night();
		assertThatExceptionOfType(CannotWithdraw.class).isThrownBy(() -> withdraw("one.csv"))
			.matches((refusal) -> refusal.reason().code().equals("withdraw.superseded"));
		withdraw("two.csv");
		assertThat(this.house.digest()).isEqualTo(withOne);
		withdraw("one.csv");
		assertThat(this.house.digest()).isEqualTo(before);
		assertThatExceptionOfType(CannotWithdraw.class).isThrownBy(() -> withdraw("one.csv"))
			.matches((refusal) -> refusal.reason().code().equals("withdraw.already"));
	}

	@Test
	void sameBytesAreNotTakenInAgainUntilAnOfficerWantsThem() {
		this.house.put("420602/new.csv", Sheets.rotation("420602", 2025, 100, 15, 4)).night();
		String published = this.house.digest();
		withdraw("new.csv");
		String withdrawn = this.house.digest();
		assertThat(this.house.unread(this.house.night())).contains("new.csv known.withdrawn");
		assertThat(this.house.digest()).isEqualTo(withdrawn);
		this.house.take("new.csv", "420602", Sheets.accepting("it was right after all"));
		assertThat(this.house.state("new.csv")).isEqualTo(SubmissionState.PUBLISHED);
		assertThat(this.house.digest()).isEqualTo(published);
	}

	/** The first attempt fails because of a mistyped sender. */
	@Test
	void attemptToPublishItAgainThatFailsDoesNotOpenTheDoorToTheNextNight() {
		this.house.put("420602/new.csv", Sheets.rotation("420602", 2025, 100, 15, 4)).night();
		String published = this.house.digest();
		withdraw("new.csv");
		String withdrawn = this.house.digest();
		this.house.take(
				new PlannedFile(this.house.inbox().resolve("420602/new.csv"), "420606", Sheets.accepting("try"), null));
		assertThat(this.house.state("new.csv")).isEqualTo(SubmissionState.REJECTED);
		assertThat(this.house.unread(this.house.night())).contains("new.csv known.fallen");
		assertThat(this.house.digest()).isEqualTo(withdrawn);
		this.house.take("new.csv", "420602", Sheets.accepting("it was right after all"));
		assertThat(this.house.digest()).isEqualTo(published);
	}

	@Test
	void questionOfAMomentBeforeHasTheAnswerOfThen() {
		this.house.put("420602/new.csv", Sheets.rotation("420602", 2025, 100, 5, 0)).night();
		String then = this.house.digest();
		Instant moment = this.house.clock().instant();
		withdraw("new.csv");
		assertThat(this.house.digest()).isNotEqualTo(then);
		assertThat(this.house.part(Digest.class).of(moment).digest()).isEqualTo(then);
	}

	@Test
	void withdrawalThatDiesBeforeItIsJudgedIsJudgedByTheNextRun() {
		String before = this.house.digest();
		this.house.put("420602/new.csv", Sheets.rotation("420602", 2025, 100, 5, 0)).night();
		Trap.failing(this.house.connection(), "finding_event.event = CLOSED").around(() -> {
			assertThatExceptionOfType(RunFailed.class).isThrownBy(() -> withdraw("new.csv"));
			return null;
		});
		assertThat(this.house.openFindings()).contains("rotation-at-least-10-percent 420602 2025");
		this.house.night();
		assertThat(this.house.digest()).isEqualTo(before);
	}

	private Withdrawn withdraw(String fileName) {
		this.house.clock().advance(Duration.ofHours(1));
		try {
			return this.house.part(Pipeline.class)
				.withdraw(new Withdrawal(this.house.submission(fileName).id(), "wrong year", "officer-7"));
		}
		catch (IOException fault) {
			throw new UncheckedIOException(fault);
		}
	}

}
