package org.dudao;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The launcher, with a Java and a Maven that only say how they were called.
 */
class LauncherTests {

	@TempDir
	Path directory;

	private Path home;

	@BeforeEach
	void layOut() throws IOException {
		this.home = Files.createDirectories(this.directory.resolve("my dudao"));
		Files.createDirectories(this.home.resolve("src/main"));
		Files.createDirectories(this.home.resolve("jobs/schema"));
		Files.createFile(this.home.resolve("pom.xml"));
		Files.copy(Path.of("dudao"), this.home.resolve("dudao"));
		script("my dudao/mvnw", "echo built >> \"$PWD/builds\"; mkdir -p target; touch target/dudao.jar");
		java(17);
	}

	@Test
	void buildsOnceThenOnlyRuns() throws IOException, InterruptedException {
		assertThat(launch().err()).contains("building the program", "正在编译程序");
		assertThat(launch().err()).isEmpty();
		assertThat(this.home.resolve("builds")).hasContent("built");
	}

	@Test
	void buildsAgainWhenASourceIsNewer() throws IOException, InterruptedException {
		launch();
		Path source = Files.createFile(this.home.resolve("src/main/New.java"));
		Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(60)));
		launch();
		assertThat(Files.readAllLines(this.home.resolve("builds"))).hasSize(2);
	}

	@Test
	void handsArgumentsOnAsTheyAre() throws IOException, InterruptedException {
		assertThat(launch("import", "a b.csv", "", "区县*.csv").out()).endsWith("[import][a b.csv][][区县*.csv]\n");
	}

	@Test
	void worksThroughALinkFromAnywhere() throws IOException, InterruptedException {
		Path link = Files.createSymbolicLink(this.directory.resolve("link"), Path.of("my dudao/dudao"));
		Outcome outcome = run(Map.of(), List.of(link.toString(), "status"));
		assertThat(outcome.out()).contains("[" + this.home.toRealPath().resolve("target/dudao.jar") + "][status]");
	}

	@Test
	void handsOptionsToTheMachine() throws IOException, InterruptedException {
		assertThat(run(Map.of("DUDAO_JAVA_OPTS", "-Xmx256m -XX:+UseSerialGC"), command()).out())
			.contains("[-Xmx256m][-XX:+UseSerialGC][-jar]")
			.doesNotContain("ParallelGC");
	}

	@ParameterizedTest
	@CsvSource({ "serve, true", "--lang zh serve --port 9, true", "--home=x serve, true", "status, false",
			"import serve, false", "--home serve status, false", "'', false", "--home, false" })
	void whatStaysUpIsCompiledThoroughlyAndEverythingEndsWithoutMemory(String words, boolean serves)
			throws IOException, InterruptedException {
		String out = launch(words.isEmpty() ? new String[0] : words.split(" ")).out();
		assertThat(out).contains("[-XX:+ExitOnOutOfMemoryError]");
		assertThat(out.contains("[-XX:TieredStopAtLevel=1]")).as(out).isNotEqualTo(serves);
	}

	@Test
	void showsWhyItCouldNotBeBuilt() throws IOException, InterruptedException {
		script("my dudao/mvnw", "echo 'cannot find symbol'; exit 1");
		Outcome outcome = launch();
		assertThat(outcome.code()).isEqualTo(3);
		assertThat(outcome.err()).contains("cannot find symbol", "could not be built", "编译失败");
	}

	@Test
	void refusesAnOldJava() throws IOException, InterruptedException {
		java(11);
		Outcome outcome = launch();
		assertThat(outcome.code()).isEqualTo(1);
		assertThat(outcome.err()).contains("Java 17 or newer is needed", "version 11", "需要 Java 17");
	}

	@Test
	void runsWhereOnlyTheProgramIs() throws IOException, InterruptedException {
		Files.delete(this.home.resolve("pom.xml"));
		assertThat(launch().err()).contains("neither dudao.jar nor the sources");
		Files.createFile(this.home.resolve("dudao.jar"));
		assertThat(launch().out()).contains("[" + this.home.toRealPath().resolve("dudao.jar") + "]");
		assertThat(this.home.resolve("builds")).doesNotExist();
	}

	@Test
	void runsTheUnpackedProgramOfAnImageWithItsArchiveOfClasses() throws IOException, InterruptedException {
		Files.delete(this.home.resolve("pom.xml"));
		Files.createFile(this.home.resolve("dudao.jar"));
		Path app = Files.createDirectories(this.home.resolve("app")).toRealPath();
		Files.createFile(app.resolve("dudao.jar"));
		assertThat(launch().out()).contains("[" + app.resolve("dudao.jar") + "]").doesNotContain("SharedArchiveFile");
		Files.createFile(app.resolve("classes.jsa"));
		assertThat(launch().out()).contains("[-XX:SharedArchiveFile=" + app.resolve("classes.jsa") + "]");
	}

	@Test
	void writesChineseUnderABareLocale() throws IOException, InterruptedException {
		assertThat(run(Map.of("LC_ALL", "POSIX"), command()).out()).contains("[-Dstdout.encoding=UTF-8]");
	}

	private void java(int version) throws IOException {
		script("jdk/bin/java", """
				if [ "$1" = -version ]; then echo 'openjdk version "%d.0.1" 2026-01-01' >&2; exit; fi
				printf '[%%s]' "$@"; echo""".formatted(version));
	}

	private void script(String path, String body) throws IOException {
		Path script = this.directory.resolve(path);
		Files.createDirectories(script.getParent());
		Files.writeString(script, "#!/bin/sh\n" + body + "\n");
		assertThat(script.toFile().setExecutable(true)).isTrue();
	}

	private List<String> command(String... args) {
		return Stream.concat(Stream.of(this.home.resolve("dudao").toString()), Stream.of(args)).toList();
	}

	private Outcome launch(String... args) throws IOException, InterruptedException {
		return run(Map.of("LC_ALL", "C.UTF-8"), command(args));
	}

	private Outcome run(Map<String, String> environment, List<String> command)
			throws IOException, InterruptedException {
		Path out = this.directory.resolve("out");
		Path err = this.directory.resolve("err");
		ProcessBuilder process = new ProcessBuilder(command).directory(Path.of("/").toFile())
			.redirectOutput(out.toFile())
			.redirectError(err.toFile());
		process.environment().put("JAVA_HOME", this.directory.resolve("jdk").toString());
		process.environment().remove("DUDAO_JAVA_OPTS");
		process.environment().putAll(environment);
		int code = process.start().waitFor();
		return new Outcome(code, Files.readString(out), Files.readString(err));
	}

	private record Outcome(int code, String out, String err) {
	}

}
