package org.dudao.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

import org.dudao.cli.Terminal.Said;
import org.dudao.database.TestDatabase;
import org.dudao.database.TestDatabase.Connection;
import org.dudao.doctor.Subject;
import org.dudao.message.Messages;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.util.FileSystemUtils;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** {@code dudao doctor} on both kinds of database, sound and not. */
class DoctorTests {

	@TempDir
	private Path root;

	private final Properties before = (Properties) System.getProperties().clone();

	@AfterEach
	void settingsAreBack() {
		System.setProperties(this.before);
	}

	private Terminal at(Connection database) {
		System.setProperty("DUDAO_DB_URL", database.url());
		System.setProperty("DUDAO_DB_USER", database.user());
		System.setProperty("DUDAO_DB_PASSWORD", database.password());
		return new Terminal(this.root.resolve("home"));
	}

	private static Map<String, String> levels(Terminal terminal) {
		JsonNode checks = JsonMapper.shared().readTree(terminal.type("doctor", "--format", "json").out());
		Map<String, String> levels = new TreeMap<>();
		StreamSupport.stream(checks.spliterator(), false)
			.forEach((check) -> levels.put(check.get("check").asString(), check.get("level").asString()));
		return levels;
	}

	@Test
	void newHomeIsWellAndNothingIsMadeInIt() {
		Terminal terminal = new Terminal(this.root.resolve("home"));
		Said said = terminal.type("doctor");
		assertThat(said.code()).as(said.out() + said.err()).isEqualTo(Exit.DONE);
		assertThat(terminal.home()).doesNotExist();
		terminal.type("digest");
		Said after = terminal.type("doctor", "--all");
		assertThat(after.code()).as(after.out()).isEqualTo(Exit.DONE);
		assertThat(after.out()).contains("H2 2.", "To be put right: 0. Better otherwise: 0.");
	}

	@Test
	void serverIsLookedAtFromEveryAngle() {
		Terminal terminal = at(TestDatabase.MARIADB.fresh());
		Map<String, String> empty = levels(terminal);
		assertThat(empty).containsEntry("schema", "ADVICE").containsEntry("local-infile", "UNKNOWN");
		terminal.type("digest");
		assertThat(levels(terminal)).containsAllEntriesOf(Map.ofEntries(Map.entry("connection", "WELL"),
				Map.entry("server", "WELL"), Map.entry("encryption", "WELL"), Map.entry("charset", "WELL"),
				Map.entry("collation", "WELL"), Map.entry("sql-mode", "WELL"), Map.entry("isolation", "WELL"),
				Map.entry("binary-log", "WELL"), Map.entry("local-infile", "WELL"), Map.entry("packet", "WELL"),
				Map.entry("idle", "WELL"), Map.entry("connections", "WELL"), Map.entry("clock", "WELL"),
				Map.entry("server-disk", "UNKNOWN"), Map.entry("grants", "ADVICE"), Map.entry("schema", "WELL"),
				Map.entry("tables", "WELL"), Map.entry("fact-tables", "WELL"), Map.entry("address", "ADVICE")));
	}

	@Test
	void inboxesOfTheSchedulesAreLookedInto() throws IOException {
		Path jobs = this.root.resolve("jobs");
		FileSystemUtils.copyRecursively(Path.of("jobs"), jobs);
		Path urgent = this.root.resolve("urgent");
		Files.writeString(jobs.resolve("nightly.yaml"), """
				schedules:
				  - {name: night, cron: "0 30 1 * * *", zone: Asia/Shanghai}
				  - {name: noon, cron: "0 0 12 * * *", zone: Asia/Shanghai, inbox: %s}
				deadlines: []
				""".formatted(urgent));
		Terminal terminal = new Terminal(this.root.resolve("home")).with(jobs);
		Said missing = terminal.type("doctor");
		assertThat(missing.code()).isEqualTo(Exit.FAILED);
		assertThat(missing.out())
			.contains("FAULT   Inbox: " + urgent + " (schedule noon) is not there", urgent + " is a folder that user",
					"Make or mount " + urgent)
			.contains("inbox (schedule night) is not there", "dudao doctor --inbox DIR");
		Files.writeString(urgent, "no folder");
		assertThat(terminal.type("doctor").out()).contains(urgent + " (schedule noon) cannot be listed");
		Files.delete(urgent);
		Files.createDirectories(urgent);
		Said well = terminal.type("doctor", "--inbox", urgent.toString(), "--all");
		assertThat(well.code()).as(well.out()).isEqualTo(Exit.DONE);
		assertThat(well.out()).contains(urgent + " (schedule night, noon)");
		assertThat(terminal.type("doctor", "--inbox", this.root.resolve("nowhere").toString()).code())
			.isEqualTo(Exit.FAILED);
	}

	@Test
	void databaseThatIsDownIsAFault() {
		System.setProperty("DUDAO_DB_URL", "jdbc:mysql://127.0.0.1:1/nothing");
		Said said = new Terminal(this.root.resolve("home")).type("doctor");
		assertThat(said.code()).isEqualTo(Exit.FAILED);
		assertThat(said.out()).contains("FAULT   Connection to the database:", "DUDAO_DB_URL");
		assertThat(this.root.resolve("home")).doesNotExist();
	}

	@Test
	void allThatIsWrongIsSaidAtOnce() throws IOException {
		System.setProperty("dudao.pool", "5");
		System.setProperty("dudao.workers", "4");
		Path jobs = Files.createDirectories(this.root.resolve("jobs"));
		Files.writeString(this.root.resolve("home"), "a file");
		Map<String, String> levels = levels(new Terminal(this.root.resolve("home")).with(jobs));
		assertThat(levels).containsEntry("pool", "FAULT")
			.containsEntry("catalogue", "FAULT")
			.containsEntry("folders", "FAULT");
	}

	@Test
	void secretThatIsGivenTwiceIsAFaultAndIsNotShown() {
		System.setProperty("DUDAO_DB_URL", "jdbc:mysql://db/dudao?password=s3cret");
		Said said = new Terminal(this.root.resolve("home")).type("doctor");
		assertThat(said.code()).isEqualTo(Exit.FAILED);
		assertThat(said.out() + said.err()).contains("DUDAO_DB_PASSWORD_FILE").doesNotContain("s3cret");
	}

	@Test
	void everySubjectHasATitle() {
		assertThat(Subject.values())
			.allSatisfy((subject) -> assertThat(new Messages(java.util.Locale.ENGLISH).text(subject.title()))
				.isNotEqualTo(subject.title().code()));
	}

}
