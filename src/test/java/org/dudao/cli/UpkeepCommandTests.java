package org.dudao.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.dudao.cli.Terminal.Said;
import org.dudao.submission.Holder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Backing up, restoring and purging as somebody types them. */
class UpkeepCommandTests {

	@TempDir
	private Path root;

	@Test
	void backUpWipeRestoreGivesTheSameDigest() throws IOException {
		Terminal terminal = new Terminal(this.root.resolve("home"));
		Path file = Files.writeString(this.root.resolve("rotation.csv"), """
				行政区划代码,学年,学校名称,学段,符合交流条件教师数,实际交流教师数,实际交流骨干教师数
				420602,2024-2025,一小,小学,100,2,1
				""");
		assertThat(terminal.type("import", file.toString(), "--sender", "420602").code()).isEqualTo(Exit.DONE);
		String digest = terminal.type("digest").out();
		String backup = this.root.resolve("dudao.zip").toString();

		Said made = terminal.type("backup", backup);
		assertThat(made.code()).as(made.err()).isEqualTo(Exit.DONE);
		assertThat(made.out()).contains("digest " + digest.strip(), "2 archived files");
		Said again = terminal.type("backup", backup);
		assertThat(again.code()).isEqualTo(Exit.USAGE);
		assertThat(again.errors()).singleElement().asString().contains("dudao.zip is there already");

		Terminal other = new Terminal(this.root.resolve("other"));
		assertThat(other.type("restore", backup, "--dry-run").out()).contains("is whole", "Nothing was restored");
		assertThat(this.root.resolve("other")).doesNotExist();
		Said restored = other.type("restore", backup);
		assertThat(restored.code()).as(restored.err()).isEqualTo(Exit.DONE);
		assertThat(restored.out()).contains("The digest is that of the backup.")
			.doesNotContain("The tables were brought from schema");
		assertThat(other.type("digest").out()).isEqualTo(digest);
		assertThat(other.type("explain", "1").out()).contains("420602,2024-2025,一小,小学,100,2,1");

		Said full = other.type("restore", backup);
		assertThat(full.code()).isEqualTo(Exit.USAGE);
		assertThat(full.errors()).singleElement().asString().contains("empty database only", "Nothing was changed");
		Said purged = other.type("purge", "--older-than", "1y", "--dry-run");
		assertThat(purged.code()).isEqualTo(Exit.DONE);
		assertThat(purged.out()).contains("would be removed", "facts of files that are in force nowhere");
		assertThat(other.type("purge", "--older-than", "1y", "--format", "csv").out()).contains("facts,0");
	}

	/** Nothing is left beside what is refused. */
	@Test
	void placeWhereNoBackupCanBeIsRefused() throws IOException {
		Path home = this.root.resolve("home");
		Terminal terminal = new Terminal(home);
		assertThat(terminal.type("digest").code()).isEqualTo(Exit.DONE);
		Path archive = Files.createDirectories(home.resolve("archive"));
		Path outbox = Files.createDirectories(home.resolve("outbox/420602"));
		Path link = Files.createSymbolicLink(this.root.resolve("link"), archive);
		Map<String, List<String>> refused = new LinkedHashMap<>();
		refused.put("", List.of("Expected the name of the file", "应给出要写入的文件名"));
		refused.put("/", List.of("/ is a folder", "/ 是文件夹"));
		refused.put(this.root.toString(), List.of("is a folder", "是文件夹"));
		refused.put(archive.resolve("x.zip").toString(), List.of("keeps its own files", "自己的文件"));
		refused.put(link.resolve("x.zip").toString(), List.of("keeps its own files", "自己的文件"));
		refused.put(outbox.resolve("x.zip").toString(), List.of("keeps its own files", "自己的文件"));
		refused.put(this.root.resolve("none/x.zip").toString(), List.of("There is no folder", "没有文件夹"));
		refused.put("/proc/x.zip", List.of("No file can be made in /proc", "无法在 /proc 中建立文件"));
		refused.forEach((file, messages) -> {
			assertSaid(terminal.typeIn("en", "backup", file), messages.get(0));
			assertSaid(terminal.typeIn("zh", "backup", file), messages.get(1));
		});
		assertThat(archive).isEmptyDirectory();
		assertThat(outbox).isEmptyDirectory();
	}

	private static void assertSaid(Said said, String message) {
		assertThat(said.code()).as(said.err()).isEqualTo(Exit.USAGE);
		assertThat(said.errors()).singleElement().asString().contains(message);
	}

	/** What is there by half would be taken for all there is. */
	@Test
	void nothingIsToldOfWhatWasRestoredByHalf() {
		Path home = this.root.resolve("home");
		Terminal terminal = new Terminal(home);
		assertThat(terminal.type("digest").code()).isEqualTo(Exit.DONE);
		new JdbcTemplate(new DriverManagerDataSource("jdbc:h2:file:" + home.resolve("dudao")
				+ ";MODE=MySQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE", "dudao", ""))
			.update("update lease set holder = ?", Holder.UNFINISHED_RESTORE.text());
		for (String command : List.of("status", "findings", "rerun")) {
			Said said = terminal.type(command);
			assertThat(said.code()).isEqualTo(Exit.FAILED);
			assertThat(said.errors()).singleElement().asString().contains("Restoring a backup was not finished here");
		}
		assertSaid(terminal.type("restore", "src/test/resources/releases/issue-2.zip"),
				"An earlier restore was not finished here");
	}

	/** Nobody looks at what ends with 0. */
	@Test
	void digestThatCouldNotBeComparedWaitsForSomebody() throws IOException {
		Terminal terminal = new Terminal(this.root.resolve("home"));
		Said restored = terminal.type("restore", "src/test/resources/releases/issue-2.zip");
		assertThat(restored.code()).as(restored.err()).isEqualTo(Exit.NEEDS_OFFICER);
		assertThat(restored.out()).contains("The tables were brought from schema 3 to ",
				"Not checked: whether the digest comes out as it was, since the backup has none");
	}

	@Test
	void nothingIsNotBackedUp() {
		Said said = new Terminal(this.root.resolve("empty")).type("backup", this.root.resolve("x.zip").toString());
		assertThat(said.code()).isEqualTo(Exit.USAGE);
		assertThat(said.errors()).singleElement().asString().contains("no warehouse in");
		assertThat(this.root.resolve("x.zip")).doesNotExist();
		assertThat(this.root.resolve("empty/dudao.mv.db")).doesNotExist();
	}

	@ParameterizedTest
	@ValueSource(strings = { "5", "y", "0d", "-3d", "1w", "99999999y" })
	void ageIsANumberWithItsUnit(String age) {
		Said said = new Terminal(this.root.resolve("home")).type("purge", "--older-than=" + age);
		assertThat(said.code()).isEqualTo(Exit.USAGE);
		assertThat(said.errors()).singleElement().asString().contains("400d", age);
	}

	@Test
	void whoPurgesSaysWhoItIs() {
		Said said = new Terminal(this.root.resolve("home")).type("purge", "--older-than=5y", "--by", " ");
		assertThat(said.code()).isEqualTo(Exit.USAGE);
		assertThat(said.errors()).singleElement().asString().contains("--by");
	}

}
