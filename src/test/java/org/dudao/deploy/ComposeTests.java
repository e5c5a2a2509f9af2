package org.dudao.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.networknt.schema.Schema;
import com.networknt.schema.SpecificationVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** The compose file fits the specification, itself, and what it mounts. */
class ComposeTests {

	private static final Path FILE = Path.of("compose.yaml");

	private static final JsonNode COMPOSE = Yamls.read(FILE).get(0);

	private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+)");

	static Stream<Map.Entry<String, JsonNode>> services() {
		return COMPOSE.get("services").properties().stream();
	}

	@Test
	void fitsTheComposeSpecification() {
		assertThat(specification().validate(COMPOSE)).isEmpty();
	}

	@Test
	void specificationSeesAMisspeltKey() {
		JsonNode misspelt = Yamls.parse("services: {a: {image: 'b:1', healthchek: {test: [NONE]}}}").get(0);
		assertThat(specification().validate(misspelt)).singleElement().asString().contains("healthchek");
	}

	/** Its own name is not a URI, and that of its language is not the one it has. */
	private static Schema specification() {
		return Yamls.schema(Yamls.resource("compose.schema.json")
			.replace("https://json-schema.org/draft-07", "http://json-schema.org/draft-07")
			.replace("\"$id\": \"compose_spec.json\",", ""), SpecificationVersion.DRAFT_7);
	}

	@Test
	void bringsAllThatBelongsToIt() {
		assertThat(services().map(Map.Entry::getKey)).containsExactlyInAnyOrder("mysql", "schema", "dudao",
				"prometheus", "alertmanager", "grafana");
		assertThat(COMPOSE.at("/services/mysql/image").asString()).contains("mysql:8.4.");
	}

	@ParameterizedTest
	@MethodSource("services")
	void imageIsPinned(Map.Entry<String, JsonNode> service) {
		assertThat(service.getValue().get("image").asString()).containsPattern(":v?[0-9]+\\.[0-9]+\\.[0-9]+$");
	}

	@ParameterizedTest
	@MethodSource("services")
	void mayDoNoMoreThanItNeeds(Map.Entry<String, JsonNode> service) {
		JsonNode it = service.getValue();
		assertThat(it.has("privileged")).isFalse();
		assertThat(it.get("cap_drop").toString()).isEqualTo("[\"ALL\"]");
		assertThat(it.get("security_opt").toString()).contains("no-new-privileges:true");
		assertThat(it.has("cap_add")).isEqualTo(service.getKey().equals("mysql"));
		assertThat(it.path("read_only").asBoolean(false)).isEqualTo(!service.getKey().equals("mysql"));
		assertThat(it.path("ports").valueStream().map(JsonNode::asString))
			.allMatch((port) -> port.startsWith("127.0.0.1:"));
	}

	@ParameterizedTest
	@MethodSource("services")
	void whatItRefersToIsThere(Map.Entry<String, JsonNode> service) {
		JsonNode it = service.getValue();
		for (String kind : List.of("networks", "secrets")) {
			assertThat(it.path(kind).valueStream().map(JsonNode::asString))
				.allSatisfy((name) -> assertThat(COMPOSE.get(kind).has(name)).as(name).isTrue());
		}
		assertThat(mounts(it)).allSatisfy((source) -> {
			if (source.startsWith("./")) {
				assertThat(Path.of(source)).exists();
			}
			else if (!source.startsWith("${")) {
				assertThat(COMPOSE.get("volumes").has(source)).as(source).isTrue();
			}
		});
	}

	private static List<String> mounts(JsonNode service) {
		return service.path("volumes")
			.valueStream()
			.map((one) -> one.isString() ? one.asString().split(":")[0] : one.get("source").asString())
			.toList();
	}

	@ParameterizedTest
	@MethodSource("services")
	void waitsOnlyForWhatCanBecomeSo(Map.Entry<String, JsonNode> service) {
		service.getValue().path("depends_on").properties().forEach((on) -> {
			JsonNode other = COMPOSE.at("/services/" + on.getKey());
			assertThat(other.isMissingNode()).isFalse();
			String condition = on.getValue().get("condition").asString();
			if (condition.equals("service_healthy")) {
				boolean inImage = on.getKey().equals("dudao")
						&& !Dockerfile.ofThisProject().last("HEALTHCHECK").isEmpty();
				assertThat(inImage || other.at("/healthcheck/test").isArray()).as(on.getKey()).isTrue();
			}
			else {
				assertThat(condition).isEqualTo("service_completed_successfully");
				assertThat(other.get("restart").asString()).isEqualTo("no");
			}
		});
	}

	@Test
	void keepsNoSecretInTheFileNorInTheRepository() throws IOException {
		services().flatMap((service) -> service.getValue().path("environment").properties().stream())
			.filter((set) -> set.getKey().matches(".*(PASSWORD|SECRET).*"))
			.forEach((set) -> assertThat(set.getKey() + "=" + set.getValue().asString())
				.matches(".*_FILE=/run/secrets/.*"));
		assertThat(Files.readAllLines(Path.of(".gitignore"))).contains("/secrets/", "/.env");
		assertThat(COMPOSE.get("secrets").valueStream().map((secret) -> secret.get("file").asString()))
			.allMatch((file) -> file.startsWith("./secrets/"));
	}

	@Test
	void onlyTheContainerOfTheSchemaKnowsTheUserWhoChangesTables() {
		assertThat(COMPOSE.at("/services/schema/environment").has("DUDAO_DB_MIGRATION_USER")).isTrue();
		assertThat(COMPOSE.at("/services/dudao").toString()).doesNotContain("migration");
	}

	/**
	 * Else the one who makes a backup before an upgrade starts the container that changes
	 * tables, of the version that was built meanwhile.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "docs/operate.md", "docs/operate.zh-CN.md" })
	void whatIsRunBesideStartsNoContainerThatChangesTables(String page) throws IOException {
		List<String> lines = Files.readAllLines(Path.of(page));
		assertThat(lines.stream().filter((line) -> line.matches(".*docker compose run .* dudao .*"))).hasSize(2)
			.allMatch((line) -> line.contains(" --no-deps ") && line.contains(" backup "));
		List<String> upgrade = lines.stream()
			.dropWhile((line) -> !line.matches("## (Upgrade|升级)"))
			.filter((line) -> line.startsWith("docker compose "))
			.toList();
		assertThat(upgrade).hasSize(2);
		assertThat(upgrade.get(0)).contains(" dudao backup ");
		assertThat(upgrade.get(1)).startsWith("docker compose build ");
	}

	@Test
	void exampleNamesEveryVariableAndNoOther() throws IOException {
		Set<String> used = VARIABLE.matcher(Files.readString(FILE))
			.results()
			.map((found) -> found.group(1))
			.collect(Collectors.toCollection(TreeSet::new));
		assertThat(Files.readAllLines(Path.of(".env.example"))
			.stream()
			.filter((line) -> line.matches("\\w+=.*"))
			.map((line) -> line.replaceFirst("=.*", ""))).containsExactlyInAnyOrderElementsOf(used);
	}

	@Test
	void databaseIsReachedByDudaoAloneAndNoInternalNetworkLeadsOut() {
		List<String> inside = new ArrayList<>();
		services().filter((service) -> service.getValue().get("networks").toString().contains("database"))
			.forEach((service) -> inside.add(service.getKey()));
		assertThat(inside).containsExactlyInAnyOrder("mysql", "schema", "dudao");
		assertThat(COMPOSE.at("/networks/database/internal").asBoolean()).isTrue();
		assertThat(COMPOSE.at("/networks/monitoring/internal").asBoolean()).isTrue();
	}

}
