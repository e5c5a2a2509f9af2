package org.dudao.finding;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.dudao.catalog.Catalog;
import org.dudao.catalog.Rule;
import org.dudao.catalog.Rule.Example;
import org.dudao.indicator.Gap;
import org.dudao.indicator.Value;
import org.dudao.indicator.Value.Coverage;
import org.dudao.indicator.Value.Origin;
import org.dudao.indicator.Value.Sources;
import org.dudao.indicator.ValueKey;
import org.dudao.indicator.Values;
import org.dudao.message.Message;
import org.dudao.region.Regions;
import org.jspecify.annotations.Nullable;

/** Runs the examples that rules carry, so that a rule says what its author meant. */
public final class RuleExamples {

	private final Catalog catalog;

	private final Judge judge;

	/** The examples of the rules of that catalogue, in those regions. */
	public RuleExamples(Catalog catalog, Regions regions) {
		this(catalog, Territory.unchanging(regions));
	}

	RuleExamples(Catalog catalog, Territory territory) {
		this.catalog = catalog;
		this.judge = new Judge(catalog, territory);
	}

	/**
	 * One message for each example that does not come out, by rule; empty when all do.
	 */
	public List<Message> failures() {
		List<Message> failures = new ArrayList<>();
		for (Rule rule : this.catalog.rules()) {
			for (int i = 0; i < rule.examples().size(); i++) {
				Example example = rule.examples().get(i);
				String found = outcome(rule, example).map(Enum::name).orElse("-");
				if (!found.equals(example.then().name())) {
					failures.add(Message.of("finding.example", rule.name(), i + 1, example.then(), found,
							given(example.given())));
				}
			}
		}
		return failures;
	}

	private Optional<Rule.Outcome> outcome(Rule rule, Example example) {
		ValueKey key = key(rule, example);
		List<Value> values = new ArrayList<>(values(key, example.given(), ""));
		String than = rule.check().than();
		if (than != null) {
			values.addAll(values(this.judge.comparedWith(key, than), example.given(), "than_"));
		}
		return this.judge.judge(rule.by(example), values.get(0), new Values(values)).map(Verdict::outcome);
	}

	private static ValueKey key(Rule rule, Example example) {
		String region = (example.region() != null) ? example.region() : "example";
		return new ValueKey(rule.check().indicator(), region, rule.periodOf(example), rule.stageOf(example), "");
	}

	private static List<Value> values(ValueKey key, Map<String, BigDecimal> given, String prefix) {
		List<Value> values = new ArrayList<>();
		values
			.add(value(key, given.get(prefix + "value"), given.get(prefix + "restated"), given.get(prefix + "growth")));
		BigDecimal published = given.get(prefix + "prior");
		if (published != null) {
			values.add(value(key.yearBefore(), published, null, null));
		}
		return values;
	}

	private static Value value(ValueKey key, @Nullable BigDecimal value, @Nullable BigDecimal restated,
			@Nullable BigDecimal growth) {
		return new Value(0, key, value, null, null, restated, growth, Origin.REPORTED,
				(value != null) ? null : Gap.MISSING, null, "", Coverage.OWN, Sources.NONE);
	}

	private static String given(Map<String, BigDecimal> given) {
		List<String> figures = new ArrayList<>();
		given.forEach((name, figure) -> figures.add(name + " " + figure.toPlainString()));
		return String.join(", ", figures);
	}

}
