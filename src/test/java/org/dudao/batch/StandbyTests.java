package org.dudao.batch;

import java.time.LocalDateTime;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Processes that stay up share a database, and one of them ends in the middle of a night
 * that was due. The night is one that nobody was up for, so that no test waits for a time
 * of day.
 */
class StandbyTests extends SharedHouseTest {

	private static final int SIGTERMED = 128 + 15;

	/** So many files are read side by side at most. */
	private static final int WORKERS = Runtime.getRuntime().availableProcessors();

	@BeforeEach
	void missANight() {
		house.jdbc()
			.sql("insert into schedule_run (schedule, due_at, ended_at, outcome) values ('night', ?, ?, 'NEW')")
			.params(LocalDateTime.of(2026, 1, 1, 0, 0), LocalDateTime.of(2026, 1, 1, 0, 0))
			.update();
	}

	private static Program serve() {
		return Program.start(house.home(), house.connection(), "serve", "--port", "0", "--inbox",
				house.inbox().toString());
	}

	private static void awaitDone(Program process) {
		Wait.until("the night is done: " + process.output(),
				() -> house.count("schedule_run where outcome = 'DONE'") == 1);
	}

	@Test
	void standbyTakesOverTheNightOfAProcessThatWasKilled() {
		Program standby;
		try (Trap trap = Trap.holding(house.connection(), "fact_teacher_rotation.line = 3000")) {
			Program first = serve();
			trap.await();
			standby = serve();
			Wait.until("the other stands by", () -> standby.output().contains("standing by"));
			assertThat(house.count("run")).isEqualTo(1);
			first.kill();
		}
		awaitDone(standby);
		standby.terminate();
		assertThat(standby.exitCode()).isEqualTo(SIGTERMED);
		assertThat(Outcome.of(house)).isEqualTo(undisturbed);
		assertThat(house.count("run where outcome = 'ABANDONED'")).isEqualTo(1);
		assertThat(house.count("run where outcome = 'DONE'")).isEqualTo(1);
		assertThat(house.count("schedule_run where attempts = 2")).isEqualTo(1);
	}

	@Test
	void processThatIsAskedToEndFinishesItsFilesAndBeginsNone() {
		Program process;
		try (Trap trap = Trap.holdingUpdate(house.connection(), "submission.state = LOADING")) {
			process = serve();
			trap.await();
			process.terminate();
			Wait.until("it is asked to end", () -> process.output().contains("Asked to end"));
		}
		assertThat(process.exitCode()).isEqualTo(SIGTERMED);
		assertThat(house.count("run where outcome = 'STOPPED'")).isEqualTo(1);
		assertThat(house.count("submission where state in ('LOADING', 'FAILED')")).isZero();
		assertThat(house.count("submission where state <> 'RECEIVED'")).isBetween(1, WORKERS);
		assertThat(house.count("submission where state = 'RECEIVED'")).isPositive();
		assertThat(house.count("slot")).isZero();
		assertThat(house.count("lease where holder is not null")).isZero();
		assertThat(house.count("schedule_run where ended_at is null and retry_at is null")).isEqualTo(1);
		house.night();
		assertThat(Outcome.of(house)).isEqualTo(undisturbed);
		assertThat(house.count("run where outcome = 'ABANDONED'")).isZero();
		assertThat(house.count("BATCH_JOB_EXECUTION where STATUS = 'STARTED' or END_TIME is null")).isZero();
	}

}
