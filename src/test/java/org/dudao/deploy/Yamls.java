package org.dudao.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** YAML files as trees, anchors and merged keys resolved. */
final class Yamls {

	private Yamls() {
	}

	/** The documents of a file, in order. */
	static List<JsonNode> read(Path file) {
		try {
			return parse(Files.readString(file));
		}
		catch (IOException fault) {
			throw new UncheckedIOException(fault);
		}
	}

	/** The documents of a text, in order. */
	static List<JsonNode> parse(String text) {
		List<JsonNode> documents = new ArrayList<>();
		new Yaml().loadAll(text).forEach((document) -> documents.add(JsonMapper.shared().valueToTree(document)));
		return documents;
	}

	/** All nodes that stand under such a key, at any depth. */
	static List<JsonNode> under(String key, JsonNode root) {
		return root.findValues(key);
	}

	/** The elements of an array, or the values of an object. */
	static Stream<JsonNode> each(JsonNode node) {
		return node.valueStream();
	}

	/** A schema of {@code src/test/resources/deploy}. */
	static Schema schema(String text, SpecificationVersion version) {
		return SchemaRegistry.withDefaultDialect(version).getSchema(text);
	}

	/** The text of a file of {@code src/test/resources/deploy}. */
	static String resource(String name) {
		try {
			return Files.readString(Path.of("src/test/resources/deploy", name));
		}
		catch (IOException fault) {
			throw new UncheckedIOException(fault);
		}
	}

}
