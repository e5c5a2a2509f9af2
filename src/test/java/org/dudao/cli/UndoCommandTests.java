package org.dudao.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.dudao.cli.Terminal.Said;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** Looking ahead, publishing and taking back, as an officer types it. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class UndoCommandTests {

	private static final String HEADER = "行政区划代码,学年,学校名称,学段,符合交流条件教师数,实际交流教师数,实际交流骨干教师数\n";

	private static final String FIRST = HEADER + "420602,2024-2025,一小,小学,100,12,3\n";

	private static final String SECOND = HEADER + "420602,2024-2025,一小,小学,100,9,3\n420602,2024-2025,二小,小学,10,1,1\n";

	@TempDir
	private static Path root;

	private static Terminal terminal;

	@Test
	@Order(1)
	void previewSaysWhatWouldChangeAndChangesNothing() throws IOException {
		terminal = new Terminal(root.resolve("home"));
		assertThat(take("first.csv", FIRST).code()).isEqualTo(Exit.DONE);
		String digest = terminal.type("digest").out();
		Said said = take("second.csv", SECOND, "--dry-run");
		assertThat(said.err()).isEmpty();
		assertThat(said.code()).isEqualTo(Exit.DONE);
		assertThat(said.out()).contains("nothing is changed", "published  second.csv from 420602",
				"2 rows read = 2 accepted + 0 rejected", " 12 → 9", "opened");
		assertThat(said.out().lines().filter((line) -> line.contains("12.00")))
			.anyMatch((line) -> line.contains("9.09"));
		JsonNode json = JsonMapper.shared().readTree(take("second.csv", SECOND, "--dry-run", "--format", "json").out());
		assertThat(json.at("/slots/0/added").asInt()).isEqualTo(1);
		assertThat(json.at("/slots/0/changed").asInt()).isEqualTo(1);
		assertThat(json.at("/slots/0/replaces").asInt()).isEqualTo(1);
		assertThat(json.at("/slots/0/cells/0/after").asString()).isEqualTo("9");
		assertThat(json.at("/findings").valueStream().map((turn) -> turn.at("/event").asString())).contains("OPENED");
		assertThat(json.at("/findings/0/finding").isNull()).isTrue();
		assertThat(terminal.type("digest").out()).isEqualTo(digest);
		assertThat(terminal.type("submission", "2").code()).isEqualTo(Exit.USAGE);
	}

	@Test
	@Order(2)
	void checkShowsThePreviewAfterTheProblems() {
		Said said = terminal.type("check", root.resolve("second.csv").toString(), "--preview");
		assertThat(said.code()).isEqualTo(Exit.DONE);
		assertThat(said.out()).contains("second.csv: 2 rows", "nothing is changed");
		assertThat(terminal.typeIn("zh", "check", root.resolve("second.csv").toString(), "--preview").out())
			.contains("预览：不作任何改动", "实际交流教师数 12 → 9");
	}

	@Test
	@Order(3)
	void withdrawnFileTellsWhoAndWhyAndIsNotTakenInAgain() throws IOException {
		String digest = terminal.type("digest").out();
		Said taken = take("second.csv", SECOND, "--format", "json");
		assertThat(taken.code()).isEqualTo(Exit.DONE);
		long id = JsonMapper.shared().readTree(taken.out()).at("/read/0/submission").asLong();
		Said said = terminal.type("withdraw", String.valueOf(id), "--reason", "wrong year", "--by", "officer-7");
		assertThat(said.err()).isEmpty();
		assertThat(said.code()).isEqualTo(Exit.DONE);
		assertThat(said.out()).contains("second.csv", "officer-7: wrong year", "first.csv", "closed");
		assertThat(terminal.type("digest").out()).isEqualTo(digest);
		assertThat(terminal.type("submission", String.valueOf(id)).out())
			.contains("withdrawn by officer-7: wrong year");
		assertThat(take("second.csv", SECOND).out()).contains("withdrawn by officer-7", "wrong year", "--accept");
		assertThat(terminal.type("digest").out()).isEqualTo(digest);
		assertThat(take("second.csv", SECOND, "--accept", "right after all").code()).isEqualTo(Exit.DONE);
		assertThat(terminal.type("digest").out()).isNotEqualTo(digest);
		Said empty = terminal.type("withdraw", String.valueOf(id), "--reason", " ");
		assertThat(empty.code()).isEqualTo(Exit.USAGE);
		assertThat(empty.err()).contains("--reason needs a reason");
	}

	private static Said take(String name, String text, String... more) throws IOException {
		Path file = Files.writeString(root.resolve(name), text);
		String[] command = new String[4 + more.length];
		System.arraycopy(new String[] { "import", file.toString(), "--sender", "420602" }, 0, command, 0, 4);
		System.arraycopy(more, 0, command, 4, more.length);
		return terminal.type(command);
	}

}
