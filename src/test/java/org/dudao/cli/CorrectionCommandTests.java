package org.dudao.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.dudao.cli.Terminal.Said;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** An officer corrects a file by hand and asks what became of it. */
class CorrectionCommandTests {

	@TempDir
	private Path root;

	@Test
	void importOfACorrectionFileSaysWhatItCameToAndTheChainIsShown() throws IOException {
		Terminal terminal = new Terminal(this.root.resolve("home"));
		Path file = Files.copy(Path.of("sample-data/inbox/420607/funding-2022.csv"), this.root.resolve("funding.csv"));
		assertThat(terminal.type("import", file.toString(), "--sender", "420607").code()).isEqualTo(Exit.DONE);
		assertThat(terminal.type("submission", "1").out()).contains("dudao rejects 1 -o FILE.xlsx");

		Path correction = this.root.resolve("fix.csv");
		Said written = terminal.type("rejects", "1", "-o", correction.toString());
		assertThat(written.out()).contains("1 rows written", "dudao import " + correction);
		Files.writeString(correction, Files.readString(correction).replace("15234900.1.2", "15234900"));
		Said taken = terminal.type("import", correction.toString(), "--by", "officer-7");

		assertThat(taken.err()).isEmpty();
		assertThat(taken.code()).isEqualTo(Exit.DONE);
		assertThat(taken.out()).contains("correction of submission 1 (now submission 2): 1 rows corrected, 0 taken out,"
				+ " 0 still wrong, 5 accepted before and unchanged");
		assertThat(terminal.type("submission", "1").out()).contains("corrected by submission 2 by officer-7",
				"file fix.csv: 1 rows returned");
		assertThat(terminal.type("submission", "2").out()).contains("made of submission 1 by a correction file");
		assertThat(terminal.type("import", correction.toString()).out()).contains("Already published as submission 2");
		assertThat(terminal.type("rejects", "2", "-o", this.root.resolve("none.xlsx").toString()).out())
			.contains("No row of this submission was rejected");
	}

	@Test
	void rejectedFileThatWasCorrectedHasNothingLeftToDo() throws IOException {
		Terminal terminal = new Terminal(this.root.resolve("home"));
		String sample = "sample-data/inbox/420682/class-size-2023-2024.csv";
		assertThat(terminal.type("import", sample, "--sender", "420682").code()).isEqualTo(Exit.NEEDS_OFFICER);
		assertThat(terminal.type("rerun", "1").code()).isEqualTo(Exit.NEEDS_OFFICER);
		Path correction = this.root.resolve("fix.csv");
		terminal.type("rejects", "1", "-o", correction.toString());
		Files.writeString(correction, Files.readString(correction).replaceAll("([0-9])个", "$1"));
		assertThat(terminal.type("import", correction.toString()).code()).isEqualTo(Exit.DONE);

		assertThat(terminal.type("submission", "1").out()).contains("→ Nothing to do. Submission 2 corrects it.")
			.doesNotContain("dudao rejects 1");
		Said again = terminal.type("rerun", "1");
		assertThat(again.out()).contains("→ Nothing to do. Submission 2 corrects it.");
		assertThat(again.code()).isEqualTo(Exit.DONE);

		assertThat(terminal.type("withdraw", "2", "--reason", "wrong").code()).isEqualTo(Exit.DONE);
		assertThat(terminal.type("submission", "1").out()).contains("→ Correct the rejected rows alone");
		assertThat(terminal.type("rerun", "1").code()).isEqualTo(Exit.NEEDS_OFFICER);
	}

}
