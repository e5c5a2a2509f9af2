package org.dudao.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.dudao.database.TestDatabase;
import org.dudao.submission.Submission.Hints;
import org.dudao.submission.SubmissionState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is held for an officer, whatever the order of the files, and how he lets it
 * through.
 */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class GateTests {

	private static final List<String> BEIJING = List.of("per-pupil-operating-expenditure-2023.csv",
			"per-pupil-public-funds-2023-2025.csv");

	private final TestDatabase database;

	private House house;

	GateTests(TestDatabase database) {
		this.database = database;
	}

	@BeforeEach
	void open() {
		this.house = House.on(this.database);
	}

	private void putBeijing(String prefix, String name) throws IOException {
		this.house.put("110000/" + prefix + name, Files.readAllBytes(Path.of("src/test/resources/beijing", name)));
	}

	@ParameterizedTest
	@CsvSource({ "a, b", "b, a" })
	void twoFilesOfOneNightForOneSlotAreBothHeld(String less, String more) {
		this.house.put("420602/" + less + ".csv", Sheets.rotation("420602", 2024, 100, 12, 3));
		this.house.put("420602/" + more + ".csv", Sheets.rotation("420602", 2024, 100, 15, 3));
		this.house.put("420602/other-year.csv", Sheets.rotation("420602", 2023, 100, 15, 3));
		this.house.night();
		assertThat(this.house.reasons("a.csv")).containsExactly("sensor.same-slot");
		assertThat(this.house.reasons("b.csv")).containsExactly("sensor.same-slot");
		assertThat(this.house.inForce()).containsExactly("teacher-rotation/rotation 420602 2023 other-year.csv");
		this.house.night();
		assertThat(this.house.inForce()).as("a second night changes nothing").hasSize(1);
	}

	@Test
	void fileWithFarFewerRowsIsHeldAndOneWithJustEnoughIsNot() {
		this.house.put("420602/ten.csv", Sheets.schools("420602", 2024, 10)).night();
		this.house.put("420602/six.csv", Sheets.schools("420602", 2024, 6)).night();
		assertThat(this.house.reasons("six.csv")).containsExactly("sensor.row-drop");
		assertThat(this.house.inForce()).containsExactly("teacher-rotation/rotation 420602 2024 ten.csv");
		this.house.put("420602/seven.csv", Sheets.schools("420602", 2024, 7)).night();
		assertThat(this.house.inForce()).containsExactly("teacher-rotation/rotation 420602 2024 seven.csv");
	}

	@ParameterizedTest
	@CsvSource({ "1, a-, b-", "1, b-, a-", "8, a-, b-", "8, b-, a-" })
	void measureSentAgainUnderAnotherNameIsHeldAndTheOriginalIsNot(int workers, String first, String second)
			throws IOException {
		this.house.workers(workers);
		putBeijing(first, BEIJING.get(0));
		putBeijing(second, BEIJING.get(1));
		this.house.night();
		assertThat(this.house.reasons(first + BEIJING.get(0))).containsExactly("sensor.contained");
		assertThat(this.house.state(second + BEIJING.get(1))).isEqualTo(SubmissionState.PUBLISHED);
	}

	@Test
	void measureSentAgainANightLaterIsHeldToo() throws IOException {
		putBeijing("", BEIJING.get(1));
		this.house.night();
		putBeijing("", BEIJING.get(0));
		this.house.night();
		assertThat(this.house.reasons(BEIJING.get(0))).containsExactly("sensor.contained");
	}

	/** Its districts are named, and only of Beijing is it clear which are meant. */
	@ParameterizedTest
	@ValueSource(strings = { "110000", "" })
	void officerPublishesAHeldFileWithAReasonThatIsKept(String sender) throws IOException {
		putBeijing("", BEIJING.get(0));
		putBeijing("", BEIJING.get(1));
		this.house.night();
		this.house.take(BEIJING.get(0), sender.isEmpty() ? null : sender, Sheets.accepting("the platform confirms it"));
		assertThat(this.house.state(BEIJING.get(0))).isEqualTo(SubmissionState.PUBLISHED);
		assertThat(this.house.submission(BEIJING.get(0)).hints())
			.isEqualTo(new Hints(null, null, "the platform confirms it", "officer-7"));
		assertThat(this.house.submission(BEIJING.get(0)).sender()).isEqualTo("110000");
		assertThat(this.house.count("slot where part = 'operating-expenditure'")).isEqualTo(16);
	}

	@Test
	void acceptedImportThatFailedIsTakenUpAsItWasMeant() {
		this.house.put("420602/ten.csv", Sheets.schools("420602", 2024, 10)).night();
		this.house.put("420602/six.csv", Sheets.schools("420602", 2024, 6)).night();
		Trap.failing(this.house.connection(), "fact_teacher_rotation.line = 5")
			.around(() -> this.house.take("six.csv", "420602", Sheets.accepting("four schools were closed")));
		assertThat(this.house.state("six.csv")).isEqualTo(SubmissionState.FAILED);
		this.house.night();
		assertThat(this.house.state("six.csv")).isEqualTo(SubmissionState.PUBLISHED);
		assertThat(this.house.submission("six.csv").hints().officer()).isEqualTo("officer-7");
	}

	@Test
	void heldFileIsPassedOverUntilSomebodySaysSomething() {
		this.house.put("420602/ten.csv", Sheets.schools("420602", 2024, 10)).night();
		this.house.put("420602/six.csv", Sheets.schools("420602", 2024, 6)).night();
		assertThat(this.house.unread(this.house.night())).contains("six.csv known.held");
		assertThat(this.house.unread(this.house.take("six.csv", null, Hints.NONE))).contains("six.csv known.held");
		assertThat(this.house.submission("six.csv").attempt()).isEqualTo(1);
	}

}
