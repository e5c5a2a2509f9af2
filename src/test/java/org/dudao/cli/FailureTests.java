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

}
