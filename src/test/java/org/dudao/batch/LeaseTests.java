package org.dudao.batch;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.zaxxer.hikari.HikariDataSource;
import org.dudao.catalog.Catalog;
import org.dudao.database.TestDatabase;
import org.dudao.intake.Intake;
import org.dudao.message.Message;
import org.dudao.report.RunSummary;
import org.dudao.submission.Archive;
import org.dudao.submission.Holder;
import org.dudao.submission.Lease;
import org.dudao.submission.LeaseHeld;
import org.dudao.submission.LeaseLost;
import org.dudao.submission.Lineage;
import org.dudao.submission.Publications;
import org.dudao.submission.Runs;
import org.dudao.submission.Slot;
import org.dudao.submission.Submission;
import org.dudao.submission.SubmissionState;
import org.dudao.submission.Submissions;
import org.dudao.warehouse.Facts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** One run at a time, and one that was presumed dead changes nothing when it wakes up. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class LeaseTests {

	private static final Holder ELSEWHERE = new Holder("another-host", 4711, 1);

	private final TestDatabase database;

	private House house;

	private Lease lease;

	LeaseTests(TestDatabase database) {
		this.database = database;
	}

	@BeforeEach
	void open() {
		this.house = House.on(this.database);
		this.lease = this.house.part(Lease.class);
		this.house.put("420602/rotation.csv", Sheets.rotation("420602", 2024, 100, 12, 3));
	}

	@AfterEach
	void free() {
		expire();
	}

	private void expire() {
		this.house.jdbc().sql("update lease set expires_at = '2000-01-01 00:00:00'").update();
	}

	@Test
	void whoeverWantsTheLeaseWhileAPreviewLocksItIsToldWhoHasIt() {
		long token = this.lease.acquire(Holder.here());
		try (HikariDataSource pool = impatient().pool()) {
			Lease wanted = new Lease(JdbcClient.create(pool), new TransactionTemplate(new JdbcTransactionManager(pool)),
					Duration.ofMinutes(1));
			this.house.part(TransactionTemplate.class).executeWithoutResult((preview) -> {
				this.lease.prove(token);
				assertThatThrownBy(() -> wanted.acquire(ELSEWHERE)).isInstanceOf(LeaseHeld.class)
					.hasMessageContaining(Holder.here().host());
			});
		}
		this.lease.release(token);
	}

	/** The same database, for somebody who does not wait long for a lock. */
	private TestDatabase.Connection impatient() {
		TestDatabase.Connection patient = this.house.connection();
		String url = (this.database == TestDatabase.H2)
				? patient.url().replace("LOCK_TIMEOUT=30000", "LOCK_TIMEOUT=100")
				: patient.url() + "&sessionVariables=innodb_lock_wait_timeout=1";
		return new TestDatabase.Connection(url, patient.user(), patient.password());
	}

	@Test
	void secondRunIsRefusedWhileOneGoesOn() {
		long token = this.lease.acquire(Holder.here());
		assertThatThrownBy(this.house::night).isInstanceOf(LeaseHeld.class).hasMessageContaining(Holder.here().host());
		assertThat(this.house.count("run")).isZero();
		this.lease.release(token);
		assertThat(this.house.night().read()).hasSize(1);
	}

	@Test
	void leaseOfAnotherHostIsRespectedUntilItRunsOut() {
		this.lease.acquire(ELSEWHERE);
		assertThatThrownBy(this.house::night).isInstanceOf(LeaseHeld.class).hasMessageContaining("another-host");
		expire();
		assertThat(this.house.night().read()).hasSize(1);
	}

	@Test
	void leaseOfADeadProcessOfThisHostIsTakenAtOnce() throws IOException, InterruptedException {
		java.lang.Process process = new ProcessBuilder("sleep", "600").start();
		long started = process.info().startInstant().map(Instant::toEpochMilli).orElseThrow();
		this.lease.acquire(new Holder(Holder.here().host(), process.pid(), started));
		assertThatThrownBy(this.house::night).isInstanceOf(LeaseHeld.class);
		process.destroyForcibly().waitFor();
		assertThat(this.house.night().read()).hasSize(1);
	}

	@Test
	void processWithTheNumberOfADeadOneIsNotTakenForIt() {
		Holder here = Holder.here();
		this.lease.acquire(new Holder(here.host(), here.pid(), here.startedAt() - 3_600_000));
		assertThat(this.house.night().read()).hasSize(1);
	}

	@Test
	void publishingWithAnOldTokenChangesNothing() {
		this.house.night();
		long submission = this.house.submission("rotation.csv").id();
		long old = this.lease.acquire(ELSEWHERE);
		expire();
		long token = this.lease.acquire(Holder.here());
		assertThat(token).isGreaterThan(old);
		String digest = this.house.digest();
		Publications publications = this.house.part(Publications.class);
		List<Slot.Filled> slots = List.of(new Slot.Filled(new Slot("teacher-rotation", "rotation", "420606", 2024), 1));
		assertThatThrownBy(() -> publications.publish(submission, slots, old, Instant.EPOCH))
			.isInstanceOf(LeaseLost.class);
		assertThatThrownBy(() -> publications.keepBack(SubmissionState.HELD,
				Map.of(submission, List.of(Message.of("gate.no-facts"))), old, Instant.EPOCH))
			.isInstanceOf(LeaseLost.class);
		assertThat(this.house.digest()).isEqualTo(digest);
		assertThat(this.house.count("slot")).isEqualTo(1);
		assertThat(this.house.count("publication where recorded_at < '2000-01-01'")).isZero();
		assertThat(this.house.state("rotation.csv")).isEqualTo(SubmissionState.PUBLISHED);
	}

	@Test
	void judgingWithAnOldTokenChangesNothing() {
		this.house.put("420602/breach.csv", Sheets.rotation("420602", 2023, 100, 9, 3));
		try (Trap trap = Trap.holding(this.house.connection(), "indicator_value.region = 420602")) {
			Aside<RunSummary> night = Aside.run(this.house::night);
			trap.await();
			expire();
			this.lease.acquire(ELSEWHERE);
			trap.release();
			assertThat(night.failure()).isInstanceOf(LeaseLost.class);
		}
		assertThat(this.house.count("indicator_value")).isZero();
		assertThat(this.house.count("finding")).isZero();
		expire();
		this.house.night();
		assertThat(this.house.openFindings()).containsExactly("rotation-at-least-10-percent 420602 2023");
	}

	@Test
	void runThatLostItsLeaseWhileItReadStopsAndLeavesTheFileToTheOther() {
		this.house.clearInbox().put("420602/large.csv", Sheets.schools("420602", 2024, 5000));
		try (Trap trap = Trap.holding(this.house.connection(), "fact_teacher_rotation.line = 3000")) {
			Aside<RunSummary> night = Aside.run(this.house::night);
			trap.await();
			expire();
			this.lease.acquire(ELSEWHERE);
			trap.release();
			assertThat(night.failure()).isInstanceOf(LeaseLost.class);
		}
		assertThat(this.house.state("large.csv")).isEqualTo(SubmissionState.LOADING);
		assertThat(this.house.count("slot")).isZero();
		expire();
		this.house.night();
		assertThat(this.house.count("slot where facts = 5000")).isEqualTo(1);
	}

	@Test
	void runThatWakesUpDoesNotSpoilWhatTheOtherHasPublished() {
		this.house.night();
		Heartbeat old = new Heartbeat(this.lease);
		old.start(this.lease.acquire(ELSEWHERE) - 1);
		Loading woken = new Loading(this.house.part(Catalog.class), this.house.part(Intake.class),
				this.house.part(Archive.class), this.house.part(Submissions.class), this.house.part(Lineage.class),
				this.house.part(Facts.class), this.house.part(TransactionTemplate.class), old, new Halt(),
				this.house.part(Progress.class), this.house.clock());
		String digest = this.house.digest();
		assertThatThrownBy(() -> woken.begin(this.house.submission("rotation.csv").id())).isInstanceOf(LeaseLost.class);
		assertThatThrownBy(() -> woken.fail(this.house.submission("rotation.csv"), List.of()))
			.isInstanceOf(LeaseLost.class);
		old.stop();
		assertThat(this.house.state("rotation.csv")).isEqualTo(SubmissionState.PUBLISHED);
		assertThat(this.house.digest()).isEqualTo(digest);
	}

	@Test
	void runThatWakesUpNeitherTakesFilesInNorCallsThemFailed() {
		this.house.night();
		this.house.put("420606/more.csv", Sheets.rotation("420606", 2024, 100, 12, 3));
		Heartbeat heartbeat = this.house.part(Heartbeat.class);
		long old = this.lease.acquire(ELSEWHERE) - 1;
		heartbeat.start(old);
		long run = this.house.part(Runs.class).begin("nightly", "", this.house.clock().instant());
		this.house.jdbc().sql("update submission set state = 'LOADING', run_id = 4711").update();
		PlannedFile more = new PlannedFile(this.house.inbox().resolve("420606/more.csv"), "420606",
				Submission.Hints.NONE, null);
		Reception reception = this.house.part(Reception.class);
		assertThatThrownBy(() -> reception.receive(run, List.of(more))).isInstanceOf(LeaseLost.class);
		assertThatThrownBy(() -> reception.receive(run, List.of())).isInstanceOf(LeaseLost.class);
		assertThatThrownBy(() -> this.house.part(HandingOut.class).handOut(old)).isInstanceOf(LeaseLost.class);
		heartbeat.stop();
		assertThat(this.house.count("submission")).isEqualTo(1);
		assertThat(this.house.count("submission where state = 'LOADING' and run_id = 4711")).isEqualTo(1);
	}

	@Test
	void runThatWakesUpDoesNotChangeHowTheOtherHasSaidItEnded() {
		long run = this.house.night().run();
		Runs runs = this.house.part(Runs.class);
		Instant end = this.house.clock().instant();
		this.house.jdbc().sql("update run set ended_at = null, outcome = null").update();
		runs.end(run, Runs.Outcome.ABANDONED, end);
		List<String> said = tally();
		this.house.jdbc().sql("update submission set run_id = run_id + 1").update();
		runs.end(run, Runs.Outcome.FAILED, end.plusSeconds(60));
		assertThat(said).isNotEmpty();
		assertThat(tally()).isEqualTo(said);
		assertThat(this.house.count("run where outcome = 'ABANDONED' and ended_at = ?", Submissions.utc(end)))
			.isEqualTo(1);
	}

	private List<String> tally() {
		return this.house.jdbc()
			.sql("select concat(run_id, ' ', kind, ' ', name, ' ', outcome, ' ', amount) from run_tally order by 1")
			.query(String.class)
			.list();
	}

	/** The server would keep its locks for eight hours. */
	@Test
	void connectionsOfAMachineThatVanishedEndWithinMinutes() {
		assumeTrue(this.database == TestDatabase.MARIADB, "H2 is told of a process that is gone");
		assertThat(this.house.jdbc().sql("select @@session.wait_timeout").query(Integer.class).single()).isEqualTo(600);
	}

	@Test
	void heartbeatRenewsTheLeaseAndTellsWhenItIsLost() {
		Lease brief = new Lease(this.house.jdbc(), this.house.part(TransactionTemplate.class), Duration.ofSeconds(1));
		Heartbeat heartbeat = new Heartbeat(brief);
		heartbeat.start(brief.acquire(Holder.here()));
		expire();
		Wait.until("the lease is renewed",
				() -> this.house.count("lease where expires_at > '2000-01-02 00:00:00'") == 1);
		heartbeat.check();
		expire();
		this.house.jdbc().sql("update lease set token = token + 1").update();
		Wait.until("it is told", () -> {
			try {
				heartbeat.check();
				return false;
			}
			catch (LeaseLost lost) {
				return true;
			}
		});
		heartbeat.stop();
		assertThat(this.house.count("lease where expires_at > '2000-01-02 00:00:00'")).isZero();
	}

	@Test
	void deadRunIsClosedAndItsFileIsTakenUpAgain() {
		this.house.night();
		this.house.jdbc().sql("update run set ended_at = null, outcome = null").update();
		this.house.jdbc().sql("update submission set state = 'LOADING'").update();
		this.house.jdbc()
			.sql("update BATCH_JOB_EXECUTION set STATUS = 'STARTED', EXIT_CODE = 'UNKNOWN', END_TIME = null")
			.update();
		this.house.jdbc()
			.sql("update BATCH_STEP_EXECUTION set STATUS = 'STARTED', END_TIME = null where STEP_NAME in ('load', 'judge')")
			.update();
		this.house.clearInbox();
		RunSummary next = this.house.night();
		assertThat(next.count(SubmissionState.PUBLISHED)).isEqualTo(1);
		assertThat(this.house.count("run where outcome = 'ABANDONED'")).isEqualTo(1);
		assertThat(this.house.count("BATCH_JOB_EXECUTION where STATUS = 'STARTED' or END_TIME is null")).isZero();
		assertThat(this.house.count("BATCH_STEP_EXECUTION where STATUS = 'STARTED'")).isZero();
	}

}
