package org.dudao.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Statement;
import java.sql.SQLException;
import java.sql.DriverManager;
import java.sql.Connection;

import org.dudao.cli.Terminal.Said;
import org.dudao.submission.Archive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;

/** What is said when it fails on our side, and what works without a database. */
class FailureTests {

	private static final String SOUND = """
			行政区划代码,学年,学校名称,学段,符合交流条件教师数,实际交流教师数,实际交流骨干教师数
			420602,2024-2025,一小,小学,100,12,3
			""";

	private static final String URL = "spring.datasource.url";

	@TempDir
	private Path root;

	private Terminal terminal;

	private Path file;

	@BeforeEach
	void putAFile() throws IOException {
		this.terminal = new Terminal(this.root.resolve("home"));
		this.file = this.root.resolve("inbox/420602/rotation.csv");
		Files.createDirectories(this.file.getParent());
		Files.writeString(this.file, SOUND);
	}

	@AfterEach
	void databaseIsBack() {
		System.clearProperty(URL);
	}

	private static void takeTheDatabaseDown() {
		System.setProperty(URL, "jdbc:mysql://127.0.0.1:1/nothing");
	}

	private Said nightly() {
		return this.terminal.type("nightly", "--inbox", this.root.resolve("inbox").toString());
	}

	@Test
	void tablesOfANewerProgramAreNotTouched() throws SQLException {
		nightly();
		try (Connection database = DriverManager.getConnection("jdbc:h2:file:" + this.terminal.home().resolve("dudao")
				+ ";MODE=MySQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE", "dudao", "");
				Statement statement = database.createStatement()) {
			statement.execute("insert into flyway_schema_history values"
					+ " (9999, '9999', 'of tomorrow', 'SQL', 'V9999__of_tomorrow.sql', 1, 'dudao', now(), 1, true)");
		}
		Said said = this.terminal.type("status");
		assertThat(said.code()).isEqualTo(Exit.FAILED);
		assertThat(said.errors()).singleElement().asString().contains("version 9999", "newer Dudao");
	}

	@Test
	void databaseThatIsDownIsNamedInOneSentence() {
		takeTheDatabaseDown();
		Said said = nightly();
		assertThat(said.code()).isEqualTo(Exit.FAILED);
		assertThat(said.out()).isEmpty();
		assertThat(said.errors()).singleElement()
			.asString()
			.startsWith("The database cannot be used")
			.contains("DUDAO_DB_URL");
	}

	@Test
	void checkNeedsNoDatabaseAndLeavesNothingBehind() throws IOException {
		takeTheDatabaseDown();
		assertThat(this.terminal.type("check", this.file.toString(), "--sender", "420602").code()).isEqualTo(Exit.DONE);
		Files.writeString(this.file, SOUND.replace("100,12", "100,十二"));
		Said bad = this.terminal.type("check", this.file.toString());
		assertThat(bad.code()).isEqualTo(Exit.NEEDS_OFFICER);
		assertThat(bad.out()).contains("row.number", "十二", "实际交流教师数");
		assertThat(this.terminal.type("catalog", "verify").code()).isEqualTo(Exit.DONE);
		assertThat(this.terminal.home()).doesNotExist();
	}

	@Test
	void catalogueWithAMistakeIsNamedByFileAndLine() throws IOException {
		Path jobs = this.root.resolve("jobs");
		FileSystemUtils.copyRecursively(Path.of("jobs"), jobs);
		Path rules = jobs.resolve("rules/class-size.yaml");
		Files.writeString(rules, Files.readString(rules).replace("large-class-share, threshold", "no-such, threshold"));
		Said said = this.terminal.with(jobs).type("catalog", "verify");
		assertThat(said.code()).isEqualTo(Exit.USAGE);
		assertThat(said.err()).containsPattern("rules/class-size.yaml:\\d+: .*no-such");
	}

	@Test
	void nightDoesNotStartOnAPlanWithAMistake() throws IOException {
		Path jobs = this.root.resolve("jobs");
		FileSystemUtils.copyRecursively(Path.of("jobs"), jobs);
		Files.writeString(jobs.resolve("nightly.yaml"), "areas: nowhere\n");
		Said said = this.terminal.with(jobs).type("nightly", "--inbox", this.root.resolve("inbox").toString());
		assertThat(said.code()).isEqualTo(Exit.USAGE);
		assertThat(said.out()).isEmpty();
		assertThat(said.err()).contains("nightly.yaml:1: ", "nowhere", "Nothing was run");
	}

	@Test
	void fileThatFailedOnOurSideEndsInThreeAndIsRunAgainFromTheArchive() throws IOException {
		String sha256 = Archive.hash(this.file);
		Path archived = this.terminal.home().resolve("archive").resolve(sha256.substring(0, 2)).resolve(sha256);
		Files.createDirectories(archived);
		Said failed = nightly();
		assertThat(failed.code()).isEqualTo(Exit.FAILED);
		assertThat(failed.out()).contains("1 failed", "FAILED", "Is a directory", "dudao rerun 1");
		Files.delete(archived);
		Files.move(this.file, archived);
		Said again = this.terminal.type("rerun", "1");
		assertThat(again.code()).as(again.out() + again.err()).isEqualTo(Exit.DONE);
		assertThat(again.out()).contains("1 published");
		assertThat(this.terminal.type("rerun").out()).contains("Nothing failed");
	}

	/** Of a full disk the same is to be said as of this one. */
	@Test
	void archiveThatTakesNothingInIsAFaultOfOurSideAndOfNoFile() throws IOException {
		nightly();
		Path second = this.root.resolve("inbox/420606/rotation.csv");
		Files.createDirectories(second.getParent());
		Files.writeString(second, SOUND.replace("420602", "420606"));
		Path shelf = this.terminal.home().resolve("archive").resolve(Archive.hash(second).substring(0, 2));
		FileSystemUtils.deleteRecursively(shelf);
		Files.createFile(shelf);
		Said failed = nightly();
		assertThat(failed.code()).as(failed.out()).isEqualTo(Exit.FAILED);
		assertThat(failed.errors()).singleElement()
			.asString()
			.contains("The archive cannot take a file in", shelf + "");
		Files.delete(shelf);
		Said again = nightly();
		assertThat(again.code()).as(again.out() + again.err()).isEqualTo(Exit.DONE);
		assertThat(again.out()).contains("1 published");
	}

	@Test
	void logThatCannotBeWrittenIsSaidInOneSentence() throws IOException {
		Files.createDirectories(this.terminal.home());
		Files.createFile(this.terminal.home().resolve("logs"));
		Said said = nightly();
		assertThat(said.code()).isEqualTo(Exit.DONE);
		assertThat(said.errors()).singleElement().asString().contains("without a log", "home/logs");
	}

	@ParameterizedTest
	@ValueSource(strings = { "99999", "65536", "-1", "abc" })
	void portThatIsNoneIsWrongUsage(String port) {
		Said said = this.terminal.type("serve", "--port=" + port);
		assertThat(said.code()).isEqualTo(Exit.USAGE);
		assertThat(said.errors()).singleElement().asString().contains("0 to 65535", port, "DUDAO_PORT");
	}

	@Test
	void addressOfAnotherMachineIsNamed() {
		Said said = this.terminal.type("serve", "--port", "0", "--address", "203.0.113.9");
		assertThat(said.code()).isEqualTo(Exit.FAILED);
		assertThat(said.errors()).singleElement().asString().contains("The address", "DUDAO_ADDRESS");
	}

	@ParameterizedTest
	@CsvSource({ "dudao.lease, soon, 60s or 2h", "dudao.lease, 0s, DUDAO_LEASE", "dudao.lease, -5s, DUDAO_LEASE",
			"dudao.workers, many, dudao.workers" })
	void settingThatIsNoneIsNamed(String name, String value, String said) {
		System.setProperty(name, value);
		try {
			Said status = this.terminal.type("status");
			assertThat(status.code()).isEqualTo(Exit.USAGE);
			assertThat(status.errors()).singleElement().asString().contains(said);
		}
		finally {
			System.clearProperty(name);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://user:geheim@ho st:9091", "nonsense", "ftp://user:geheim@host:9091" })
	void gatewayThatIsNoneIsNamedWithoutItsPassword(String address) {
		System.setProperty("dudao.metrics.pushgateway", address);
		try {
			Said said = nightly();
			assertThat(said.code()).isEqualTo(Exit.USAGE);
			assertThat(said.errors()).singleElement().asString().contains("DUDAO_PUSHGATEWAY").doesNotContain("geheim");
		}
		finally {
			System.clearProperty("dudao.metrics.pushgateway");
		}
	}

}
