package org.dudao.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** The manifests fit Kubernetes' own types, each other, and the image. */
class KubernetesTests {

	private static final Path ROOT = Path.of("deploy/kubernetes");

	@TempDir
	private Path directory;

	static List<Path> manifests() throws IOException {
		try (Stream<Path> files = Files.walk(ROOT)) {
			return files.filter((file) -> file.toString().endsWith(".yaml"))
				.filter((file) -> !file.endsWith("kustomization.yaml"))
				.sorted()
				.toList();
		}
	}

	/** The two ways to run it. */
	static List<JsonNode> workloads() {
		return List.of(one("nightly/cron-job.yaml"), one("serve/deployment.yaml"));
	}

	private static JsonNode one(String file) {
		return Yamls.read(ROOT.resolve(file)).get(0);
	}

	private static JsonNode pod(JsonNode workload) {
		JsonNode template = workload.at("/spec/template/spec");
		return template.isMissingNode() ? workload.at("/spec/jobTemplate/spec/template/spec") : template;
	}

	@ParameterizedTest
	@MethodSource("manifests")
	void manifestFitsItsKind(Path manifest) {
		assertThat(Yamls.read(manifest)).isNotEmpty()
			.allSatisfy((document) -> assertThat(Kinds.mistakes(document)).isEmpty());
	}

	@Test
	void schemaWouldSeeAMisspeltFieldDeepInAPod() {
		String manifest = "{apiVersion: v1, kind: ServiceAccount, metadata: {nmae: dudao}}";
		assertThat(Kinds.mistakes(Yamls.parse(manifest).get(0))).singleElement().asString().contains("nmae");
	}

	@ParameterizedTest
	@MethodSource("workloads")
	void podMayDoNoMoreThanItNeeds(JsonNode workload) {
		JsonNode pod = pod(workload);
		assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
		assertThat(pod.at("/securityContext/seccompProfile/type").asString()).isEqualTo("RuntimeDefault");
		assertThat(pod.at("/automountServiceAccountToken").asBoolean(true)).isFalse();
		String user = Dockerfile.ofThisProject().last("USER").get(0);
		assertThat(pod.at("/securityContext/runAsUser").asInt() + ":" + pod.at("/securityContext/runAsGroup").asInt())
			.isEqualTo(user);
		assertThat(containers(pod)).hasSize(2).allSatisfy((container) -> {
			assertThat(container.at("/securityContext/allowPrivilegeEscalation").asBoolean(true)).isFalse();
			assertThat(container.at("/securityContext/readOnlyRootFilesystem").asBoolean()).isTrue();
			assertThat(container.at("/securityContext/capabilities/drop").toString()).isEqualTo("[\"ALL\"]");
			assertThat(container.at("/resources/limits").has("memory")).isTrue();
			assertThat(container.at("/resources/requests").has("cpu")).isTrue();
		});
	}

	private static List<JsonNode> containers(JsonNode pod) {
		return Stream.concat(pod.get("initContainers").valueStream(), pod.get("containers").valueStream()).toList();
	}

	@ParameterizedTest
	@MethodSource("workloads")
	void everyMountHasItsVolume(JsonNode workload) {
		JsonNode pod = pod(workload);
		List<String> volumes = pod.get("volumes").valueStream().map((volume) -> volume.get("name").asString()).toList();
		assertThat(containers(pod)).allSatisfy((container) -> assertThat(mounted(container)).isSubsetOf(volumes));
		assertThat(mounted(pod.at("/initContainers/0"))).containsAll(volumes);
	}

	private static List<String> mounted(JsonNode container) {
		return container.get("volumeMounts").valueStream().map((mount) -> mount.get("name").asString()).toList();
	}

	/**
	 * Compose gives each container its files; here a volume must not hold more than its
	 * container may know.
	 */
	@ParameterizedTest
	@MethodSource("workloads")
	void onlyTheContainerOfTheSchemaCanReadThePasswordOfTheUserWhoChangesTables(JsonNode workload) {
		JsonNode pod = pod(workload);
		assertThat(pod.at("/initContainers/0/envFrom").toString()).contains("dudao-migration");
		assertThat(secrets(pod, pod.at("/initContainers/0"))).containsExactlyInAnyOrder(
				"/run/secrets/dudao/password=password", "/run/secrets/dudao-migration/password=migration-password");
		assertThat(pod.at("/containers/0").toString()).doesNotContain("migration");
		assertThat(secrets(pod, pod.at("/containers/0"))).containsExactly("/run/secrets/dudao/password=password");
	}

	/**
	 * The files that a container sees of the Secret, each with its key; all keys where
	 * none is chosen.
	 */
	private static List<String> secrets(JsonNode pod, JsonNode container) {
		return container.get("volumeMounts").valueStream().flatMap((mount) -> {
			JsonNode secret = pod.get("volumes")
				.valueStream()
				.filter((volume) -> volume.get("name").equals(mount.get("name")))
				.findFirst()
				.orElseThrow()
				.path("secret");
			String path = mount.get("mountPath").asString();
			if (secret.isMissingNode()) {
				return Stream.empty();
			}
			return secret.has("items")
					? secret.get("items")
						.valueStream()
						.map((item) -> path + "/" + item.get("path").asString() + "=" + item.get("key").asString())
					: Stream.of(path + "/*");
		}).toList();
	}

	@Test
	void settingsNameThePasswordsWhereTheyAreMounted() {
		String settings = one("mysql/kustomization.yaml").toString();
		assertThat(settings).contains("\"DUDAO_DB_PASSWORD_FILE=/run/secrets/dudao/password\"",
				"\"DUDAO_DB_MIGRATION_PASSWORD_FILE=/run/secrets/dudao-migration/password\"");
	}

	@Test
	void bothWaysToRunItSeeTheSameFilesAndSettings() {
		JsonNode nightly = pod(workloads().get(0));
		JsonNode serve = pod(workloads().get(1));
		for (String same : List.of("volumes", "securityContext", "initContainers")) {
			assertThat(nightly.get(same)).isEqualTo(serve.get(same));
		}
		for (String same : List.of("envFrom", "volumeMounts", "image")) {
			assertThat(nightly.at("/containers/0/" + same)).isEqualTo(serve.at("/containers/0/" + same));
		}
	}

	@Test
	void nightsNeverOverlap() {
		JsonNode job = workloads().get(0);
		assertThat(job.at("/spec/concurrencyPolicy").asString()).isEqualTo("Forbid");
		assertThat(pod(job).at("/restartPolicy").asString()).isEqualTo("Never");
	}

	@Test
	void probesAskWhatTheProgramAnswers() {
		JsonNode container = pod(workloads().get(1)).at("/containers/0");
		String port = Dockerfile.ofThisProject().last("EXPOSE").get(0);
		assertThat(container.at("/ports/0/containerPort").asString()).isEqualTo(port);
		assertThat(container.at("/livenessProbe/httpGet/path").asString()).isEqualTo("/actuator/health/liveness");
		assertThat(container.at("/startupProbe/httpGet/path").asString()).isEqualTo("/actuator/health/liveness");
		assertThat(container.at("/readinessProbe/httpGet/path").asString()).isEqualTo("/actuator/health/readiness");
	}

	@ParameterizedTest
	@ValueSource(strings = { "nightly", "nightly-mysql", "serve" })
	void variantIsWholeWhenItIsPutTogether(String variant) throws IOException, InterruptedException {
		List<JsonNode> all = Kustomized.variant(ROOT.resolve(variant), this.directory);

		assertThat(all.stream().flatMap((object) -> Kinds.mistakes(object).stream())).isEmpty();
		assertThat(all.stream()
			.filter((object) -> !object.get("kind").asString().equals("Namespace"))
			.map((object) -> object.at("/metadata/namespace").asString())).containsOnly("dudao");
		List<String> maps = names(all, "ConfigMap");
		List<String> claims = names(all, "PersistentVolumeClaim");
		JsonNode workload = all.stream().filter((object) -> !pod(object).isMissingNode()).findFirst().orElseThrow();
		List<JsonNode> containers = containers(pod(workload));
		JsonNode volumes = pod(workload).get("volumes");
		assertThat(volumes.findValues("claimName").stream().map(JsonNode::asString)).isNotEmpty().isSubsetOf(claims);
		assertThat(volumes.findValues("configMap").stream().map((map) -> map.get("name").asString())).hasSize(8)
			.isSubsetOf(maps);
		assertThat(containers.get(1).at("/envFrom/0/configMapRef/name").asString()).isIn(maps);
		assertThat(containers).extracting((container) -> container.get("image").asString())
			.allMatch((image) -> image.matches("dudao:\\d+\\.\\d+\\.\\d+"));
		assertThat(names(all, "Secret")).isEmpty();
		assertThat(maps.stream().anyMatch((name) -> name.startsWith("dudao-migration")))
			.isEqualTo(!variant.equals("nightly"));
	}

	private static List<String> names(List<JsonNode> all, String kind) {
		return all.stream()
			.filter((object) -> object.get("kind").asString().equals(kind))
			.map((object) -> object.at("/metadata/name").asString())
			.toList();
	}

}
