package org.dudao.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** The rules, dashboards and runbook that are shipped, and what the tools say of them. */
class MonitoringTests {

	private static final Path PROMETHEUS = Path.of("monitoring/prometheus");

	private static final Pattern VARIABLE = Pattern.compile("\\$([a-z]+)");

	@Test
	void everyAlertSaysWhatItIsWhomItIsForAndWhatToDo() throws IOException {
		assertThat(Expressions.rules("alert")).hasSizeGreaterThan(8).allSatisfy((rule) -> {
			assertThat(rule.get("alert").toString()).startsWith("Dudao");
			assertThat(rule).containsKeys("expr", "for");
			assertThat(texts(rule, "labels").get("severity")).isIn("critical", "warning");
			assertThat(texts(rule, "labels").get("audience")).isIn("technician", "officer");
			assertThat(texts(rule, "annotations")).containsOnlyKeys("summary", "summary_zh", "description",
					"description_zh", "runbook_url");
			assertThat(texts(rule, "annotations").values()).noneMatch(String::isBlank);
		});
	}

	@SuppressWarnings("unchecked")
	private static Map<String, String> texts(Map<String, Object> rule, String key) {
		return (Map<String, String>) rule.get(key);
	}

	@ParameterizedTest
	@ValueSource(strings = { "docs/runbook.md", "docs/runbook.zh-CN.md" })
	void everyAlertHasItsPageInTheRunbookAndEveryPageItsAlert(Path runbook) throws IOException {
		List<String> pages = Files.readAllLines(runbook)
			.stream()
			.filter((line) -> line.startsWith("## Dudao"))
			.map((line) -> "docs/runbook.md#" + line.substring(3).toLowerCase(Locale.ROOT))
			.toList();
		assertThat(Expressions.rules("alert").stream().map((rule) -> texts(rule, "annotations").get("runbook_url")))
			.containsExactlyInAnyOrderElementsOf(pages);
	}

	@Test
	@SuppressWarnings("unchecked")
	void everyAlertIsSeenToFireAndToBeSilent() throws IOException {
		Set<String> fires = new HashSet<>();
		Set<String> silent = new HashSet<>();
		for (String file : List.of("minutes.yml", "days.yml")) {
			Map<String, Object> cases = new Yaml().load(Files.readString(PROMETHEUS.resolve("tests").resolve(file)));
			for (Map<String, Object> one : (List<Map<String, Object>>) cases.get("tests")) {
				for (Map<String, Object> look : (List<Map<String, Object>>) one.get("alert_rule_test")) {
					boolean expected = !((List<?>) look.get("exp_alerts")).isEmpty();
					(expected ? fires : silent).add((String) look.get("alertname"));
				}
			}
		}
		assertThat(fires).isEqualTo(Expressions.alerts().keySet());
		assertThat(silent).isEqualTo(Expressions.alerts().keySet());
	}

	@Test
	void promtoolFindsTheRulesInOrderAndTheirTestsPass() throws IOException, InterruptedException {
		assumeTrue(Tool.PROMTOOL.isThere(), Tool.PROMTOOL.missing());
		assertThat(Tool.PROMTOOL.run(null, "check", "config", PROMETHEUS.resolve("prometheus.yml").toString()))
			.doesNotContain("FAILED");
		String tests = PROMETHEUS.resolve("tests").toString();
		assertThat(Tool.PROMTOOL.run(null, "test", "rules", tests + "/minutes.yml", tests + "/days.yml"))
			.doesNotContain("FAILED");
	}

	/** Debian's promtool knows nothing of Kubernetes, so the rest is looked at. */
	@Test
	void promtoolFindsTheScrapingOfPodsInOrder(@TempDir Path directory) throws IOException, InterruptedException {
		assumeTrue(Tool.PROMTOOL.isThere(), Tool.PROMTOOL.missing());
		String config = Files.readString(PROMETHEUS.resolve("kubernetes.yml"))
			.replaceFirst("kubernetes_sd_configs:\\R( {6}.*\\R)+", "static_configs: []\n")
			.replace("rules/*.yml", Expressions.RULES.toAbsolutePath().toString());
		assertThat(config).contains("static_configs: []\n    relabel_configs:");
		Path adapted = Files.writeString(directory.resolve("kubernetes.yml"), config);
		assertThat(Tool.PROMTOOL.run(null, "check", "config", adapted.toString()))
			.contains("SUCCESS: 1 rule files found")
			.doesNotContain("FAILED");
	}

	/** The rules look for that job, and pods that have another label are not found. */
	@Test
	@SuppressWarnings("unchecked")
	void podsAreScrapedUnderTheNameThatTheRulesKnow() throws IOException {
		Map<String, Object> config = new Yaml().load(Files.readString(PROMETHEUS.resolve("kubernetes.yml")));
		List<Map<String, Object>> jobs = (List<Map<String, Object>>) config.get("scrape_configs");
		assertThat(jobs).extracting((job) -> job.get("job_name")).containsExactly("dudao");
		assertThat(Expressions.alerts().get("DudaoDown")).contains("job=\"dudao\"");
		String deployment = Files.readString(Path.of("deploy/kubernetes/serve/deployment.yaml"));
		assertThat(jobs.get(0).toString()).contains("label=app.kubernetes.io/name=dudao", "regex=8081",
				"names=[dudao]");
		assertThat(deployment).contains("app.kubernetes.io/name: dudao", "containerPort: 8081");
		assertThat(Files.readString(Path.of("deploy/kubernetes/serve/kustomization.yaml")))
			.contains("namespace: dudao");
	}

	@Test
	void amtoolFindsTheAlertmanagerInOrder() throws IOException, InterruptedException {
		assumeTrue(Tool.AMTOOL.isThere(), Tool.AMTOOL.missing());
		String config = "monitoring/alertmanager/alertmanager.yml";
		assertThat(Tool.AMTOOL.run(null, "check-config", config)).contains("SUCCESS");
		assertThat(Tool.AMTOOL.run(null, "config", "routes", "test", "--config.file=" + config, "audience=officer",
				"alertname=DudaoDataOverdue"))
			.endsWith("officers\n");
		assertThat(Tool.AMTOOL.run(null, "config", "routes", "test", "--config.file=" + config, "audience=technician"))
			.endsWith("technicians\n");
	}

	@Test
	void dashboardsAreWellFormed() throws IOException {
		Map<String, JsonNode> boards = Expressions.dashboards();
		assertThat(boards).containsOnlyKeys("counties.json", "machine.json", "night.json", "quality.json");
		assertThat(boards.values().stream().map((board) -> board.get("uid").asString())).doesNotHaveDuplicates();
		boards.forEach((name, board) -> {
			Set<String> variables = new HashSet<>();
			board.get("templating").get("list").forEach((variable) -> variables.add(variable.get("name").asString()));
			assertThat(variables).as(name).contains("datasource");
			assertThat(board.get("panels").valueStream().map((panel) -> panel.get("id").asInt())).as(name)
				.doesNotHaveDuplicates();
			assertThat(overlaps(board)).as(name).isEmpty();
			Expressions.panels(board).forEach((panel) -> check(name, panel, variables));
		});
	}

	private static void check(String name, JsonNode panel, Set<String> variables) {
		String title = name + ": " + panel.get("title").asString();
		assertThat(panel.get("title").asString()).as(title).isNotBlank();
		assertThat(panel.get("description").asString()).as(title).isNotBlank();
		assertThat(panel.get("fieldConfig").get("defaults").get("unit").asString()).as(title).isNotBlank();
		assertThat(panel.get("datasource").get("uid").asString()).as(title).isEqualTo("${datasource}");
		assertThat(panel.get("targets")).as(title).isNotEmpty();
		panel.get("targets").forEach((target) -> {
			assertThat(target.get("datasource").get("uid").asString()).as(title).isEqualTo("${datasource}");
			Matcher used = VARIABLE.matcher(target.get("expr").asString().replace("$__rate_interval", ""));
			while (used.find()) {
				assertThat(variables).as(title).contains(used.group(1));
			}
		});
	}

	/** Panels that lie over each other. */
	private static List<String> overlaps(JsonNode board) {
		List<String> overlaps = new ArrayList<>();
		List<JsonNode> panels = board.get("panels").valueStream().toList();
		for (JsonNode one : panels) {
			for (JsonNode other : panels) {
				if (one.get("id").asInt() < other.get("id").asInt() && lie(one, other, "x", "w")
						&& lie(one, other, "y", "h")) {
					overlaps.add(one.get("title").asString() + " over " + other.get("title").asString());
				}
			}
		}
		return overlaps;
	}

	private static boolean lie(JsonNode one, JsonNode other, String from, String length) {
		JsonNode a = one.get("gridPos");
		JsonNode b = other.get("gridPos");
		return a.get(from).asInt() < b.get(from).asInt() + b.get(length).asInt()
				&& b.get(from).asInt() < a.get(from).asInt() + a.get(length).asInt();
	}

	@ParameterizedTest
	@ValueSource(strings = { "monitoring/grafana/provisioning/datasources/prometheus.yml",
			"monitoring/grafana/provisioning/dashboards/dudao.yml" })
	void provisioningIsReadable(Path file) throws IOException {
		Map<String, Object> read = new Yaml().load(Files.readString(file));
		assertThat(read).containsEntry("apiVersion", 1).hasSize(2);
	}

}
