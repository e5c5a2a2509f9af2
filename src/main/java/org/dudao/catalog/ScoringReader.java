package org.dudao.catalog;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Reads how the points of an item are earned. */
final class ScoringReader {

	private final Mistakes mistakes;

	private final Lookup lookup;

	private final List<String> stages;

	private final List<Indicator> indicators;

	private final List<Rule> rules;

	ScoringReader(Mistakes mistakes, List<Stage> stages, List<Indicator> indicators, List<Rule> rules) {
		this.mistakes = mistakes;
		this.lookup = new Lookup(mistakes);
		this.stages = stages.stream().map(Stage::name).toList();
		this.indicators = indicators;
		this.rules = rules;
	}

	/**
	 * Reads the one that is named.
	 * @param points those of the item
	 * @param level of the regions that are marked
	 */
	Scoring read(Yaml scored, BigDecimal points, String level) {
		for (Map.Entry<String, Yaml> entry : scored.entries().entrySet()) {
			Yaml yaml = entry.getValue();
			switch (entry.getKey()) {
				case "all-or-nothing" -> {
					return new Scoring.AllOrNothing(rules(yaml.get("rules"), level));
				}
				case "per-finding" -> {
					return new Scoring.PerFinding(rules(yaml.get("rules"), level), number(yaml.get("loses")));
				}
				case "by-severity" -> {
					return new Scoring.BySeverity(rules(yaml.get("rules"), level), shares(yaml.get("loses")));
				}
				case "per-unit" -> {
					return perUnit(yaml, level);
				}
				case "bands" -> {
					indicator(yaml);
					return new Scoring.Bands(yaml.get("indicator").text(), yaml.get("stage").textOrNull(),
							bands(yaml.get("bands"), points));
				}
				case "assigned" -> {
					indicator(yaml);
					return new Scoring.Assigned(yaml.get("indicator").text(), yaml.get("stage").textOrNull());
				}
				default -> {
					// The schema has refused it.
				}
			}
		}
		return new Scoring.AllOrNothing(List.of());
	}

	/** Known rules that judge regions of that level. */
	List<String> rules(Yaml list, String level) {
		this.lookup.unique(list.items());
		List<String> known = this.rules.stream().map(Rule::name).toList();
		for (Yaml name : list.items()) {
			if (this.lookup.isKnown(name, "rule", known)) {
				this.rules.stream()
					.filter((rule) -> rule.name().equals(name.text()) && !rule.levels().contains(level))
					.forEach((rule) -> this.mistakes.add(name, "catalog.scorecard.level", rule.name(), level,
							String.join(", ", rule.levels())));
			}
		}
		return list.texts();
	}

	List<String> stages(Yaml list) {
		list.items().forEach((stage) -> this.lookup.isKnown(stage, "stage", this.stages));
		return list.texts();
	}

	private Scoring.PerUnit perUnit(Yaml yaml, String level) {
		List<String> names = rules(yaml.get("rules"), level);
		for (Yaml name : yaml.get("rules").items()) {
			this.rules.stream()
				.filter((rule) -> rule.name().equals(name.text()) && !(rule.check() instanceof Check.Limit))
				.forEach((rule) -> this.mistakes.add(name, "catalog.scorecard.limit", rule.name()));
		}
		String counted = yaml.get("counted").text().replace('-', '_').toUpperCase(Locale.ROOT);
		return new Scoring.PerUnit(names, number(yaml.get("unit")), number(yaml.get("loses")), switch (counted) {
			case "BEGUN" -> Scoring.Counted.BEGUN;
			case "IN_PROPORTION" -> Scoring.Counted.IN_PROPORTION;
			default -> Scoring.Counted.WHOLE;
		});
	}

	private Map<Rule.Severity, BigDecimal> shares(Yaml map) {
		Map<Rule.Severity, BigDecimal> shares = new EnumMap<>(Rule.Severity.class);
		for (Rule.Severity severity : Rule.Severity.values()) {
			Yaml share = map.get(severity.name().toLowerCase(Locale.ROOT));
			if (!share.isMissing()) {
				shares.put(severity, this.lookup.share(share));
			}
		}
		return shares;
	}

	private List<Scoring.Band> bands(Yaml list, BigDecimal points) {
		List<Scoring.Band> bands = new ArrayList<>();
		for (Yaml yaml : list.items()) {
			Scoring.Band band = new Scoring.Band(yaml.get("from").number(), yaml.get("until").number(),
					number(yaml.get("points")));
			boolean last = bands.size() == list.items().size() - 1;
			if (last != (band.from() == null && band.until() == null)) {
				this.mistakes.add(yaml, "catalog.scorecard.bands");
			}
			bands.add(band);
		}
		BigDecimal most = bands.stream().map(Scoring.Band::points).reduce(BigDecimal.ZERO, BigDecimal::max);
		if (most.compareTo(points) != 0) {
			this.mistakes.add(list, "catalog.scorecard.band-points", most, points);
		}
		return bands;
	}

	private void indicator(Yaml yaml) {
		Yaml name = yaml.get("indicator");
		Yaml stage = yaml.get("stage");
		this.lookup.isKnown(stage, "stage", this.stages);
		this.lookup.isKnown(name, "indicator", this.indicators.stream().map(Indicator::name).toList());
		this.indicators.stream()
			.filter((indicator) -> indicator.name().equals(name.text()) && indicator.byStage() == stage.isMissing())
			.forEach((indicator) -> this.mistakes.add(name,
					indicator.byStage() ? "catalog.scorecard.stage" : "catalog.scorecard.no-stage", indicator.name()));
	}

	private static BigDecimal number(Yaml yaml) {
		return Objects.requireNonNullElse(yaml.number(), BigDecimal.ZERO);
	}

}
