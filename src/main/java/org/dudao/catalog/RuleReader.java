package org.dudao.catalog;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads the files of {@code rules/}. */
final class RuleReader {

	private final Mistakes mistakes;

	private final Lookup lookup;

	private final CheckReader checks;

	private final List<Stage> stages;

	private final List<Indicator> indicators;

	private final RegionSource regions;

	private final ExactExamples exact;

	RuleReader(Mistakes mistakes, List<Stage> stages, List<Parameter> parameters, List<Indicator> indicators,
			RegionSource regions) {
		this.mistakes = mistakes;
		this.lookup = new Lookup(mistakes);
		this.checks = new CheckReader(mistakes, stages, parameters, indicators);
		this.stages = stages;
		this.indicators = indicators;
		this.regions = regions;
		this.exact = new ExactExamples(regions);
	}

	List<Rule> read(List<Yaml> rules) {
		this.lookup.unique(rules.stream().map((yaml) -> yaml.get("rule")).toList());
		List<Rule> all = new ArrayList<>();
		for (Yaml yaml : rules) {
			Optional<Check> check = this.checks.read(yaml.get("check"), yaml.get("stages").texts());
			Rule rule = rule(yaml, check.orElse(new Check.NeverDecreases("")));
			if (check.isPresent() && !rule.examples().isEmpty()) {
				exact(yaml.get("examples"), rule);
			}
			all.add(rule);
		}
		return all;
	}

	private Rule rule(Yaml yaml, Check check) {
		stages(yaml.get("stages"), check);
		Yaml levels = yaml.get("levels");
		levels.items().forEach((level) -> this.lookup.isKnown(level, "level", this.regions.levels().values()));
		Integer from = yaml.get("from").whole();
		Integer until = yaml.get("until").whole();
		if (from != null && until != null && from > until) {
			this.mistakes.add(yaml.get("until"), "catalog.rule.years", from, until);
		}
		return new Rule(yaml.get("rule").text(), Lookup.text(yaml.get("title")), ClauseReader.read(yaml.get("clauses")),
				severity(yaml.get("severity")), check, yaml.get("stages").texts(),
				levels.isMissing() ? lowestLevel() : levels.texts(), from, until, Lookup.text(yaml.get("advice")),
				examples(yaml, check));
	}

	private void stages(Yaml list, Check check) {
		List<String> known = this.stages.stream().map(Stage::name).toList();
		list.items().forEach((stage) -> this.lookup.isKnown(stage, "stage", known));
		boolean byStage = this.indicators.stream()
			.filter((indicator) -> indicator.name().equals(check.indicator()))
			.allMatch(Indicator::byStage);
		if (!list.texts().isEmpty() && !byStage) {
			this.mistakes.add(list, "catalog.rule.stages", check.indicator());
		}
	}

	/**
	 * The last of the levels as the regions have them, which is where figures come from.
	 */
	private List<String> lowestLevel() {
		List<String> levels = List.copyOf(this.regions.levels().values());
		return levels.isEmpty() ? List.of() : levels.subList(levels.size() - 1, levels.size());
	}

	private static Rule.Severity severity(Yaml word) {
		return switch (word.text()) {
			case "explain" -> Rule.Severity.EXPLAIN;
			case "inform" -> Rule.Severity.INFORM;
			default -> Rule.Severity.BREACH;
		};
	}

	private List<Rule.Example> examples(Yaml rule, Check check) {
		Yaml list = rule.get("examples");
		List<Rule.Example> examples = new ArrayList<>();
		for (Yaml yaml : list.items()) {
			Map<String, BigDecimal> given = new LinkedHashMap<>();
			yaml.get("given").entries().forEach((key, value) -> {
				this.lookup.isKnown(yaml.get("given").keys().get(key), "given", CheckReader.givens(check));
				BigDecimal number = value.number();
				if (number != null) {
					given.put(key, number);
				}
			});
			Yaml stage = yaml.get("stage");
			exampleStage(yaml, stage, rule.get("stages").texts());
			examples.add(new Rule.Example(given, stage.textOrNull(), yaml.get("period").whole(),
					yaml.get("region").textOrNull(), outcome(yaml)));
		}
		for (Rule.Outcome outcome : List.of(Rule.Outcome.HOLDS, Rule.Outcome.BREACH)) {
			boolean shown = examples.stream().anyMatch((example) -> example.then() == outcome);
			if (!shown && !list.isMissing()) {
				this.mistakes.add(list, "catalog.example.outcome", rule.get("rule").text(), word(outcome));
			}
		}
		return examples;
	}

	private void exact(Yaml examples, Rule rule) {
		if (rule.examples().stream().noneMatch((example) -> this.exact.isExact(rule, example))) {
			String limits = "";
			if (rule.check() instanceof Check.Limit limit) {
				limits = limit.thresholds()
					.stream()
					.map((threshold) -> threshold.value().toPlainString())
					.distinct()
					.collect(Collectors.joining(", "));
			}
			this.mistakes.add(examples, "catalog.example.exact." + ExactExamples.demand(rule.check()), rule.name(),
					limits);
		}
		if (rule.check() instanceof Check.Limit limit && limit.parameter() != null && limit.thresholds().isEmpty()) {
			List<Yaml> items = examples.items();
			for (int i = 0; i < items.size(); i++) {
				if (!rule.examples().get(i).given().containsKey("threshold")) {
					this.mistakes.add(items.get(i), "catalog.example.asleep", rule.name(), limit.parameter());
				}
			}
		}
	}

	private void exampleStage(Yaml example, Yaml stage, List<String> stages) {
		if (!stages.isEmpty() && stage.isMissing()) {
			this.mistakes.add(example, "catalog.example.stage", String.join(", ", stages));
		}
		List<String> known = stages.isEmpty() ? this.stages.stream().map(Stage::name).toList() : stages;
		this.lookup.isKnown(stage, "stage", known);
	}

	private static Rule.Outcome outcome(Yaml yaml) {
		for (Rule.Outcome outcome : Rule.Outcome.values()) {
			if (word(outcome).equals(yaml.get("then").text())) {
				return outcome;
			}
		}
		return Rule.Outcome.NOT_EVALUABLE;
	}

	private static String word(Rule.Outcome outcome) {
		return outcome.name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
