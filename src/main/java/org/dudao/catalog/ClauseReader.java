package org.dudao.catalog;

import java.util.ArrayList;
import java.util.List;

/** Reads where the law says it. */
final class ClauseReader {

	private ClauseReader() {
	}

	static List<Clause> read(Yaml list) {
		List<Clause> clauses = new ArrayList<>();
		for (Yaml yaml : list.items()) {
			clauses.add(new Clause(yaml.get("document").text(), yaml.get("number").textOrNull(),
					yaml.get("article").textOrNull(), yaml.get("quote").text(), confidence(yaml.get("confidence"))));
		}
		return clauses;
	}

	private static Clause.Confidence confidence(Yaml word) {
		return switch (word.text()) {
			case "P1" -> Clause.Confidence.P1;
			case "P2" -> Clause.Confidence.P2;
			default -> Clause.Confidence.S;
		};
	}

}
