package org.dudao.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.dudao.database.TestDatabase;
import org.dudao.submission.Archive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The process is killed in the middle of a night; after the next night all is as if it
 * had never been. The database is H2 as a server and MariaDB, so that both the program
 * and this test can reach it.
 */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class KillTests {

	private static final int SIGKILLED = 128 + 9;

	private static final int NEEDS_OFFICER = 2;

	/** The archive keeps the catalogue of the runs besides. */
	private static final int CATALOGUES = 1;

	private static final List<String> SMALL = List.of("420607", "420624", "420625");

	private static Outcome undisturbed;

	private static H2Server server;

	private static House house;

	KillTests(TestDatabase database) {
		assertThat(house.connection().url()).containsIgnoringCase(database == TestDatabase.H2 ? "h2" : "mysql");
	}

	@BeforeParameterizedClassInvocation
	static void open(TestDatabase database) {
		if (undisturbed == null) {
			house = House.on(TestDatabase.H2);
			files().forEach(house::put);
			house.night();
			undisturbed = Outcome.of(house);
		}
		if (database == TestDatabase.H2) {
			server = H2Server.start("");
		}
		house = (database == TestDatabase.H2) ? House.own(server.connection()) : House.on(database);
	}

	@AfterParameterizedClassInvocation
	static void close(TestDatabase database) {
		if (database == TestDatabase.H2) {
			house.close();
			server.close();
		}
	}

	@BeforeEach
	void fill() {
		house.empty();
		files().forEach(house::put);
	}

	/** Two counties, a large file, two rivals for one slot and a file to reject. */
	static Map<String, String> files() {
		Map<String, String> files = new TreeMap<>(Sheets.county());
		SMALL.forEach((county) -> files.put(county + "/small.csv", Sheets.rotation(county, 2024, 100, 12, 3)));
		files.put("420682/large.csv", Sheets.schools("420682", 2024, 5000));
		files.put("420683/rival-a.csv", Sheets.rotation("420683", 2024, 100, 12, 3));
		files.put("420683/rival-b.csv", Sheets.rotation("420683", 2024, 100, 9, 3));
		return files;
	}

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

	/** What a night came to. */
	record Outcome(String digest, int slots, List<String> states, List<String> corrections) {

		static Outcome of(House house) {
			List<String> states = house.jdbc()
				.sql("select concat(file_name, ' ', state, ' ', facts) from submission order by file_name")
				.query(String.class)
				.list();
			return new Outcome(house.digest(), house.count("slot"), states,
					house.files("outbox").stream().map((name) -> name.replaceFirst("/[0-9]+-", "/")).sorted().toList());
		}

	}

}
