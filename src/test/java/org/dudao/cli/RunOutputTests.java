package org.dudao.cli;

import java.nio.file.Path;

import org.dudao.cli.Terminal.Said;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** What an officer reads at the end of a run. */
class RunOutputTests {

	private static final String FILE = "src/test/resources/sensors/at-limit.csv";

	@TempDir
	private Path root;

	@Test
	void whatToDoNextIsTheLastLineAndAPreviewHasNothingToReplay() {
		Terminal terminal = new Terminal(this.root.resolve("home"));
		terminal.type("import", FILE, "--sender", "420600", "--dry-run");

		Said taken = terminal.type("import", FILE, "--sender", "420600");

		assertThat(taken.out().lines().filter((line) -> line.startsWith("Published, and worth a look: at-limit.csv")))
			.hasSize(1);
		assertThat(taken.out().stripTrailing()).endsWith("Next: dudao findings, dudao status.");
		Said replayed = terminal.type("replay", "1");
		assertThat(replayed.code()).isEqualTo(Exit.USAGE);
		assertThat(replayed.err()).contains("Number 1 left nothing that could be computed once more",
				"a preview (--dry-run), which keeps nothing");
	}

}
