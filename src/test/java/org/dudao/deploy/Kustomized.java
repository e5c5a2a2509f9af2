package org.dudao.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

/** The manifests of a variant as {@code kubectl} puts them together. */
final class Kustomized {

	private Kustomized() {
	}

	static List<JsonNode> variant(Path variant, Path scratch) throws IOException, InterruptedException {
		Path out = scratch.resolve("manifests.yaml");
		Path err = scratch.resolve("problems.txt");
		Process kubectl;
		try {
			kubectl = new ProcessBuilder("kubectl", "kustomize", variant.toString()).redirectOutput(out.toFile())
				.redirectError(err.toFile())
				.start();
		}
		catch (IOException missing) {
			return abort("kubectl is not installed: the variants of deploy/kubernetes are not put together here");
		}
		assertThat(kubectl.waitFor(60, TimeUnit.SECONDS)).isTrue();
		assertThat(kubectl.exitValue()).as(Files.readString(err)).isZero();
		return Yamls.parse(Files.readString(out));
	}

}
