package org.dudao.finding;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.dudao.catalog.Catalog;
import org.dudao.catalog.CatalogReader;
import org.dudao.catalog.Check;
import org.dudao.catalog.Rule;
import org.dudao.catalog.Rule.Example;
import org.dudao.catalog.Rule.Outcome;
import org.dudao.catalog.Threshold;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RuleExamplesTests {

	@Test
	void saysNothingWhenAllComeOut() {
		Rule faster = with(Cases.FASTER, null,
				example(Map.of("growth", "15.23", "than_growth", "2.19"), null, Outcome.HOLDS),
				example(Map.of("value", "110", "restated", "100", "than_value", "55", "than_prior", "50"), null,
						Outcome.BREACH),
				example(Map.of("value", "110", "restated", "100"), null, Outcome.NOT_EVALUABLE));
		Rule most = with(
				Cases.rule("most",
						new Check.AtMost("large-class-share",
								List.of(new Threshold(BigDecimal.ZERO, List.of("primary"), List.of(), 2018, null)))),
				2018, example(Map.of("value", "0"), "primary", Outcome.HOLDS),
				example(Map.of("value", "0.01"), "primary", Outcome.BREACH),
				example(Map.of("value", "0.01"), "senior", Outcome.NOT_EVALUABLE));

		assertThat(new RuleExamples(Cases.catalog(faster, most)).failures()).isEmpty();
	}

	@Test
	void allOfTheShippedCatalogueComeOut() {
		Catalog shipped = CatalogReader.read(Path.of("jobs"));

		assertThat(shipped.rules()).isNotEmpty().allSatisfy((rule) -> assertThat(rule.examples()).isNotEmpty());
		assertThat(new RuleExamples(shipped).failures()).isEmpty();
	}

	@Test
	void namesTheExampleThatDoesNotComeOut() {
		Rule rule = with(Cases.INCREASES, null, example(Map.of("value", "100", "prior", "100"), null, Outcome.BREACH),
				example(Map.of("value", "99", "prior", "100"), null, Outcome.HOLDS));

		assertThat(new RuleExamples(Cases.catalog(rule)).failures()).singleElement().satisfies((failure) -> {
			assertThat(failure.code()).isEqualTo("finding.example");
			assertThat(failure.args()).startsWith("increases", "2", "HOLDS", "BREACH");
		});
	}

	private static Rule with(Rule rule, @Nullable Integer from, Example... examples) {
		return new Rule(rule.name(), rule.title(), rule.clauses(), rule.severity(), rule.check(), rule.stages(),
				rule.levels(), from, rule.until(), rule.advice(), List.of(examples));
	}

	private static Example example(Map<String, String> given, @Nullable String stage, Outcome then) {
		Map<String, BigDecimal> figures = new LinkedHashMap<>();
		given.forEach((name, figure) -> figures.put(name, new BigDecimal(figure)));
		return new Example(figures, stage, null, then);
	}

}
