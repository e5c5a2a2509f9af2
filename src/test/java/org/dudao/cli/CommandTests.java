package org.dudao.cli;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import com.opencsv.CSVReader;
import com.opencsv.exceptions.CsvException;
import org.dudao.cli.Terminal.Said;
import org.dudao.correction.CorrectionFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** What each command says and with which code it ends, over one night's result. */
class CommandTests {

	private static final String HEADER = "行政区划代码,学年,学校名称,学段,符合交流条件教师数,实际交流教师数,实际交流骨干教师数\n";

	@TempDir
	private static Path root;

	private static Terminal terminal;

	private static Path inbox;

	@BeforeAll
	static void runANight() throws IOException {
		terminal = new Terminal(root.resolve("home"));
		inbox = root.resolve("inbox");
		put("420602/breach.csv", HEADER + "420602,2024-2025,一小,小学,100,9,3\n420602,2024-2025,\"=二,小\",小学,9,1,1\n");
		put("420606/rejected.csv", HEADER + "420606,2024-2025,=1+1,小学,10,12,3\n");
		put("420607/rival-a.csv", HEADER + "420607,2024-2025,一小,小学,100,12,3\n");
		put("420607/rival-b.csv", HEADER + "420607,2024-2025,一小,小学,100,13,3\n");
		Said night = nightly();
		assertThat(night.err()).isEmpty();
		assertThat(night.code()).isEqualTo(Exit.NEEDS_OFFICER);
		assertThat(night.out()).contains("files read: 4", "1 published, 2 held, 1 rejected, 0 failed");
	}

	private static void put(String path, String text) throws IOException {
		Files.createDirectories(inbox.resolve(path).getParent());
		Files.writeString(inbox.resolve(path), text);
	}

	private static Said nightly() {
		return terminal.type("nightly", "--inbox", inbox.toString());
	}

	/** Files are numbered in the order of their paths. */
	@ParameterizedTest
	@CsvSource({ "catalog verify, 0", "rejects 1, 0", "rerun 2, 2", "rerun 3, 2", "rerun 1, 0",
			"rerun --region 420000, 0", "rerun --region 420606, 2", "submission 99, 1", "rejects 99, 1",
			"explain 99, 1", "rerun 99, 1", "withdraw 99 --reason wrong, 1", "withdraw 1, 1",
			"withdraw 2 --reason wrong, 1", "findings --region 999999, 1", "status --feed nothing, 1",
			"findings --rule nothing, 1", "indicators --indicator nothing, 1", "catalog show nothing, 1",
			"catalog show funding, 0", "catalog show no-large-classes, 0", "catalog show large-class-share, 0",
			"scorecard, 0", "scorecard county-duties --region 420602, 0", "scorecard nothing, 1",
			"scorecard --region 999999, 1", "scorecard --period soon, 1", "findings --as-of yesterday, 1",
			"digest --as-of +999999999-12-31, 1", "digest --as-of=-2026-11-21, 1", "digest --as-of 0000-01-01, 1",
			"explain 1 --as-of 2020-01-01, 1", "status --as-of 2020-01-01, 0", "digest --as-of 2020-01-01T08:30, 0",
			"replay 1, 0", "replay 99, 1", "catalog versions, 0", "catalog export nothing -o x, 1",
			"nightly --inbox nowhere, 1", "import nowhere.csv, 1", "check nowhere.csv, 1", "nonsense, 1",
			"status --nonsense, 1", "status --format xml, 1", "submission, 1", "submission one, 1" })
	void endsWithTheCodeThatIsPromised(String command, int code) {
		Said said = terminal.type(command.split(" "));
		assertThat(said.code()).as(said.out() + said.err()).isEqualTo(code);
		if (code == Exit.USAGE) {
			assertThat(said.err()).isNotBlank().doesNotContain("\tat ", "Exception");
		}
		else {
			assertThat(said.err()).isEmpty();
			assertThat(said.out()).isNotBlank();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "status", "status --as-of 2099-01-01", "findings",
			"findings --state all --not-evaluable --as-of 2099-01-01", "indicators", "scorecard",
			"scorecard county-duties --region 420602", "scorecard --as-of 2099-01-01", "digest", "schema", "replay 1",
			"catalog list", "catalog versions", "catalog show funding", "catalog show no-large-classes",
			"catalog show large-class-share", "catalog show small_school_students", "submission 2", "rejects 2",
			"explain 1", "explain 1 --as-of 2099-01-01", "digest --as-of 2099-01-01", "nightly", "rerun 2" })
	void jsonHasTheSameKeysInEveryLanguage(String command) {
		String[] words = command.equals("nightly") ? new String[] { "nightly", "--inbox", inbox.toString() }
				: command.split(" ");
		JsonNode english = json("en", words);
		assertThat(keys("", english, new TreeSet<>())).isEqualTo(keys("", json("zh", words), new TreeSet<>()))
			.isNotEmpty();
	}

	private static JsonNode json(String language, String... command) {
		List<String> words = new ArrayList<>(List.of(command));
		words.addAll(List.of("--format", "json"));
		Said said = terminal.typeIn(language, words.toArray(String[]::new));
		boolean waiting = List.of("nightly", "rerun").contains(command[0]);
		assertThat(said.code()).isEqualTo(waiting ? Exit.NEEDS_OFFICER : Exit.DONE);
		assertThat(said.err()).isEmpty();
		return JsonMapper.shared().readTree(said.out());
	}

	private static TreeSet<String> keys(String path, JsonNode node, TreeSet<String> into) {
		for (Map.Entry<String, JsonNode> property : node.properties()) {
			into.add(path + "/" + property.getKey());
			keys(path + "/" + property.getKey(), property.getValue(), into);
		}
		if (node.isArray()) {
			node.forEach((item) -> keys(path + "[]", item, into));
		}
		return into;
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "status", "findings", "indicators", "scorecard", "scorecard --region 420602", "catalog list",
					"catalog versions", "rejects 2", "submission 2", "explain 1", "digest", "replay 1", "nightly" })
	void csvOpensInASpreadsheetAndRunsNothing(String command) throws IOException, CsvException {
		List<String> words = new ArrayList<>(List.of(command.split(" ")));
		if (command.equals("nightly")) {
			put("420624/more.csv", HEADER + "420624,2024-2025,一小,小学,10,12,3\n");
			words.addAll(List.of("--inbox", inbox.toString()));
		}
		words.addAll(List.of("--format", "csv"));
		String out = terminal.type(words.toArray(String[]::new)).out();
		assertThat(out).startsWith("\uFEFF").contains("\r\n");
		try (CSVReader reader = new CSVReader(new StringReader(out.substring(1)))) {
			List<String[]> rows = reader.readAll();
			assertThat(rows).hasSizeGreaterThan(1)
				.allSatisfy((row) -> assertThat(row).hasSameSizeAs(rows.get(0))
					.allSatisfy((cell) -> assertThat(CorrectionFile.harmless(cell)).isEqualTo(cell)));
		}
	}

	@Test
	void languageOfTheScreenIsTheOneThatIsAskedFor() {
		assertThat(terminal.typeIn("zh", "rejects", "2").out()).contains("不成立").doesNotContain("does not hold");
		assertThat(terminal.typeIn("en", "rejects", "2").out()).contains("does not hold").doesNotContain("不成立");
	}

	@Test
	void rejectedRowsAreWrittenWhereTheOfficerWantsThem() throws IOException {
		Path file = root.resolve("to correct/rejected.csv");
		assertThat(terminal.type("rejects", "2", "-o", file.toString()).code()).isEqualTo(Exit.DONE);
		assertThat(file).content()
			.startsWith("\uFEFFcorrection-of,line,field,reason,action,")
			.contains("does not hold", ",420606,2024-2025,'=1+1,小学,10,12,3");
	}

	@Test
	void rerunSaysOfARejectedFileWhatIsToBeCorrected() {
		assertThat(terminal.type("rerun", "2").out()).contains("REJECTED", "rejected.csv", "dudao rejects 2");
		assertThat(terminal.type("rerun", "3").out()).contains("HELD", "--accept");
		assertThat(terminal.type("rerun", "--region", "420600").out()).contains("Nothing failed");
	}

	@ParameterizedTest
	@CsvSource({ "en, finding 1: At least 10% of eligible teachers rotate", "zh, 问题1：每年交流轮岗教师不低于" })
	void lostPointNamesItsFinding(String language, String line) {
		Said said = terminal.typeIn(language, "scorecard", "county-duties", "--region", "420602");
		assertThat(said.out()).contains(line);
	}

	/**
	 * The digest of 2099 is that of now; of 2020, when nothing was there, it is of
	 * nothing.
	 */
	@Test
	void answerOfAnotherMomentSaysWhichOne() {
		String now = terminal.type("digest").out().strip();
		assertThat(terminal.type("digest", "--as-of", "2099-01-01").out().lines())
			.containsExactly("As things stood at 2099-01-01 23:59:59.", now);
		assertThat(terminal.type("digest", "--as-of", "2020-01-01T08:30").out())
			.contains("As things stood at 2020-01-01 08:30:00.")
			.doesNotContain(now)
			.contains("0".repeat(64));
		assertThat(terminal.type("findings", "--as-of", "2099-01-01").out()).startsWith("As things stood at");
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "findings", "indicators", "status", "scorecard", "scorecard --region 420602", "explain 1" })
	void rowsOfAnotherMomentSayWhichOne(String command) {
		String asked = command + " --as-of 2099-01-01 --format ";
		assertThat(terminal.type((asked + "csv").split(" ")).out().lines().toList()).first()
			.asString()
			.endsWith("as_of");
		assertThat(terminal.type((asked + "json").split(" ")).out()).contains("\"as_of\"");
	}

	@Test
	void catalogueThatARunJudgedByIsGivenBackWhole() {
		Path folder = root.resolve("catalogue-then");
		String version = terminal.type("catalog", "versions", "--format", "csv")
			.out()
			.lines()
			.skip(1)
			.findFirst()
			.orElseThrow()
			.split(",")[0];
		assertThat(terminal.type("catalog", "export", version, "-o", folder.toString()).code()).isEqualTo(Exit.DONE);
		assertThat(terminal.with(folder).type("catalog", "verify").code()).isEqualTo(Exit.DONE);
		assertThat(terminal.type("catalog", "export", version, "-o", folder.toString()).err()).contains("not empty");
	}

	@Test
	void explanationEndsAtTheArchivedLine() {
		assertThat(terminal.type("explain", "1").out()).contains("420602,2024-2025,一小,小学,100,9,3", "breach.csv");
	}

	@Test
	void runWhileAnotherGoesOnIsRefusedInASentence() throws SQLException {
		try (Connection database = DriverManager.getConnection("jdbc:h2:file:" + terminal.home().resolve("dudao")
				+ ";MODE=MySQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE", "dudao", "");
				var statement = database.createStatement()) {
			statement
				.execute("update lease set holder = 'another-host:1:1', expires_at = timestamp '2099-01-01 00:00:00'");
			Said refused = nightly();
			assertThat(refused.code()).isEqualTo(Exit.FAILED);
			assertThat(refused.errors()).singleElement().asString().contains("another-host", "Another run is going on");
			statement.execute("update lease set holder = null");
		}
	}

}
