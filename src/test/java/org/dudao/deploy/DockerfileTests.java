package org.dudao.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What can be said of the image without running it; {@code ImageIT} runs it. */
class DockerfileTests {

	private final Dockerfile dockerfile = Dockerfile.ofThisProject();

	@Test
	void runsAsANumberThatIsNotRoot() {
		assertThat(this.dockerfile.last("USER")).containsExactly("10001:10001");
		List<String> names = this.dockerfile.last().stream().map(Dockerfile.Instruction::name).toList();
		assertThat(names.lastIndexOf("RUN")).isLessThan(names.indexOf("USER"));
	}

	@Test
	void buildsAndRunsOnTheSameJavaByTag() {
		assertThat(this.dockerfile.stages()).hasSize(2)
			.allSatisfy((stage) -> assertThat(stage.get(0).arguments()).containsPattern(":[0-9]\\S*")
				.contains("25", "${REGISTRY}"));
		assertThat(this.dockerfile.last().get(0).arguments()).contains("-jre");
	}

	@Test
	void everyCopiedPathIsThereAndIsSentToTheBuilder() throws IOException {
		List<String> sent = Files.readAllLines(Path.of(".dockerignore"));
		List<String> copied = this.dockerfile.stages()
			.stream()
			.flatMap(List::stream)
			.flatMap((instruction) -> instruction.copied().stream())
			.toList();
		assertThat(sent).contains("*");
		assertThat(copied).contains("src/main", "jobs", "pom.xml").allSatisfy((path) -> {
			assertThat(Path.of(path)).exists();
			assertThat(sent).contains("!" + path.replaceFirst("/.*", "")).doesNotContain(path);
		});
	}

	/** The base image has neither curl nor wget nor unzip. */
	@Test
	void usesNoProgramThatTheImageDoesNotHave() {
		assertThat(this.dockerfile.last()).noneMatch(
				(instruction) -> instruction.arguments().matches(".*\\b(curl|wget|unzip|apt|apt-get|python3?)\\b.*"));
	}

	@Test
	void signalsReachTheProgramAndAStopIsNotSwallowedByAShell() {
		assertThat(Dockerfile.words(this.dockerfile.last("ENTRYPOINT").get(0))).containsExactly("/opt/dudao/dudao");
		assertThat(Dockerfile.words(this.dockerfile.last("CMD").get(0))).containsExactly("serve", "--inbox", "/inbox");
	}

	@Test
	void healthIsAskedWhereTheProgramAnswers() {
		assertThat(this.dockerfile.last("EXPOSE")).containsExactly("8081");
		assertThat(Dockerfile.words(this.dockerfile.last("HEALTHCHECK").get(0)).get(2)).contains("${DUDAO_PORT:-8081}",
				"/actuator/health/liveness");
	}

	@Test
	void keepsNoSecret() {
		assertThat(this.dockerfile.last("ENV")).isNotEmpty()
			.noneMatch((set) -> set.matches("(?i).*(password|secret).*"));
		assertThat(this.dockerfile.last("ARG")).isEmpty();
	}

}
