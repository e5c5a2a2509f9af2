package org.dudao.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.NodePath;
import tools.jackson.databind.JsonNode;

/**
 * Checks a file against its JSON Schema, which is the one that editors use: it comes with
 * the program, so a catalogue elsewhere is checked by it too.
 */
final class Schema {

	private static final Map<String, Schema> READ = new ConcurrentHashMap<>();

	private static final SchemaRegistry REGISTRY = SchemaRegistry
		.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

	private final com.networknt.schema.Schema schema;

	private Schema(com.networknt.schema.Schema schema) {
		this.schema = schema;
	}

	/** The schema of that name, such as {@code feed}. */
	static Schema of(String name) {
		return READ.computeIfAbsent(name, Schema::read);
	}

	private static Schema read(String name) {
		String resource = "schema/" + name + ".schema.json";
		try (InputStream in = Schema.class.getResourceAsStream(resource)) {
			if (in == null) {
				throw new IllegalStateException("not packaged: " + resource);
			}
			return new Schema(REGISTRY.getSchema(in));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	void check(Yaml root, Mistakes mistakes) {
		List<Error> errors = this.schema.validate(root.json());
		for (Error error : errors) {
			boolean insideChoice = error.getEvaluationPath().toString().contains("/oneOf/");
			if (!insideChoice) {
				report(error, root, mistakes);
			}
		}
	}

	private void report(Error error, Yaml root, Mistakes mistakes) {
		Yaml at = find(root, error.getInstanceLocation());
		String found = at.text();
		JsonNode rule = error.getSchemaNode();
		switch (error.getKeyword()) {
			case "required" -> mistakes.add(at, "catalog.schema.required", String.valueOf(error.getProperty()));
			case "additionalProperties" -> {
				String key = String.valueOf(error.getProperty());
				mistakes.add(at.keys().getOrDefault(key, at), "catalog.schema.unknown", key, known(error));
			}
			case "type" -> mistakes.add(at, "catalog.schema.type", words(rule), kind(at));
			case "enum" -> mistakes.add(at, "catalog.schema.enum", words(rule), found);
			case "pattern" -> mistakes.add(at, "catalog.schema.pattern", rule.asString(), found);
			case "minItems", "minProperties", "minLength" ->
				mistakes.add(at, "catalog.schema.few", rule.asString(), String.valueOf(size(at)));
			case "maxItems", "maxProperties", "maxLength" ->
				mistakes.add(at, "catalog.schema.many", rule.asString(), String.valueOf(size(at)));
			case "oneOf" -> mistakes.add(at, "catalog.schema.choice", choices(rule));
			default -> mistakes.add(at, "catalog.schema.other", error.getMessage());
		}
	}

	private static Yaml find(Yaml root, NodePath location) {
		Yaml at = root;
		for (int i = 0; i < location.getNameCount(); i++) {
			Object step = location.getElement(i);
			at = (at.isList() && step instanceof Integer index) ? at.items().get(index) : at.get(String.valueOf(step));
		}
		return at;
	}

	/** What the object that has an unknown key may have. */
	private String known(Error error) {
		JsonNode rule = this.schema.getSchemaNode();
		NodePath path = error.getSchemaLocation().getFragment();
		for (int i = 0; i < path.getNameCount() - 1; i++) {
			Object step = path.getElement(i);
			rule = (step instanceof Integer index) ? rule.path(index) : rule.path(String.valueOf(step));
		}
		return String.join(", ", rule.path("properties").propertyNames());
	}

	private static String words(JsonNode rule) {
		if (!rule.isArray()) {
			return rule.asString();
		}
		List<String> words = new ArrayList<>();
		rule.forEach((word) -> words.add(word.asString()));
		return String.join(", ", words);
	}

	private static String choices(JsonNode rule) {
		List<String> words = new ArrayList<>();
		rule.forEach((choice) -> words.add(words(choice.path("required"))));
		return words.stream().collect(Collectors.joining(" | "));
	}

	private static String kind(Yaml at) {
		if (at.isMissing()) {
			return "null";
		}
		return at.isMap() ? "object" : at.isList() ? "array" : at.text();
	}

	private static int size(Yaml at) {
		return at.isMap() ? at.entries().size() : at.isList() ? at.items().size() : at.text().length();
	}

}
