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
import org.dudao.region.Regions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

		assertThat(new RuleExamples(Cases.catalog(faster, most), Territory.unchanging()).failures()).isEmpty();
	}

	@Test
	void allOfTheShippedCatalogueComeOut() {
		Catalog shipped = CatalogReader.read(Path.of("jobs"));

		assertThat(shipped.rules()).isNotEmpty().allSatisfy((rule) -> assertThat(rule.examples()).isNotEmpty());
		assertThat(new RuleExamples(shipped, Regions.read(shipped.regions())).failures()).isEmpty();
	}

	@ParameterizedTest(name = "{0} {1} against 10 {2}")
	@CsvSource({ "equals, 10, HOLDS", "equals, 9.999, BREACH", "equals, 10.001, BREACH", "above, 10, BREACH",
			"above, 10.001, HOLDS", "below, 10, BREACH", "below, 9.999, HOLDS", "at-least, 10, HOLDS",
			"at-least, 9.999, BREACH", "at-most, 10, HOLDS", "at-most, 10.001, BREACH" })
	void judgesByTheThresholdThatTheExampleGives(String check, String value, Outcome then) {
		Map<String, Check.Limit> checks = Map.of("equals", new Check.Equals("large-class-share", List.of(), "p"),
				"above", new Check.Above("large-class-share", List.of(), "p"), "below",
				new Check.Below("large-class-share", List.of(), "p"), "at-least",
				new Check.AtLeast("large-class-share", List.of(), "p"), "at-most",
				new Check.AtMost("large-class-share", List.of(), "p"));
		Rule asleep = with(Cases.rule(check, checks.get(check)), null,
				example(Map.of("value", value, "threshold", "10"), "primary", then));

		assertThat(new RuleExamples(Cases.catalog(asleep), Territory.unchanging()).failures()).isEmpty();
	}

	@Test
	void comparesWithTheOtherIndicatorOfTheExample() {
		Rule rule = with(Cases.rule("not-below", new Check.NotBelow(Cases.TOTAL, Cases.REVENUE)), null,
				example(Map.of("value", "5", "than_value", "5"), null, Outcome.HOLDS),
				example(Map.of("value", "5", "than_value", "5.01"), null, Outcome.BREACH));

		assertThat(new RuleExamples(Cases.catalog(rule), Territory.unchanging()).failures()).isEmpty();
	}

	@Test
	void putsTheExampleWhereItSays() {
		List<Threshold> limits = List.of(new Threshold(BigDecimal.ONE, List.of(), List.of(), null, null),
				new Threshold(BigDecimal.TEN, List.of(), List.of("210000"), 2022, null));
		Map<String, BigDecimal> five = Map.of("value", BigDecimal.valueOf(5));
		Rule rule = with(Cases.rule("least", new Check.AtLeast("large-class-share", limits)), null,
				new Example(five, "primary", 2022, "210000", Outcome.BREACH),
				new Example(five, "primary", 2021, "210000", Outcome.HOLDS),
				new Example(five, "primary", 2022, "220000", Outcome.HOLDS));

		assertThat(new RuleExamples(Cases.catalog(rule), Territory.unchanging()).failures()).isEmpty();
	}

	@Test
	void namesTheExampleThatDoesNotComeOut() {
		Rule rule = with(Cases.INCREASES, null, example(Map.of("value", "100", "prior", "100"), null, Outcome.BREACH),
				example(Map.of("value", "99", "prior", "100"), null, Outcome.HOLDS));

		assertThat(new RuleExamples(Cases.catalog(rule), Territory.unchanging()).failures()).singleElement()
			.satisfies((failure) -> {
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
