package org.dudao.catalog;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A value of a YAML file that knows its place. What is missing or of another kind reads
 * as empty, so that a reader can go on and find the other mistakes: the schema has told
 * the author already.
 */
final class Yaml {

	private final String file;

	private final @Nullable Node node;

	private final Mark mark;

	private final Map<String, Yaml> entries = new LinkedHashMap<>();

	private final List<Yaml> items = new ArrayList<>();

	Yaml(String file, Node node) {
		this(file, node, node.getStartMark());
	}

	/** The root of a file of which nothing can be read. */
	static Yaml nothing(String file) {
		return new Yaml(file, null, new Mark(file, 0, 0, 0, new int[0], 0));
	}

	private Yaml(String file, @Nullable Node node, Mark mark) {
		this.file = file;
		this.node = node;
		this.mark = mark;
		if (node instanceof MappingNode map) {
			map.getValue()
				.forEach((tuple) -> this.entries.put(new Yaml(file, tuple.getKeyNode()).text(),
						new Yaml(file, tuple.getValueNode())));
		}
		if (node instanceof SequenceNode list) {
			list.getValue().forEach((item) -> this.items.add(new Yaml(file, item)));
		}
	}

	String file() {
		return this.file;
	}

	/** From 1; of what is missing, the place of what it is missing from. */
	int line() {
		return this.mark.getLine() + 1;
	}

	int column() {
		return this.mark.getColumn() + 1;
	}

	boolean isMissing() {
		return this.node == null || Tag.NULL.equals(this.node.getTag());
	}

	boolean isList() {
		return this.node instanceof SequenceNode;
	}

	boolean isMap() {
		return this.node instanceof MappingNode;
	}

	/** The scalar as it is written, else empty. */
	String text() {
		return (!isMissing() && this.node instanceof ScalarNode scalar) ? scalar.getValue() : "";
	}

	@Nullable String textOrNull() {
		return isMissing() ? null : text();
	}

	/** The number, or null when it is none. */
	@Nullable BigDecimal number() {
		try {
			return new BigDecimal(text());
		}
		catch (NumberFormatException ex) {
			return null;
		}
	}

	@Nullable Integer whole() {
		try {
			return Integer.valueOf(text());
		}
		catch (NumberFormatException ex) {
			return null;
		}
	}

	boolean isTrue() {
		return text().equals("true");
	}

	Yaml get(String key) {
		return entries().getOrDefault(key, new Yaml(this.file, null, this.mark));
	}

	/** The values of a map by their keys, in order. */
	Map<String, Yaml> entries() {
		return this.entries;
	}

	/** The keys of a map, each with its own place. */
	Map<String, Yaml> keys() {
		Map<String, Yaml> keys = new LinkedHashMap<>();
		if (this.node instanceof MappingNode map) {
			map.getValue().forEach((tuple) -> {
				Yaml key = new Yaml(this.file, tuple.getKeyNode());
				keys.put(key.text(), key);
			});
		}
		return keys;
	}

	/** The items of a list. */
	List<Yaml> items() {
		return this.items;
	}

	/** The scalars of a list. */
	List<String> texts() {
		return items().stream().map(Yaml::text).toList();
	}

	/** The scalars of a map. */
	Map<String, String> textEntries() {
		Map<String, String> texts = new LinkedHashMap<>();
		entries().forEach((key, value) -> texts.put(key, value.text()));
		return texts;
	}

	/** Names each key that a map has twice. */
	void reportRepeatedKeys(Mistakes mistakes) {
		if (this.node instanceof MappingNode map) {
			Map<String, Yaml> seen = new LinkedHashMap<>();
			for (NodeTuple tuple : map.getValue()) {
				Yaml key = new Yaml(this.file, tuple.getKeyNode());
				Yaml first = seen.putIfAbsent(key.text(), key);
				if (first != null) {
					mistakes.add(key, "catalog.yaml.key", key.text(), first.line());
				}
			}
		}
		entries().values().forEach((value) -> value.reportRepeatedKeys(mistakes));
		items().forEach((value) -> value.reportRepeatedKeys(mistakes));
	}

	/** The same value for the schema to look at. */
	JsonNode json() {
		JsonNodeFactory factory = JsonNodeFactory.instance;
		if (this.node instanceof MappingNode) {
			ObjectNode object = factory.objectNode();
			entries().forEach((key, value) -> object.set(key, value.json()));
			return object;
		}
		if (this.node instanceof SequenceNode) {
			ArrayNode array = factory.arrayNode();
			items().forEach((item) -> array.add(item.json()));
			return array;
		}
		if (isMissing()) {
			return factory.nullNode();
		}
		Tag tag = this.node.getTag();
		BigDecimal number = (tag.equals(Tag.INT) || tag.equals(Tag.FLOAT)) ? number() : null;
		if (number != null) {
			return (number.scale() > 0) ? factory.numberNode(number) : factory.numberNode(number.toBigInteger());
		}
		return tag.equals(Tag.BOOL) ? factory.booleanNode(isTrue()) : factory.stringNode(text());
	}

}
