package org.dudao.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

	/** The two ways to run it, and the desk beside them. */
	static List<JsonNode> workloads() {
		return List.of(one("nightly/cron-job.yaml"), one("serve/deployment.yaml"), one("desk/job.yaml"));
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
		return Stream.concat(pod.path("initContainers").valueStream(), pod.get("containers").valueStream()).toList();
	}

	private static JsonNode container(String name, JsonNode pod) {
		return containers(pod).stream()
			.filter((container) -> container.get("name").asString().equals(name))
			.findFirst()
			.orElseThrow();
	}

	@ParameterizedTest
	@MethodSource("workloads")
	void everyMountHasItsVolume(JsonNode workload) {
		JsonNode pod = pod(workload);
		List<String> volumes = pod.get("volumes").valueStream().map((volume) -> volume.get("name").asString()).toList();
		assertThat(containers(pod)).allSatisfy((container) -> assertThat(mounted(container)).isSubsetOf(volumes));
		assertThat(mounted(container("schema", pod))).containsAll(volumes);
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
		assertThat(container("schema", pod).get("envFrom").toString()).contains("dudao-migration");
		assertThat(secrets(pod, container("schema", pod))).containsExactlyInAnyOrder(
				"/run/secrets/dudao/password=password", "/run/secrets/dudao-migration/password=migration-password");
		assertThat(container("dudao", pod).toString()).doesNotContain("migration");
		assertThat(secrets(pod, container("dudao", pod))).containsExactly("/run/secrets/dudao/password=password");
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
	void bothWaysToRunItAndTheDeskSeeTheSameFilesAndSettings() {
		JsonNode nightly = pod(workloads().get(0));
		assertThat(workloads()).map(KubernetesTests::pod).allSatisfy((pod) -> {
			for (String same : List.of("volumes", "securityContext", "serviceAccountName")) {
				assertThat(pod.get(same)).isEqualTo(nightly.get(same));
			}
			for (String name : List.of("schema", "dudao")) {
				for (String same : List.of("envFrom", "image", "securityContext")) {
					assertThat(container(name, pod).get(same)).isEqualTo(container(name, nightly).get(same));
				}
				assertThat(container(name, pod).get("volumeMounts"))
					.containsExactlyInAnyOrderElementsOf(container(name, nightly).get("volumeMounts"));
			}
		});
		assertThat(pod(workloads().get(1)).get("initContainers")).isEqualTo(nightly.get("initContainers"));
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
	@ValueSource(strings = { "nightly", "nightly-mysql", "serve", "desk", "desk-mysql" })
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
		assertThat(container("dudao", pod(workload)).at("/envFrom/0/configMapRef/name").asString()).isIn(maps);
		assertThat(containers).extracting((container) -> container.get("image").asString())
			.allMatch((image) -> image.matches("dudao:\\d+\\.\\d+\\.\\d+"));
		assertThat(names(all, "Secret")).isEmpty();
		assertThat(maps.stream().anyMatch((name) -> name.startsWith("dudao-migration")))
			.isEqualTo(!List.of("nightly", "desk").contains(variant));
	}

	/**
	 * What one has applied, the other must not change: a volume, a policy, a catalogue.
	 */
	@ParameterizedTest
	@CsvSource({ "desk, nightly", "desk-mysql, nightly-mysql", "desk-mysql, serve" })
	void deskChangesNothingOfThatBesideWhichItStands(String desk, String beside)
			throws IOException, InterruptedException {
		List<JsonNode> running = Kustomized.variant(ROOT.resolve(beside), this.directory);
		Map<String, JsonNode> named = running.stream().collect(Collectors.toMap(KubernetesTests::address, (it) -> it));

		List<JsonNode> besides = Kustomized.variant(ROOT.resolve(desk), this.directory)
			.stream()
			.filter((object) -> !object.equals(named.get(address(object))))
			.toList();

		assertThat(besides).allSatisfy((object) -> assertThat(named).doesNotContainKey(address(object)));
		assertThat(besides).extracting((object) -> object.get("kind").asString())
			.contains("Job")
			.isSubsetOf("Job", "ConfigMap");
	}

	private static String address(JsonNode object) {
		return object.get("kind").asString() + " " + object.at("/metadata/name").asString();
	}

	@Test
	void deskIsLeftAloneByWhatLooksForPodsOfNightsAndIsHeldToTheSamePolicies() {
		JsonNode labels = workloads().get(2).at("/spec/template/metadata/labels");
		for (String file : List.of("serve/service.yaml", "serve/disruption-budget.yaml", "serve/deployment.yaml")) {
			JsonNode selector = one(file).at("/spec/selector");
			JsonNode wanted = selector.path("matchLabels").isMissingNode() ? selector : selector.get("matchLabels");
			assertThat(labels.properties()).as(file).doesNotContainAnyElementsOf(wanted.properties());
		}
		for (String file : List.of("base/network-policy.yaml", "mysql/network-policy.yaml")) {
			assertThat(labels.properties()).as(file)
				.containsAll(one(file).at("/spec/podSelector/matchLabels").properties());
		}
	}

	@Test
	void deskRunsNothingByItselfAndDoesNotStayForEver() {
		JsonNode job = workloads().get(2);
		assertThat(pod(job).has("initContainers")).isFalse();
		assertThat(containers(pod(job)))
			.allSatisfy((container) -> assertThat(container.get("command").toString()).contains("sleep infinity")
				.doesNotContain("/opt/dudao"));
		assertThat(job.at("/spec/activeDeadlineSeconds").asInt()).isBetween(3600, 86_400);
		assertThat(job.at("/spec").has("ttlSecondsAfterFinished")).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "docs/install.md", "docs/install.zh-CN.md", "docs/operate.md", "docs/operate.zh-CN.md" })
	void pageSpeaksOfWhatThereIs(String page) throws IOException {
		String text = Files.readString(Path.of(page));
		assertThat(found("deploy/kubernetes/[a-z-]+", text)).isNotEmpty()
			.allMatch((folder) -> Files.isDirectory(Path.of(folder)));
		assertThat(found("(?<=exec (-i )?)\\S+/dudao\\S*", text)).isSubsetOf("deploy/dudao", "job/dudao-desk");
		assertThat(found("(?<=job/)[a-z-]+", text)).isSubsetOf(workloads().get(2).at("/metadata/name").asString());
		assertThat(found("(?<= -c )\\w+(?= -- )", text)).isSubsetOf("dudao", "schema");
	}

	private static List<String> found(String pattern, String text) {
		return Pattern.compile(pattern).matcher(text).results().map(MatchResult::group).distinct().toList();
	}

	private static List<String> names(List<JsonNode> all, String kind) {
		return all.stream()
			.filter((object) -> object.get("kind").asString().equals(kind))
			.map((object) -> object.at("/metadata/name").asString())
			.toList();
	}

}
