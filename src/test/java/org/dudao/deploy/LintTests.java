package org.dudao.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

/** Linters find nothing in shell scripts and in YAML, where they are installed. */
class LintTests {

	@TempDir
	private Path directory;

	/**
	 * All that begins with the name of a shell or is called one; Maven's own wrapper is
	 * not ours.
	 */
	static List<String> scripts() throws IOException {
		List<String> scripts = new ArrayList<>();
		for (String folder : List.of(".", ".ci", "bench", "deploy", "src/test/resources/deploy")) {
			try (Stream<Path> files = Files.walk(Path.of(folder), folder.equals(".") ? 1 : Integer.MAX_VALUE)) {
				files.filter((file) -> Files.isRegularFile(file) && !file.endsWith("mvnw"))
					.filter((file) -> file.toString().endsWith(".sh") || isForAShell(file))
					.map(Path::toString)
					.forEach(scripts::add);
			}
		}
		return scripts;
	}

	private static boolean isForAShell(Path file) {
		try {
			String text = Files.readString(file, StandardCharsets.ISO_8859_1);
			return text.lines().findFirst().filter((line) -> line.matches("#!.*\\b(ba)?sh\\b.*")).isPresent();
		}
		catch (IOException fault) {
			throw new UncheckedIOException(fault);
		}
	}

	@Test
	void shellScriptsAreInOrder() throws IOException, InterruptedException {
		assertThat(scripts()).contains("./dudao", ".ci/run", "bench/run", "deploy/compose/passwords.sh");
		assertThat(shellcheck(scripts())).isEmpty();
	}

	@Test
	void aWordThatIsNotQuotedWouldBeSeen() throws IOException, InterruptedException {
		Path script = Files.writeString(this.directory.resolve("careless.sh"), "#!/bin/sh\nrm -r $1\n");
		assertThat(shellcheck(List.of(script.toString()))).contains("SC2086");
	}

	@Test
	void yamlIsInOrder() throws IOException, InterruptedException {
		assertThat(yamllint(List.of("compose.yaml", "deploy", "docs", "jobs", "monitoring", "src/main"))).isEmpty();
	}

	@Test
	void aKeyThatStandsTwiceWouldBeSeen() throws IOException, InterruptedException {
		Path twice = Files.writeString(this.directory.resolve("twice.yaml"), "a: 1\na: 2\n");
		assertThat(yamllint(List.of(twice.toString()))).contains("duplication of key \"a\"");
	}

	private String shellcheck(List<String> files) throws IOException, InterruptedException {
		return said("shellcheck", List.of("--format=gcc"), files);
	}

	private String yamllint(List<String> files) throws IOException, InterruptedException {
		return said("yamllint", List.of("--strict", "--format=parsable", "--config-file=.yamllint"), files);
	}

	/**
	 * What the linter, whose Debian package has its name, says of the files; it fails
	 * only with words.
	 */
	private String said(String linter, List<String> options, List<String> files)
			throws IOException, InterruptedException {
		List<String> line = new ArrayList<>(List.of(linter));
		line.addAll(options);
		line.addAll(files);
		Path out = this.directory.resolve("said.txt");
		ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(out.toFile());
		builder.environment().put("LC_ALL", "C.UTF-8");
		Process process;
		try {
			process = builder.start();
		}
		catch (IOException missing) {
			return abort("not installed: " + linter + ", of the Debian package " + linter);
		}
		assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
		String said = Files.readString(out);
		assertThat(said.isBlank()).as(linter + " ended with " + process.exitValue())
			.isEqualTo(process.exitValue() == 0);
		return said;
	}

}
