package org.dudao.finding;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.dudao.catalog.Catalog;
import org.dudao.catalog.Check;
import org.dudao.catalog.Rule;
import org.dudao.catalog.Rule.Outcome;
import org.dudao.catalog.Threshold;
import org.dudao.finding.Operand.Source;
import org.dudao.finding.Verdict.Classification;
import org.dudao.indicator.Gap;
import org.dudao.indicator.Value;
import org.dudao.indicator.Values;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class JudgeTests {

	private static final Catalog CATALOG = Cases.catalog();

	private final Judge judge = new Judge(CATALOG, Territory.unchanging());

	@ParameterizedTest(name = "now {0}, restated {1}, published {2}, stated {3}")
	@CsvSource(nullValues = "-",
			textBlock = """
					100,    100,    -,      -,      HOLDS,         BREACH,        -,                     REAL,                   RESTATED
					100.01, 100,    -,      -,      HOLDS,         HOLDS,         -,                     -,                   RESTATED
					99.99,  100,    -,      -,      BREACH,        BREACH,        REAL,                  REAL,                RESTATED
					99,     -,      100,    -,      BREACH,        BREACH,        REAL,                  REAL,                PUBLISHED
					101,    -,      100,    -,      HOLDS,         HOLDS,         -,                     -,                   PUBLISHED
					-,      -,      -,      -0.06,  BREACH,        BREACH,        REAL,                  REAL,                STATED
					-,      -,      -,      0,      HOLDS,         BREACH,        -,                     REAL,                STATED
					100,    -,      -,      3,      HOLDS,         HOLDS,         -,                     -,                   STATED
					99,     98,     100,    -,      HOLDS,         HOLDS,         HIDDEN_BY_RESTATING,   HIDDEN_BY_RESTATING, RESTATED
					99,     100,    98,     -,      BREACH,        BREACH,        MADE_BY_RESTATING,     MADE_BY_RESTATING,   RESTATED
					99,     99,     98,     -,      HOLDS,         BREACH,        -,                     MADE_BY_RESTATING,   RESTATED
					99,     100,    -,      5,      BREACH,        BREACH,        REAL,                  REAL,                RESTATED
					""")
	void comparesWithThePriorYear(@Nullable String now, @Nullable String restated, @Nullable String published,
			@Nullable String stated, Outcome neverDecreases, Outcome increases, @Nullable Classification never,
			@Nullable Classification increase, Source source) {
		Value current = Cases.value(Cases.PER_STUDENT, 2022).is(now).restated(restated).growth(stated).done();
		Values values = (published != null)
				? new Values(List.of(current, Cases.value(Cases.PER_STUDENT, 2021).is(published).done()))
				: new Values(List.of(current));

		Verdict first = verdict(Cases.NEVER_DECREASES, current, values);
		Verdict second = verdict(Cases.INCREASES, current, values);

		assertThat(first.outcome()).isEqualTo(neverDecreases);
		assertThat(first.classification()).isEqualTo(never);
		assertThat(first.left().source()).isEqualTo(source);
		assertThat(second.outcome()).isEqualTo(increases);
		assertThat(second.classification()).isEqualTo(increase);
	}

	static Stream<Object[]> notEvaluable() {
		return Stream.of(new Object[] { "nothing of the year before", now().is("5").done(), null, Cause.PRIOR_MISSING },
				new Object[] { "two years apart", now().is("5").done(),
						Cases.value(Cases.PER_STUDENT, 2020).is("6").done(), Cause.PRIOR_MISSING },
				new Object[] { "another basis", now().is("5").done(), before().basis("old").is("6").done(),
						Cause.DIFFERENT_BASIS },
				new Object[] { "missing now", now().done(), before().is("6").done(), Cause.MISSING },
				new Object[] { "withheld now", now().gap(Gap.SUPPRESSED).done(), before().is("6").done(),
						Cause.SUPPRESSED },
				new Object[] { "withheld then", now().is("5").done(), before().gap(Gap.SUPPRESSED).done(),
						Cause.PRIOR_SUPPRESSED },
				new Object[] { "missing then", now().is("5").done(), before().done(), Cause.PRIOR_MISSING },
				new Object[] { "not the whole now", now().is("5").gap(Gap.INCOMPLETE).done(), before().is("6").done(),
						Cause.INCOMPLETE },
				new Object[] { "not the whole, though stated", now().is("5").gap(Gap.INCOMPLETE).growth("-1").done(),
						before().is("6").done(), Cause.INCOMPLETE },
				new Object[] { "not the whole then", now().is("5").done(), before().is("6").gap(Gap.INCOMPLETE).done(),
						Cause.PRIOR_INCOMPLETE },
				new Object[] { "other stages", now().is("5").stages("junior,primary").done(),
						before().is("6").stages("primary").done(), Cause.COVERAGE_DIFFERS },
				new Object[] { "reported now, added up then", now().is("5").done(),
						before().is("6").aggregated().done(), Cause.COVERAGE_DIFFERS },
				new Object[] { "no denominator", now().gap(Gap.DENOMINATOR_ZERO).done(), before().is("6").done(),
						Cause.DENOMINATOR_ZERO });
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource
	void notEvaluable(String what, Value current, @Nullable Value before, Cause cause) {
		Values values = new Values((before != null) ? List.of(current, before) : List.of(current));

		Verdict verdict = verdict(Cases.NEVER_DECREASES, current, values);

		assertThat(verdict.outcome()).as(what).isEqualTo(Outcome.NOT_EVALUABLE);
		assertThat(verdict.cause()).isEqualTo(cause);
		assertThat(verdict.causeIndicator()).isEqualTo(Cases.PER_STUDENT);
	}

	@Test
	void comparesRatiosWithoutRounding() {
		Value before = before().is("0.3333333333", "1", "3").done();
		Value less = now().is("0.3333333333", "333333333333333", "1000000000000000").done();
		Value same = now().is("0.3333333333", "2", "6").done();

		assertThat(verdict(Cases.NEVER_DECREASES, less, new Values(List.of(less, before))).outcome())
			.isEqualTo(Outcome.BREACH);
		assertThat(verdict(Cases.INCREASES, same, new Values(List.of(same, before))).outcome())
			.isEqualTo(Outcome.BREACH);
	}

	/** The first five were published: provinces that fell by less than a rounding. */
	@ParameterizedTest
	@CsvSource(nullValues = "-", textBlock = """
			-0.06,         BREACH, SLIGHT
			-0.11,         BREACH, SLIGHT
			-0.12,         BREACH, SLIGHT
			-0.14,         BREACH, SLIGHT
			-0.16,         BREACH, SLIGHT
			-0.4999999999, BREACH, SLIGHT
			-0.5,          BREACH, MATERIAL
			-1.64,         BREACH, MATERIAL
			-4.9999999999, BREACH, MATERIAL
			-5,            BREACH, SEVERE
			-26.81,        BREACH, SEVERE
			0,             HOLDS,  -
			0.06,          HOLDS,  -
			""")
	void aFallIsABreachHoweverSmallAndItsWeightIsSaidBesideIt(String growth, Outcome outcome,
			@Nullable Materiality materiality) {
		Rule rule = Cases.rule("banded", new Check.NeverDecreases(Cases.PER_STUDENT,
				new Check.Materiality(new BigDecimal("0.5"), new BigDecimal("5"))));
		Value current = now().growth(growth).done();

		Verdict verdict = verdict(rule, current, new Values(List.of(current)));

		assertThat(verdict.outcome()).isEqualTo(outcome);
		assertThat(Materiality.of(rule, verdict)).isEqualTo(materiality);
		assertThat(Materiality.of(Cases.NEVER_DECREASES, verdict)).isNull();
	}

	@Test
	void theGrowthThatDecidesGivesTheWeight() {
		Rule rule = Cases.rule("banded", new Check.NeverDecreases(Cases.PER_STUDENT,
				new Check.Materiality(new BigDecimal("0.5"), new BigDecimal("5"))));
		Value restated = now().is("99.9").restated("100").growth("-7").done();
		Value published = before().is("200").done();
		Value fromNothing = now().is("-1").restated("0").done();

		assertThat(Materiality.of(rule, verdict(rule, restated, new Values(List.of(restated, published)))))
			.isEqualTo(Materiality.SLIGHT);
		assertThat(Materiality.of(rule, verdict(rule, fromNothing, new Values(List.of(fromNothing))))).isNull();
	}

	@ParameterizedTest(name = "{0} against {1}")
	@CsvSource(textBlock = """
			EQUALS,  100,          HOLDS
			EQUALS,  99.999999999, BREACH
			EQUALS,  100.01,       BREACH
			ABOVE,   100,          BREACH
			ABOVE,   100.00000001, HOLDS
			ABOVE,   99,           BREACH
			BELOW,   100,          BREACH
			BELOW,   99.999999999, HOLDS
			BELOW,   101,          BREACH
			AT_LEAST, 100,         HOLDS
			AT_LEAST, 99.99999999, BREACH
			AT_MOST,  100,         HOLDS
			AT_MOST,  100.0000001, BREACH
			""")
	void atTheLimitItDependsOnTheWord(String word, String value, Outcome outcome) {
		List<Threshold> hundred = List.of(limit("100", List.of(), null));
		String of = "large-class-share";
		Check check = switch (word) {
			case "EQUALS" -> new Check.Equals(of, hundred);
			case "ABOVE" -> new Check.Above(of, hundred);
			case "BELOW" -> new Check.Below(of, hundred);
			case "AT_LEAST" -> new Check.AtLeast(of, hundred);
			default -> new Check.AtMost(of, hundred);
		};
		Value current = Cases.value(of, 2022).is(value).done();

		assertThat(verdict(Cases.rule("limit", check), current, new Values(List.of(current))).outcome())
			.isEqualTo(outcome);
	}

	@ParameterizedTest(name = "{0} in {1}")
	@CsvSource(nullValues = "-", textBlock = """
			primary, 2022, 599, BREACH, 600
			primary, 2022, 600, HOLDS,  600
			junior,  2022, 600, BREACH, 800
			senior,  2022, 1,   -,      -
			primary, 2015, 1,   -,      -
			""")
	void aRuleSleepsWhereItsParameterHasNoValue(String stage, int period, String value, @Nullable Outcome outcome,
			@Nullable BigDecimal threshold) {
		Rule rule = Cases.rule("quota",
				new Check.AtLeast(Cases.PER_STUDENT,
						List.of(limit("600", List.of("primary"), 2016), limit("800", List.of("junior"), 2016)),
						"public_funds_quota"));
		Value current = Cases.value(Cases.PER_STUDENT, period).stage(stage).is(value).done();

		Optional<Verdict> verdict = this.judge.judge(rule, current, new Values(List.of(current)));

		assertThat(verdict.map(Verdict::outcome).orElse(null)).isEqualTo(outcome);
		assertThat(verdict.map(Verdict::threshold).orElse(null))
			.usingComparator(Comparator.nullsFirst(Comparator.naturalOrder()))
			.isEqualTo(threshold);
	}

	@Test
	void whatAParameterWouldHaveToSayIsNotJudgedEither() {
		Value asleep = now().gap(Gap.PARAMETER_MISSING).done();
		Value awake = now().is("5").done();
		Value other = Cases.value(Cases.TOTAL, 2022).gap(Gap.PARAMETER_MISSING).done();
		Rule least = Cases.rule("least", new Check.AtLeast(Cases.PER_STUDENT, List.of(limit("1", List.of(), null))));
		Rule notBelow = Cases.rule("not-below", new Check.NotBelow(Cases.PER_STUDENT, Cases.TOTAL));

		assertThat(this.judge.judge(least, asleep, new Values(List.of(asleep)))).isEmpty();
		assertThat(this.judge.judge(Cases.NEVER_DECREASES, asleep, new Values(List.of(asleep)))).isEmpty();
		assertThat(this.judge.judge(notBelow, awake, new Values(List.of(awake, other)))).isEmpty();
	}

	@ParameterizedTest(name = "{0} not below {1}")
	@CsvSource(nullValues = "-", textBlock = """
			100,    100, HOLDS,         -,       -
			100.01, 100, HOLDS,         -,       -
			99.99,  100, BREACH,        -,       -
			100,    -,   NOT_EVALUABLE, MISSING, revenue
			-,      100, NOT_EVALUABLE, MISSING, spending
			""")
	void comparesWithAnotherIndicatorOfTheSameYear(@Nullable String ours, @Nullable String theirs, Outcome outcome,
			@Nullable Cause cause, @Nullable String where) {
		Rule rule = Cases.rule("not-below", new Check.NotBelow(Cases.TOTAL, Cases.REVENUE));
		Value current = Cases.value(Cases.TOTAL, 2022).is(ours).done();
		Value other = Cases.value(Cases.REVENUE, 2022).is(theirs).done();
		Value lastYear = Cases.value(Cases.REVENUE, 2021).is("1000").done();

		Verdict verdict = verdict(rule, current, new Values(List.of(current, other, lastYear)));

		assertThat(verdict.outcome()).isEqualTo(outcome);
		assertThat(verdict.cause()).isEqualTo(cause);
		assertThat(verdict.causeIndicator()).isEqualTo(where);
		assertThat(verdict.right().value()).usingComparator(Comparator.nullsFirst(Comparator.naturalOrder()))
			.isEqualTo((theirs != null) ? new BigDecimal(theirs) : null);
	}

	@Test
	void ratiosAreHeldAgainstEachOtherWithoutRounding() {
		Rule rule = Cases.rule("not-below", new Check.NotBelow(Cases.PER_STUDENT, Cases.PER_STUDENT + "-of-officials"));
		Judge judge = new Judge(Cases.catalog("-of-officials"), Territory.unchanging());
		Value less = now().is("0.3333333333", "333333333333333", "1000000000000000").done();
		Value third = Cases.value(Cases.PER_STUDENT + "-of-officials", 2022).is("0.3333333333", "1", "3").done();

		assertThat(judge.judge(rule, less, new Values(List.of(less, third))).orElseThrow().outcome())
			.isEqualTo(Outcome.BREACH);
	}

	@Test
	void namesWhatAFormulaLacks() {
		Value lacking = Cases.value(Cases.TOTAL, 2022).gap(Gap.MISSING).lacks("gdp").done();
		Rule rule = Cases.rule("least", new Check.AtLeast(Cases.TOTAL, List.of(limit("1", List.of(), null))));

		assertThat(verdict(rule, lacking, new Values(List.of(lacking))).causeIndicator()).isEqualTo("gdp");
		assertThat(verdict(Cases.TOTAL_NEVER_DECREASES, lacking, new Values(List.of(lacking))).causeIndicator())
			.isEqualTo("gdp");
	}

	@ParameterizedTest(name = "{0} from {1} against {2} from {3}")
	@CsvSource(nullValues = "-", textBlock = """
			110, 100, 109, 100, HOLDS,         -,                   -
			110, 100, 110, 100, BREACH,        -,                   -
			110, 100, 220, 199, BREACH,        -,                   -
			90,  100, 80,  100, HOLDS,         -,                   -
			110, 0,   109, 100, NOT_EVALUABLE, PRIOR_NOT_POSITIVE,  spending
			110, 100, 109, 0,   NOT_EVALUABLE, PRIOR_NOT_POSITIVE,  revenue
			110, 100, -,   -,   NOT_EVALUABLE, MISSING,             revenue
			110, -,   109, 100, NOT_EVALUABLE, PRIOR_MISSING,       spending
			110, 100, 109, -,   NOT_EVALUABLE, PRIOR_MISSING,       revenue
			""")
	void comparesGrowthInPoints(String ours, @Nullable String ourPrior, @Nullable String theirs,
			@Nullable String theirPrior, Outcome outcome, @Nullable Cause cause, @Nullable String where) {
		Value current = Cases.value(Cases.TOTAL, 2022).is(ours).restated(ourPrior).done();
		Values values = (theirs != null)
				? new Values(List.of(current, Cases.value(Cases.REVENUE, 2022).is(theirs).restated(theirPrior).done()))
				: new Values(List.of(current));

		Verdict verdict = verdict(Cases.FASTER, current, values);

		assertThat(verdict.outcome()).isEqualTo(outcome);
		assertThat(verdict.cause()).isEqualTo(cause);
		assertThat(verdict.causeIndicator()).isEqualTo(where);
	}

	@Test
	void saysWhenRestatingTheOtherIndicatorMadeTheBreach() {
		Value ours = Cases.value(Cases.TOTAL, 2022).is("110").restated("100").done();
		Value theirs = Cases.value(Cases.REVENUE, 2022).is("110").restated("90").done();
		Value theirsBefore = Cases.value(Cases.REVENUE, 2021).is("105").done();

		Verdict verdict = verdict(Cases.FASTER, ours, new Values(List.of(ours, theirs, theirsBefore)));

		assertThat(verdict.outcome()).isEqualTo(Outcome.BREACH);
		assertThat(verdict.classification()).isEqualTo(Classification.MADE_BY_RESTATING);
		assertThat(verdict.right().published()).isEqualByComparingTo("105");
	}

	@ParameterizedTest(name = "{0} {1} in {2}: {3}")
	@CsvSource(nullValues = "-", textBlock = """
			primary, 2,    2020, HOLDS,         2
			primary, 2.01, 2020, BREACH,        2
			primary, 0.01, 2021, BREACH,        0
			junior,  5,    2020, HOLDS,         5
			senior,  5,    2020, NOT_EVALUABLE, -
			""")
	void lastFittingThresholdCounts(String stage, String value, int period, Outcome outcome,
			@Nullable BigDecimal threshold) {
		Rule rule = Cases.rule("most",
				new Check.AtMost("large-class-share", List.of(limit("5", List.of("primary", "junior"), null),
						limit("2", List.of("primary"), null), limit("0", List.of("primary"), 2021))));
		Value current = Cases.value("large-class-share", period).stage(stage).is(value).done();

		Verdict verdict = verdict(rule, current, new Values(List.of(current)));

		assertThat(verdict.outcome()).isEqualTo(outcome);
		assertThat(verdict.threshold()).usingComparator(Comparator.nullsFirst(Comparator.naturalOrder()))
			.isEqualTo(threshold);
		assertThat(verdict.cause()).isEqualTo((threshold == null) ? Cause.THRESHOLD_MISSING : null);
	}

	@Test
	void comparesAShareInPercent() {
		Rule rule = Cases.rule("least", new Check.AtLeast("large-class-share", List.of(limit("10", List.of(), null))));
		Value tenth = Cases.value("large-class-share", 2022).is("10", "3", "30").done();
		Value less = Cases.value("large-class-share", 2022)
			.is("9.9999999999", "2999999999999", "30000000000000")
			.done();

		assertThat(verdict(rule, tenth, new Values(List.of(tenth))).outcome()).isEqualTo(Outcome.HOLDS);
		assertThat(verdict(rule, less, new Values(List.of(less))).outcome()).isEqualTo(Outcome.BREACH);
	}

	@Test
	void saysNothingOutsideTheRulesStagesAndYears() {
		Rule rule = new Rule("r", Cases.text("r"), Cases.NEVER_DECREASES.clauses(), Rule.Severity.BREACH,
				new Check.NeverDecreases(Cases.PER_STUDENT), List.of("primary"), List.of(), 2020, 2022, Cases.text("a"),
				List.of());

		assertThat(this.judge.judge(rule, now().stage("junior").is("1").done(), new Values(List.of()))).isEmpty();
		assertThat(this.judge.judge(rule, Cases.value(Cases.PER_STUDENT, 2019).stage("primary").is("1").done(),
				new Values(List.of())))
			.isEmpty();
		assertThat(this.judge.judge(rule, Cases.value(Cases.PER_STUDENT, 2023).stage("primary").is("1").done(),
				new Values(List.of())))
			.isEmpty();
		assertThat(this.judge.judge(rule, now().stage("primary").is("1").done(), new Values(List.of()))).isPresent();
	}

	private Verdict verdict(Rule rule, Value current, Values values) {
		return this.judge.judge(rule, current, values).orElseThrow();
	}

	private static Cases.Figures now() {
		return Cases.value(Cases.PER_STUDENT, 2022);
	}

	private static Cases.Figures before() {
		return Cases.value(Cases.PER_STUDENT, 2021);
	}

	private static Threshold limit(String value, List<String> stages, @Nullable Integer from) {
		return new Threshold(new BigDecimal(value), stages, List.of(), from, null);
	}

}
