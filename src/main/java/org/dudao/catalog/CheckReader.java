package org.dudao.catalog;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** Reads what a rule demands, with its thresholds. */
final class CheckReader {

	private static final List<String> OVER_TIME = List.of("value", "prior", "restated", "growth");

	private final Mistakes mistakes;

	private final Lookup lookup;

	private final ThresholdReader thresholds;

	private final List<Parameter> parameters;

	private final List<Indicator> indicators;

	CheckReader(Mistakes mistakes, List<Stage> stages, List<Parameter> parameters, List<Indicator> indicators) {
		this.mistakes = mistakes;
		this.lookup = new Lookup(mistakes);
		this.thresholds = new ThresholdReader(mistakes, stages);
		this.parameters = parameters;
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
		String parameter = yaml.get("parameter").textOrNull();
		return switch (entry.getKey()) {
			case "never-decreases" ->
				Optional.of(new Check.NeverDecreases(indicator, materiality(yaml.get("materiality"))));
			case "increases" -> Optional.of(new Check.Increases(indicator));
			case "grows-faster-than" -> Optional.of(new Check.GrowsFasterThan(indicator, indicator(yaml.get("than"))));
			case "not-below" -> Optional.of(new Check.NotBelow(indicator, indicator(yaml.get("than"))));
			case "at-least" -> Optional.of(new Check.AtLeast(indicator, limits(yaml, stages), parameter));
			case "at-most" -> Optional.of(new Check.AtMost(indicator, limits(yaml, stages), parameter));
			case "equals" -> Optional.of(new Check.Equals(indicator, limits(yaml, stages), parameter));
			case "above" -> Optional.of(new Check.Above(indicator, limits(yaml, stages), parameter));
			case "below" -> Optional.of(new Check.Below(indicator, limits(yaml, stages), parameter));
			default -> Optional.empty();
		};
	}

	private String indicator(Yaml name) {
		this.lookup.isKnown(name, "indicator", this.indicators.stream().map(Indicator::name).toList());
		return name.text();
	}

	private Check.@Nullable Materiality materiality(Yaml yaml) {
		BigDecimal slight = yaml.get("slight").number();
		BigDecimal severe = yaml.get("severe").number();
		if (slight == null || severe == null) {
			return null;
		}
		if (slight.compareTo(severe) > 0) {
			this.mistakes.add(yaml.get("severe"), "catalog.rule.materiality", slight, severe);
		}
		return new Check.Materiality(slight, severe);
	}

	private List<Threshold> limits(Yaml check, List<String> stages) {
		Yaml name = check.get("parameter");
		if (!name.isMissing()) {
			this.lookup.isKnown(name, "parameter", this.parameters.stream().map(Parameter::name).toList());
			return this.parameters.stream()
				.filter((parameter) -> parameter.name().equals(name.text()))
				.findFirst()
				.map(Parameter::values)
				.orElse(List.of());
		}
		Yaml yaml = check.get("threshold");
		List<Threshold> thresholds = this.thresholds.read(yaml);
		for (String stage : stages) {
			boolean covered = thresholds.stream()
				.anyMatch((threshold) -> threshold.stages().isEmpty() || threshold.stages().contains(stage));
			if (!covered && !thresholds.isEmpty()) {
				this.mistakes.add(yaml, "catalog.threshold.stage", stage);
			}
		}
		return thresholds;
	}

	/** The figures that an example may give for a check. */
	static List<String> givens(Check check) {
		if (check instanceof Check.Limit limit) {
			return (limit.parameter() != null) ? List.of("value", "threshold") : List.of("value");
		}
		if (check instanceof Check.NotBelow) {
			return List.of("value", "than_value");
		}
		List<String> givens = new ArrayList<>(OVER_TIME);
		if (check.than() != null) {
			OVER_TIME.forEach((given) -> givens.add("than_" + given));
		}
		return givens;
	}

}
