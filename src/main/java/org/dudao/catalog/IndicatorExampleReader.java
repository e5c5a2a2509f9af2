package org.dudao.catalog;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the cases that an indicator is tried with. */
final class IndicatorExampleReader {

	private final Mistakes mistakes;

	private final Lookup lookup;

	private final List<String> stages;

	private final List<String> parameters;

	IndicatorExampleReader(Mistakes mistakes, List<String> stages, List<String> parameters) {
		this.mistakes = mistakes;
		this.lookup = new Lookup(mistakes);
		this.stages = stages;
		this.parameters = parameters;
	}

	/** The cases of an indicator that is summed over rows of a feed. */
	List<Indicator.Example> ofRows(Yaml indicator, Feed feed) {
		List<Indicator.Example> examples = new ArrayList<>();
		for (Yaml yaml : indicator.get("examples").items()) {
			needs(yaml, "rows");
			List<Map<String, Object>> rows = new ArrayList<>();
			yaml.get("rows").items().forEach((row) -> rows.add(row(row, feed)));
			examples.add(example(yaml, rows, Map.of()));
		}
		return examples;
	}

	/** The cases of a formula. */
	List<Indicator.Example> ofValues(Yaml indicator, Set<String> operands) {
		Set<String> known = new LinkedHashSet<>(operands);
		known.addAll(this.parameters);
		List<Indicator.Example> examples = new ArrayList<>();
		for (Yaml yaml : indicator.get("examples").items()) {
			needs(yaml, "given");
			Map<String, BigDecimal> given = new LinkedHashMap<>();
			yaml.get("given").entries().forEach((name, value) -> {
				this.lookup.isKnown(yaml.get("given").keys().get(name), "name", known);
				BigDecimal number = value.number();
				if (number != null) {
					given.put(name, number);
				}
			});
			examples.add(example(yaml, List.of(), given));
		}
		return examples;
	}

	private void needs(Yaml example, String key) {
		if (example.get(key).isMissing()) {
			this.mistakes.add(example, "catalog.schema.required", key);
		}
	}

	private Indicator.Example example(Yaml yaml, List<Map<String, Object>> rows, Map<String, BigDecimal> given) {
		this.lookup.isKnown(yaml.get("stage"), "stage", this.stages);
		return new Indicator.Example(yaml.get("stage").textOrNull(), yaml.get("period").whole(),
				yaml.get("region").textOrNull(), rows, given, yaml.get("value").number());
	}

	private Map<String, Object> row(Yaml yaml, Feed feed) {
		Set<String> known = new LinkedHashSet<>();
		feed.fields().forEach((field) -> known.add(field.name()));
		known.addAll(this.parameters);
		Map<String, Object> row = new LinkedHashMap<>();
		yaml.entries().forEach((name, value) -> {
			this.lookup.isKnown(yaml.keys().get(name), "name", known);
			boolean text = feed.field(name)
				.filter((field) -> !field.type().isMeasure() && field.type() != FieldType.PERIOD)
				.isPresent();
			BigDecimal number = value.isTrue() ? BigDecimal.ONE
					: value.text().equals("false") ? BigDecimal.ZERO : value.number();
			if (text && !value.isMissing()) {
				row.put(name, value.text());
			}
			else if (number != null) {
				row.put(name, number);
			}
			else if (!value.isMissing()) {
				this.mistakes.add(value, "catalog.example.figure", name, value.text());
			}
		});
		return row;
	}

}
