package org.dudao.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

import org.dudao.cli.Terminal.Said;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** An officer handles a finding at the terminal, one command after another. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FindingLifeCommandTests {

	private static final String HEADER = "行政区划代码,学年,学校名称,学段,符合交流条件教师数,实际交流教师数,实际交流骨干教师数\n";

	private static final String NEXT_YEAR = LocalDate.now().plusYears(1).toString();

	@TempDir
	private static Path root;

	private static Terminal terminal;

	@BeforeAll
	static void runANight() throws IOException {
		terminal = new Terminal(root.resolve("home"));
		Path file = root.resolve("inbox/420602/breach.csv");
		Files.createDirectories(file.getParent());
		Files.writeString(file, HEADER + "420602,2024-2025,一小,小学,100,9,3\n");
		assertThat(terminal.type("nightly", "--inbox", root.resolve("inbox").toString()).err()).isEmpty();
	}

	@ParameterizedTest
	@Order(1)
	@CsvSource(delimiter = '|', value = { "waive 99 --reason rounding --text x | There is no finding 99",
			"waive 1 --reason no-such --text x | Expected one of these of jobs/waivers.yaml: one-time-funding,",
			"waive 1 --reason rounding --text x | not for findings as grave",
			"waive 1 --reason plan-approved --text x | at most 36 months",
			"waive 1 --reason boundary-change --text x --until 2020-01-01 | has passed",
			"rectify 1 --until 2020-01-01 --text x | has passed", "rectify 1 --text x | --until", "verify 1 | --text",
			"reopen 1 --text x | Finding 1 is open, so reopen is not possible. Possible is: waive,",
			"finding 99 | There is no finding 99", "findings --state lost | --state" })
	void mistakesAreSaidAndChangeNothing(String command, String said) {
		Said answer = terminal.type(command.split(" "));

		assertThat(answer.code()).isEqualTo(Exit.USAGE);
		assertThat(answer.err()).contains(said).doesNotContain("\tat ", "Exception");
		assertThat(states("all")).isEqualTo("OPEN");
	}

	@Test
	@Order(2)
	void waivedFindingLeavesTheListAndStaysABreach() throws IOException {
		Said waived = terminal.type("waive", "1", "--reason", "boundary-change", "--text", "One school moved away",
				"--until", NEXT_YEAR, "--by", "li");

		assertThat(waived.err()).isEmpty();
		assertThat(waived.out()).contains("is now: explained", "li, boundary-change, until " + NEXT_YEAR,
				"One school moved away");
		assertThat(states("open")).isEmpty();
		assertThat(states("explained")).isEqualTo("EXPLAINED");
		assertThat(terminal.type("findings", "--state", "explained").out()).contains(NEXT_YEAR)
			.doesNotContain("lapses");
		assertThat(terminal.type("findings", "--state", "explained", "--as-of", "2099-01-01").out())
			.contains("explained, lapses with the next run");
		assertThat(terminal.type("findings").out()).contains("Not in this list: 1 explained, 0 being put right");
		assertThat(terminal.type("explain", "1").out()).contains("breach", "explained, li", "stays a breach");
		assertThat(terminal.type("scorecard", "county-duties", "--region", "420602").out()).contains("finding 1:",
				"a breach all the same");
		Path report = root.resolve("report.html");
		assertThat(terminal.type("report", "--region", "420602", "--period", "2024", "-o", report.toString()).err())
			.isEmpty();
		assertThat(Files.readString(report)).contains("finding 1", "One school moved away");
	}

	@Test
	@Order(3)
	void deadlineIsShownAndOverdueIsAskedFor() {
		assertThat(terminal.type("rectify", "1", "--until", NEXT_YEAR, "--text", "Ten teachers move in May").code())
			.isZero();
		assertThat(states("rectifying")).isEqualTo("RECTIFYING");
		assertThat(states("overdue")).isEmpty();
		assertThat(terminal.type("findings", "--state", "overdue", "--as-of", "2099-01-01").out())
			.contains("rectifying, overdue", NEXT_YEAR);
		assertThat(json("findings", "--state", "rectifying").get(0).get("until").asString()).isEqualTo(NEXT_YEAR);
		assertThat(terminal.type("verify", "1", "--text", "Seen in May").out()).contains("is now: verified");
		assertThat(terminal.type("close", "1", "--text", "Done", "--by", "wang").out()).contains("is now: closed");
		assertThat(terminal.type("reopen", "1", "--text", "Not done after all").out()).contains("is now: open");
	}

	@Test
	@Order(4)
	void historyTellsAllOfItInBothLanguages() {
		assertThat(terminal.type("finding", "1", "--history").out()).containsSubsequence("opened by submission 1",
				"explained li, boundary-change", "being put right", "Ten teachers", "verified on the spot",
				"closed by a person, wang: Done", "opened again by a person", "Not done after all");
		assertThat(terminal.typeIn("zh", "finding", "1", "--history").out()).contains("问题1", "发现，文件编号1",
				"已作说明，li，boundary-change，截止" + NEXT_YEAR + "：One school moved away", "由人工作出");
		JsonNode history = json("finding", "1", "--history");
		assertThat(history.size()).isEqualTo(6);
		assertThat(history.get(1).get("reason").asString()).isEqualTo("boundary-change");
		assertThat(history.get(4).get("because").asString()).isEqualTo("PERSON");
	}

	/** The states of the findings that are listed. */
	private static String states(String wanted) {
		JsonNode found = json("findings", "--state", wanted);
		return (found.size() > 0) ? found.get(0).get("state").asString() : "";
	}

	private static JsonNode json(String... command) {
		String[] words = java.util.stream.Stream
			.concat(java.util.Arrays.stream(command), java.util.stream.Stream.of("--format", "json"))
			.toArray(String[]::new);
		Said said = terminal.type(words);
		assertThat(said.err()).isEmpty();
		return JsonMapper.shared().readTree(said.out());
	}

}
