package org.dudao.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.dudao.cli.Terminal.Said;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
	void aWrongInboxIsAFailureAllTheSame() {
		Said said = new Terminal(this.root.resolve("home")).type("nightly", "--inbox", "nowhere", "--waiting-is-done");

		assertThat(said.code()).isEqualTo(Exit.USAGE);
	}

}
