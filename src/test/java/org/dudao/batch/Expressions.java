package org.dudao.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the shipped rules and dashboards ask of Prometheus. */
final class Expressions {

	static final Path RULES = Path.of("monitoring/prometheus/rules/dudao.yml");

	static final Path DASHBOARDS = Path.of("monitoring/grafana/dashboards");

	private static final JsonMapper JSON = JsonMapper.shared();

	private Expressions() {
	}

	/** The rules that are alerts, or those that are recorded. */
	@SuppressWarnings("unchecked")
	static List<Map<String, Object>> rules(String kind) throws IOException {
		Map<String, Object> file = new Yaml().load(Files.readString(RULES));
		return ((List<Map<String, Object>>) file.get("groups")).stream()
			.flatMap((group) -> ((List<Map<String, Object>>) group.get("rules")).stream())
			.filter((rule) -> rule.containsKey(kind))
			.toList();
	}

	/** The alerts with their expressions. */
	static Map<String, String> alerts() throws IOException {
		Map<String, String> alerts = new LinkedHashMap<>();
		rules("alert").forEach((rule) -> alerts.put((String) rule.get("alert"), (String) rule.get("expr")));
		return alerts;
	}

	/** The dashboards by file name. */
	static Map<String, JsonNode> dashboards() throws IOException {
		Map<String, JsonNode> boards = new LinkedHashMap<>();
		try (Stream<Path> files = Files.list(DASHBOARDS)) {
			files.sorted().forEach((file) -> boards.put(file.getFileName().toString(), JSON.readTree(file)));
		}
		return boards;
	}

	/** The panels of a dashboard that show something. */
	static List<JsonNode> panels(JsonNode board) {
		return board.get("panels")
			.valueStream()
			.filter((panel) -> !panel.get("type").asString().equals("row"))
			.toList();
	}

	/**
	 * The expressions of all panels, by dashboard, panel and letter, as Grafana asks them
	 * when everything is selected.
	 */
	static Map<String, String> panels() throws IOException {
		Map<String, String> all = new LinkedHashMap<>();
		dashboards().forEach((name, board) -> panels(board).forEach((panel) -> panel.get("targets")
			.forEach((target) -> all.put(
					name + " " + panel.get("title").asString() + " " + target.get("refId").asString(),
					target.get("expr").asString().replace("$__rate_interval", "1m").replaceAll("\\$[a-z]+", ".*")))));
		return all;
	}

}
