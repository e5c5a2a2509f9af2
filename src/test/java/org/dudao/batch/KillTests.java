package org.dudao.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;

import org.dudao.submission.Archive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The process is killed; after the next night all is as if it had never been. */
class KillTests extends SharedHouseTest {

	private static final int SIGKILLED = 128 + 9;

	private static final int NEEDS_OFFICER = 2;

	/** The archive keeps the catalogue of the runs besides. */
	private static final int CATALOGUES = 1;

	@Test
	void previewThatIsKilledLeavesNothing() {
		try (Trap trap = Trap.holding(house.connection(), "finding_event.event = OPENED")) {
			Program preview = Program.start(house.home(), house.connection(), "import",
					house.inbox().resolve("420602/rotation-2024.csv").toString(), "--sender", "420602", "--dry-run");
			trap.await();
			preview.kill();
			assertThat(preview.exitCode()).isEqualTo(SIGKILLED);
		}
		assertThat(house.count("submission")).isZero();
		assertThat(house.count("run")).isZero();
		house.night();
		assertThat(house.digest()).isEqualTo(undisturbed.digest());
		assertThat(Outcome.of(house).states()).isEqualTo(undisturbed.states());
		assertThat(house.files("archive")).hasSize(house.files("inbox").size() + CATALOGUES);
	}

	private static Program nightly() {
		return Program.start(house.home(), house.connection(), "nightly", "--inbox", house.inbox().toString());
	}

	private static void killAt(String row) {
		try (Trap trap = Trap.holding(house.connection(), row)) {
			Program night = nightly();
			trap.await();
			night.kill();
			assertThat(night.exitCode()).isEqualTo(SIGKILLED);
		}
		assertThat(house.count("run where ended_at is null")).isEqualTo(1);
	}

	private static void assertUndisturbed() {
		assertThat(Outcome.of(house)).isEqualTo(undisturbed);
		assertThat(house.count("run where outcome = 'ABANDONED'")).isEqualTo(1);
		assertThat(house.count("BATCH_JOB_EXECUTION where STATUS = 'STARTED' or END_TIME is null")).isZero();
		assertThat(house.count("BATCH_STEP_EXECUTION where STATUS = 'STARTED'")).isZero();
		assertThat(house.files("archive")).hasSize(house.files("inbox").size() + CATALOGUES)
			.noneMatch((name) -> name.endsWith("tmp"));
	}

	private static void runAgain() {
		Program again = nightly();
		assertThat(again.exitCode()).as(again.output()).isEqualTo(NEEDS_OFFICER);
		assertUndisturbed();
	}

	@Test
	void killedDuringLoad() {
		killAt("fact_teacher_rotation.line = 3000");
		assertThat(house.count("submission where state = 'LOADING'")).isPositive();
		assertThat(house.count("fact_teacher_rotation where region = '420682'")).isBetween(1, 4999);
		runAgain();
	}

	/** Files are published in the order of their hashes. */
	private static String inTheMiddle() {
		Comparator<String> hash = Comparator.comparing((county) -> {
			try {
				return Archive.hash(house.inbox().resolve(county).resolve("small.csv"));
			}
			catch (IOException fault) {
				throw new UncheckedIOException(fault);
			}
		});
		return SMALL.stream().sorted(hash).toList().get(1);
	}

	@Test
	void killedDuringPublish() {
		killAt("stale_slot.region = " + inTheMiddle());
		assertThat(house.count("slot")).isBetween(1, undisturbed.slots() - 1);
		runAgain();
	}

	@Test
	void killedDuringJudge() {
		killAt("finding.region = 420606");
		assertThat(house.count("slot")).isEqualTo(undisturbed.slots());
		assertThat(house.count("indicator_value")).isZero();
		runAgain();
	}

	/** Where nothing new is shown by a new process, the next night is in this one. */
	@ParameterizedTest
	@CsvSource({ "receive, planned_file.seq = 3", "hold, submission_reason.code = sensor.same-slot",
			"hand out, BATCH_STEP_EXECUTION.STEP_NAME = handOut" })
	void killedElsewhere(String where, String row) {
		killAt(row);
		assertThat(house.files("outbox")).as(where).isEmpty();
		house.night();
		assertUndisturbed();
	}

}
