package org.dudao.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What formulas are made of, through all formulas among their operands. */
final class Formulas {

	private final Mistakes mistakes;

	private final Lookup lookup;

	private final Map<String, Yaml> indicators;

	/** All indicators by name, of every kind. */
	Formulas(Mistakes mistakes, Map<String, Yaml> indicators) {
		this.mistakes = mistakes;
		this.lookup = new Lookup(mistakes);
		this.indicators = indicators;
	}

	/** Each operand is there, and none leads back to the formula. */
	void check(Yaml formula) {
		where(formula).entries().forEach((name, operand) -> {
			this.lookup.isKnown(operand, "indicator", this.indicators.keySet());
			List<String> way = new ArrayList<>(List.of(formula.get("indicator").text()));
			if (leadsBack(operand.text(), way)) {
				this.mistakes.add(operand, "catalog.indicator.circle", String.join(" → ", way));
			}
		});
	}

	/** Whether the way from an operand comes to where it began, which it then shows. */
	private boolean leadsBack(String name, List<String> way) {
		boolean back = name.equals(way.get(0));
		if (back || way.contains(name)) {
			way.add(name);
			return back;
		}
		way.add(name);
		for (String next : operands(name)) {
			List<String> on = new ArrayList<>(way);
			if (leadsBack(next, on)) {
				way.clear();
				way.addAll(on);
				return true;
			}
		}
		return false;
	}

	/**
	 * Whether there is a value a stage, of the indicator or of any that it is made of.
	 */
	boolean isByStage(String name) {
		return isByStage(name, new ArrayList<>());
	}

	private boolean isByStage(String name, List<String> seen) {
		Yaml yaml = this.indicators.get(name);
		if (yaml == null || seen.contains(name)) {
			return false;
		}
		seen.add(name);
		return yaml.get("by").texts().contains("stage")
				|| operands(name).stream().anyMatch((operand) -> isByStage(operand, seen));
	}

	private List<String> operands(String name) {
		Yaml yaml = this.indicators.get(name);
		return (yaml != null) ? List.copyOf(where(yaml).textEntries().values()) : List.of();
	}

	private static Yaml where(Yaml yaml) {
		return yaml.get("formula").get("where");
	}

}
