package org.dudao.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.dudao.cli.Terminal.Said;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;

class NightlyTests {

	@TempDir
	private Path root;

	@Test
	void filesThatWaitAreNoFailureToASchedulerThatIsToldSo() throws IOException {
		Terminal terminal = new Terminal(this.root.resolve("home"));
		Path inbox = Files.createDirectory(this.root.resolve("inbox"));
		Files.writeString(inbox.resolve("of-nobody.csv"), "a,b\n1,2\n");

		Said usual = terminal.type("nightly", "--inbox", inbox.toString());
		Said told = terminal.type("nightly", "--inbox", inbox.toString(), "--waiting-is-done");

		assertThat(usual.code()).isEqualTo(Exit.NEEDS_OFFICER);
		assertThat(told.code()).isEqualTo(Exit.DONE);
		assertThat(told.out()).contains("of-nobody.csv");
	}

	@Test
	void oneLineSaysWhyAFileIsReadAgain() throws IOException {
		Path inbox = this.root.resolve("inbox");
		Files.writeString(Files.createDirectories(inbox.resolve("420602")).resolve("list.csv"), "名单,备注\n一,二\n");
		Path jobs = this.root.resolve("jobs");
		FileSystemUtils.copyRecursively(Path.of("jobs"), jobs);
		Terminal terminal = new Terminal(this.root.resolve("home")).with(jobs);
		assertThat(terminal.type("nightly", "--inbox", inbox.toString()).out()).doesNotContain("again ");
		Path rules = jobs.resolve("rules/funding.yaml");
		Files.writeString(rules, Files.readString(rules) + "# looked through\n");
		assertThat(terminal.typeIn("zh", "nightly", "--inbox", inbox.toString()).out())
			.contains("重新读取1个（文件编号1）：上次读取后目录（jobs/）已修改。");
		Files.writeString(rules, Files.readString(rules) + "# and again\n");
		assertThat(terminal.type("nightly", "--inbox", inbox.toString(), "--format", "json").out())
			.contains("\"again.catalogue\" : [ 1 ]");
	}

	@Test
	void aWrongInboxIsAFailureAllTheSame() {
		Said said = new Terminal(this.root.resolve("home")).type("nightly", "--inbox", "nowhere", "--waiting-is-done");

		assertThat(said.code()).isEqualTo(Exit.USAGE);
	}

}
