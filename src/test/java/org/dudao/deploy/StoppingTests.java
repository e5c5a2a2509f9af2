package org.dudao.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.convert.DurationStyle;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whoever is given two minutes to end takes them: the program waits for the files that
 * are being read, and ends by itself before it is killed.
 */
class StoppingTests {

	/** For what comes after the files: the lease, the connections. */
	private static final Duration REST = Duration.ofSeconds(5);

	private static final Pattern WAIT = Pattern.compile("DUDAO_STOP_WAIT=(\\w+)");

	private static final Path KUBERNETES = Path.of("deploy/kubernetes");

	static List<JsonNode> pods() {
		return Stream.of("serve/deployment.yaml", "nightly/cron-job.yaml")
			.map((file) -> Yamls.read(KUBERNETES.resolve(file)).get(0).findValue("terminationGracePeriodSeconds"))
			.toList();
	}

	@Test
	void composeWaitsForFilesUntilShortlyBeforeItKills() {
		JsonNode service = Yamls.read(Path.of("compose.yaml")).get(0).at("/services/dudao");
		assertFits(service.at("/environment/DUDAO_STOP_WAIT").asString(),
				DurationStyle.detectAndParse(service.get("stop_grace_period").asString()));
	}

	@ParameterizedTest
	@MethodSource("pods")
	void podWaitsForFilesUntilShortlyBeforeItIsKilled(JsonNode grace) throws IOException {
		assertFits(setIn(KUBERNETES.resolve("base/kustomization.yaml")), Duration.ofSeconds(grace.asLong()));
	}

	@ParameterizedTest
	@ValueSource(strings = { "docs/install.md", "docs/install.zh-CN.md" })
	void serviceOfSystemdWaitsForFilesUntilShortlyBeforeItIsKilled(String page) throws IOException {
		Matcher grace = Pattern.compile("TimeoutStopSec=(\\d+)").matcher(Files.readString(Path.of(page)));
		assertThat(grace.find()).isTrue();
		assertFits(setIn(Path.of(page)), Duration.ofSeconds(Long.parseLong(grace.group(1))));
	}

	private static String setIn(Path file) throws IOException {
		Matcher wait = WAIT.matcher(Files.readString(file));
		assertThat(wait.find()).as(file + " sets DUDAO_STOP_WAIT").isTrue();
		return wait.group(1);
	}

	private static void assertFits(String wait, Duration grace) {
		assertThat(wait).isNotEmpty();
		assertThat(DurationStyle.detectAndParse(wait)).isBetween(grace.dividedBy(2), grace.minus(REST));
	}

}
