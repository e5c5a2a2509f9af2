package org.dudao.catalog;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** Reads the fields of a feed. */
final class FieldReader {

	/** What the fact table calls its own columns. */
	private static final Set<String> RESERVED = Set.of("submission_id", "line", "item", "suppressed");

	private final Mistakes mistakes;

	private final Lookup lookup;

	private final List<Stage> stages;

	FieldReader(Mistakes mistakes, List<Stage> stages) {
		this.mistakes = mistakes;
		this.lookup = new Lookup(mistakes);
		this.stages = stages;
	}

	List<Field> read(Yaml list) {
		this.lookup.unique(list.items().stream().map((field) -> field.get("name")).toList());
		List<Field> fields = new ArrayList<>();
		for (Yaml yaml : list.items()) {
			fields.add(field(yaml));
		}
		checkOrder(list, fields);
		checkHeaders(list, fields);
		return fields;
	}

	/**
	 * A type that the schema refuses reads as a figure, about which nothing else is said.
	 */
	private Field field(Yaml yaml) {
		Yaml name = yaml.get("name");
		if (RESERVED.contains(name.text())) {
			this.mistakes.add(name, "catalog.field.reserved", name.text());
		}
		if (SqlWords.contain(name.text())) {
			this.mistakes.add(name, "catalog.field.sql", name.text());
		}
		Optional<FieldType> known = type(yaml.get("type").text());
		known.ifPresent((type) -> checkKeys(yaml, type));
		FieldType type = known.orElse(FieldType.NUMBER);
		List<Field.Category> categories = categories(yaml.get("categories"));
		checkWords(yaml.get("trueValues"), yaml.get("falseValues"));
		return new Field(name.text(), type, Lookup.text(yaml.get("title")), yaml.get("unit").textOrNull(),
				yaml.get("headers").texts(), yaml.get("part").textOrNull(), constraints(yaml.get("constraints")),
				defaultValue(yaml.get("default"), type, categories), categories, yaml.get("trueValues").texts(),
				yaml.get("falseValues").texts());
	}

	private void checkKeys(Yaml yaml, FieldType type) {
		String name = yaml.get("name").text();
		for (String key : List.of("unit", "part")) {
			boolean needed = type.isMeasure() && (type != FieldType.BOOLEAN || key.equals("part"));
			if (needed && yaml.get(key).isMissing()) {
				this.mistakes.add(yaml, "catalog.field.needs", name, key);
			}
			if (!type.isMeasure() && !yaml.get(key).isMissing()) {
				this.mistakes.add(yaml.keys().get(key), "catalog.field.figure", name, key);
			}
		}
		Map.of("categories", FieldType.STRING, "trueValues", FieldType.BOOLEAN, "falseValues", FieldType.BOOLEAN)
			.forEach((key, only) -> {
				if (type != only && !yaml.get(key).isMissing()) {
					this.mistakes.add(yaml.keys().get(key), "catalog.field.words", name, key, word(only));
				}
			});
		yaml.get("constraints").keys().forEach((key, at) -> {
			boolean fits = switch (key) {
				case "minimum", "maximum" -> type.isMeasure() && type != FieldType.BOOLEAN;
				case "maxLength", "pattern" -> type == FieldType.STRING;
				default -> true;
			};
			if (!fits) {
				this.mistakes.add(at, "catalog.field.constraint", key, word(type));
			}
		});
	}

	private List<Field.Category> categories(Yaml list) {
		List<Yaml> names = new ArrayList<>();
		List<Field.Category> categories = new ArrayList<>();
		for (Yaml yaml : list.items()) {
			names.add(yaml.get("value"));
			names.addAll(yaml.get("names").items());
			categories.add(new Field.Category(yaml.get("value").text(), Lookup.text(yaml.get("title")),
					yaml.get("names").texts()));
		}
		this.lookup.unique(names, (name) -> Headers.plain(name.text()));
		return categories;
	}

	private void checkWords(Yaml yes, Yaml no) {
		List<Yaml> words = new ArrayList<>(yes.items());
		words.addAll(no.items());
		this.lookup.unique(words, (word) -> Headers.plain(word.text()));
	}

	private static Optional<FieldType> type(String word) {
		return Arrays.stream(FieldType.values()).filter((type) -> word(type).equals(word)).findFirst();
	}

	private static String word(FieldType type) {
		return type.name().toLowerCase(Locale.ROOT);
	}

	private Field.Constraints constraints(Yaml yaml) {
		BigDecimal minimum = yaml.get("minimum").number();
		BigDecimal maximum = yaml.get("maximum").number();
		if (minimum != null && maximum != null && minimum.compareTo(maximum) > 0) {
			this.mistakes.add(yaml.get("maximum"), "catalog.field.bounds", minimum, maximum);
		}
		return new Field.Constraints(yaml.get("required").isTrue(), minimum, maximum, yaml.get("maxLength").whole(),
				this.lookup.pattern(yaml.get("pattern")));
	}

	private @Nullable String defaultValue(Yaml yaml, FieldType type, List<Field.Category> categories) {
		if (yaml.isMissing()) {
			return null;
		}
		boolean fits = switch (type) {
			case STAGE -> this.stages.stream().anyMatch((stage) -> stage.name().equals(yaml.text()));
			case INTEGER, PERIOD -> yaml.whole() != null;
			case NUMBER -> yaml.number() != null;
			case BOOLEAN -> List.of("true", "false", "1", "0").contains(yaml.text());
			case STRING -> categories.isEmpty()
					|| categories.stream().anyMatch((category) -> category.value().equals(yaml.text()));
			default -> true;
		};
		if (!fits) {
			this.mistakes.add(yaml, "catalog.field.default", word(type), yaml.text());
		}
		return yaml.text();
	}

	private void checkOrder(Yaml list, List<Field> fields) {
		Field measure = null;
		for (int i = 0; i < fields.size(); i++) {
			Field field = fields.get(i);
			if (field.type().isMeasure()) {
				measure = field;
			}
			else if (measure != null && !field.name().isEmpty()) {
				this.mistakes.add(list.items().get(i), "catalog.field.order", field.name(), measure.name());
			}
		}
		for (FieldType type : List.of(FieldType.REGION, FieldType.PERIOD, FieldType.STAGE, FieldType.BASIS)) {
			long count = fields.stream().filter((field) -> field.type() == type).count();
			boolean needed = type == FieldType.REGION || type == FieldType.PERIOD;
			if (count > 1 || (needed && count == 0)) {
				this.mistakes.add(list, "catalog.field.dimension", word(type), count);
			}
		}
	}

	private void checkHeaders(Yaml list, List<Field> fields) {
		Map<String, Field> owners = new LinkedHashMap<>();
		for (int i = 0; i < fields.size(); i++) {
			Field field = fields.get(i);
			for (String header : headers(field)) {
				Field owner = owners.putIfAbsent(Headers.plain(header), field);
				if (owner != null && !owner.name().equals(field.name()) && !header.isEmpty()) {
					Yaml at = list.items().get(i);
					Yaml place = at.get("headers")
						.items()
						.stream()
						.filter((h) -> h.text().equals(header))
						.findFirst()
						.orElse(at);
					this.mistakes.add(place, "catalog.header.twice", header, owner.name(), field.name());
				}
			}
		}
	}

	private static List<String> headers(Field field) {
		List<String> headers = new ArrayList<>(field.headers());
		headers.add(field.name());
		headers.add(field.title().en());
		headers.add(field.title().zh());
		return headers;
	}

}
