package org.dudao.catalog;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what a rule demands, with its thresholds. */
final class CheckReader {

	private static final List<String> OVER_TIME = List.of("value", "prior", "restated", "growth");

	private final Mistakes mistakes;

	private final Lookup lookup;

	private final List<Stage> stages;

	private final List<Indicator> indicators;

	CheckReader(Mistakes mistakes, List<Stage> stages, List<Indicator> indicators) {
		this.mistakes = mistakes;
		this.lookup = new Lookup(mistakes);
		this.stages = stages;
		this.indicators = indicators;
	}

	/**
	 * Reads the one demand of a rule.
	 * @param stages the stages that the rule is for, each of which needs a threshold
	 */
	Optional<Check> read(Yaml yaml, List<String> stages) {
		return yaml.entries().entrySet().stream().findFirst().flatMap((entry) -> check(entry, stages));
	}

	private Optional<Check> check(Map.Entry<String, Yaml> entry, List<String> stages) {
		Yaml yaml = entry.getValue();
		String indicator = indicator(yaml.get("indicator"));
		return switch (entry.getKey()) {
			case "never-decreases" -> Optional.of(new Check.NeverDecreases(indicator));
			case "increases" -> Optional.of(new Check.Increases(indicator));
			case "grows-faster-than" -> Optional.of(new Check.GrowsFasterThan(indicator, indicator(yaml.get("than"))));
			case "at-least" -> Optional.of(new Check.AtLeast(indicator, thresholds(yaml, stages)));
			case "at-most" -> Optional.of(new Check.AtMost(indicator, thresholds(yaml, stages)));
			default -> Optional.empty();
		};
	}

	private String indicator(Yaml name) {
		this.lookup.isKnown(name, "indicator", this.indicators.stream().map(Indicator::name).toList());
		return name.text();
	}

	private List<Threshold> thresholds(Yaml check, List<String> stages) {
		Yaml yaml = check.get("threshold");
		List<Threshold> thresholds = new ArrayList<>();
		if (yaml.isMap()) {
			yaml.keys().forEach((stage, at) -> this.lookup.isKnown(at, "stage", stageNames()));
			yaml.entries()
				.forEach((stage, value) -> thresholds
					.add(new Threshold(value(value), List.of(stage), List.of(), null, null)));
		}
		else if (yaml.isList()) {
			yaml.items().forEach((item) -> thresholds.add(threshold(item)));
		}
		else {
			thresholds.add(new Threshold(value(yaml), List.of(), List.of(), null, null));
		}
		for (String stage : stages) {
			boolean covered = thresholds.stream()
				.anyMatch((threshold) -> threshold.stages().isEmpty() || threshold.stages().contains(stage));
			if (!covered && !thresholds.isEmpty()) {
				this.mistakes.add(yaml, "catalog.threshold.stage", stage);
			}
		}
		return thresholds;
	}

	private Threshold threshold(Yaml yaml) {
		yaml.get("stages").items().forEach((stage) -> this.lookup.isKnown(stage, "stage", stageNames()));
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

	private List<String> stageNames() {
		return this.stages.stream().map(Stage::name).toList();
	}

	/** The figures that an example may give for a check. */
	static List<String> givens(Check check) {
		if (check instanceof Check.AtLeast || check instanceof Check.AtMost) {
			return List.of("value");
		}
		List<String> givens = new ArrayList<>(OVER_TIME);
		if (check instanceof Check.GrowsFasterThan) {
			OVER_TIME.forEach((given) -> givens.add("than_" + given));
		}
		return givens;
	}

}
