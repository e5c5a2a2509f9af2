package org.dudao.catalog;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads limits and dated figures: a value and what it is for. */
final class ThresholdReader {

	private final Mistakes mistakes;

	private final Lookup lookup;

	private final List<String> stages;

	ThresholdReader(Mistakes mistakes, List<Stage> stages) {
		this.mistakes = mistakes;
		this.lookup = new Lookup(mistakes);
		this.stages = stages.stream().map(Stage::name).toList();
	}

	/** One number, one a stage, or a list; empty when nothing is there. */
	List<Threshold> read(Yaml yaml) {
		List<Threshold> thresholds = new ArrayList<>();
		if (yaml.isMap()) {
			yaml.keys().forEach((stage, at) -> this.lookup.isKnown(at, "stage", this.stages));
			yaml.entries()
				.forEach((stage, value) -> thresholds
					.add(new Threshold(value(value), List.of(stage), List.of(), null, null)));
		}
		else if (yaml.isList()) {
			yaml.items().forEach((item) -> thresholds.add(threshold(item)));
		}
		else if (!yaml.isMissing()) {
			thresholds.add(new Threshold(value(yaml), List.of(), List.of(), null, null));
		}
		return thresholds;
	}

	private Threshold threshold(Yaml yaml) {
		yaml.get("stages").items().forEach((stage) -> this.lookup.isKnown(stage, "stage", this.stages));
		Integer from = yaml.get("from").whole();
		Integer until = yaml.get("until").whole();
		if (from != null && until != null && from > until) {
			this.mistakes.add(yaml.get("until"), "catalog.rule.years", from, until);
		}
		return new Threshold(value(yaml.get("value")), yaml.get("stages").texts(), yaml.get("regions").texts(), from,
				until);
	}

	private static BigDecimal value(Yaml yaml) {
		return Optional.ofNullable(yaml.number()).orElse(BigDecimal.ZERO);
	}

}
