package org.dudao.finding;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.dudao.catalog.RegionSource;
import org.dudao.catalog.Rule;
import org.dudao.catalog.Rule.Outcome;
import org.dudao.finding.Operand.Source;
import org.dudao.finding.Verdict.Classification;
import org.dudao.indicator.Value;
import org.dudao.indicator.Values;
import org.dudao.region.Regions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What a year is compared with, and what the verdict says of it. */
class TwoBasesTests {

	private static final String HIDDEN = "HOLDS HIDDEN_BY_RESTATING";

	private final Judge judge = new Judge(Cases.catalog(), Territory.unchanging());

	/** Published then, published now, restated in the file, this year; null is none. */
	@ParameterizedTest(name = "{0} then {1}, restated {2}, now {3}: {4}")
	@CsvSource(textBlock = """
			100, 100,     , 105, HOLDS null
			100, 100,     ,  95, BREACH REAL
			100,  90,     ,  95, HOLDS HIDDEN_BY_RESTATING
			100, 110,     , 105, BREACH MADE_BY_RESTATING
			100, 110,     ,  95, BREACH REAL
			100, 100,   90,  95, HOLDS HIDDEN_BY_RESTATING
			100, 100,  110, 105, BREACH MADE_BY_RESTATING
			100,  90,   90,  95, HOLDS HIDDEN_BY_RESTATING
			 90, 100,   90,  95, HOLDS HIDDEN_BY_RESTATING
			 90,  90,  100,  95, BREACH MADE_BY_RESTATING
			100,  90,  110,  95, BREACH MADE_BY_RESTATING
			   ,    ,   90,  95, HOLDS null
			   ,    ,  100,  95, BREACH REAL
			""")
	void everyBasisIsLookedAt(@Nullable String then, @Nullable String published, @Nullable String restated, String now,
			String expected) {
		Value current = Cases.value(Cases.TOTAL, 2022).is(now).restated(restated).done();
		Values values = new Values(all(current, total(2021, published)), all(total(2021, then)));

		Verdict verdict = this.judge.judge(Cases.TOTAL_NEVER_DECREASES, current, values).orElseThrow();

		assertThat(verdict.outcome() + " " + verdict.classification()).isEqualTo(expected);
		assertThat(verdict.left().source()).isEqualTo((restated != null) ? Source.RESTATED : Source.PUBLISHED);
		if (then != null && published != null && !then.equals(published)) {
			assertThat(verdict.left().then().figure()).isEqualByComparingTo(then);
		}
	}

	@Test
	void growthIsLookedAtOnEveryBasisToo() {
		Value spending = Cases.value(Cases.TOTAL, 2022).is("110").done();
		Value revenue = Cases.value(Cases.REVENUE, 2022).is("105").done();
		List<Value> values = List.of(spending, revenue, Cases.value(Cases.TOTAL, 2021).is("100").done(),
				Cases.value(Cases.REVENUE, 2021).is("100").done());

		// 10 % against 5 %; with the 108 published then it was 1.85 %
		Verdict verdict = this.judge
			.judge(Cases.FASTER, spending, new Values(values, List.of(Cases.value(Cases.TOTAL, 2021).is("108").done())))
			.orElseThrow();

		assertThat(verdict.outcome() + " " + verdict.classification()).isEqualTo(HIDDEN);
	}

	/** Half of the last digit: 12.3 亿元 is 12.25 to 12.35. */
	@ParameterizedTest(name = "{0} ± {1} against {2} ± {3}: {4}")
	@CsvSource(textBlock = """
			12.3, 0.05, 12.31, 0.005, INSIDE_ROUNDING
			12.3, 0.05, 12.34, 0.005, INSIDE_ROUNDING
			12.3, 0.05, 12.36, 0.005,
			12.3, 0.05, 12.4,  0.05,
			12.3, 0,    12.31, 0,
			9.94, 0.005, 10,    0.5,  INSIDE_ROUNDING
			8999.94, 0.005, 9000, 0.005,
			""")
	void fallSmallerThanThePrecisionOfItsInputsIsNoBreach(String now, String half, String before, String halfBefore,
			@Nullable Cause cause) {
		Value current = Cases.value(Cases.TOTAL, 2022).is(now).within(half, "0").done();
		Value prior = Cases.value(Cases.TOTAL, 2021).is(before).within(halfBefore, "0").done();
		Value restating = Cases.value(Cases.TOTAL, 2022)
			.is(now)
			.within(half, "0")
			.restated(before)
			.statedWithin(halfBefore, "0")
			.done();

		for (Verdict verdict : List.of(verdict(Cases.TOTAL_NEVER_DECREASES, current, prior),
				verdict(Cases.TOTAL_NEVER_DECREASES, restating))) {
			assertThat(verdict.cause()).isEqualTo(cause);
			assertThat(verdict.outcome()).isEqualTo((cause != null) ? Outcome.NOT_EVALUABLE : Outcome.BREACH);
			assertThat(verdict.left().growth()).isNegative();
		}
	}

	@Test
	void quotientIsAsVagueAsItsNumeratorAndDenominator() {
		// 1.23 亿元 is off by half a million: 50 yuan for each of 10,000 students
		Value prior = Cases.value(Cases.PER_STUDENT, 2021)
			.is("12340", "123400000", "10000")
			.within("500000", "0")
			.done();
		Value slightly = Cases.value(Cases.PER_STUDENT, 2022)
			.is("12299.08", "123000000", "10001")
			.within("500000", "0")
			.done();
		Value clearly = Cases.value(Cases.PER_STUDENT, 2022)
			.is("12200", "122000000", "10000")
			.within("500000", "0")
			.done();

		assertThat(verdict(Cases.NEVER_DECREASES, slightly, prior).cause()).isEqualTo(Cause.INSIDE_ROUNDING);
		assertThat(verdict(Cases.NEVER_DECREASES, clearly, prior).outcome()).isEqualTo(Outcome.BREACH);
	}

	@Test
	void statedGrowthIsAsVagueAsItsLastDigit() {
		Value equal = Cases.value(Cases.TOTAL, 2022).growth("5.0").statedWithin("0", "0.05").done();
		Value revenue = Cases.value(Cases.REVENUE, 2022).growth("5.02").statedWithin("0", "0.005").done();
		Value clearly = Cases.value(Cases.REVENUE, 2022).growth("5.06").statedWithin("0", "0.005").done();

		assertThat(verdict(Cases.FASTER, equal, revenue).cause()).isEqualTo(Cause.INSIDE_ROUNDING);
		assertThat(verdict(Cases.FASTER, equal, clearly).outcome()).isEqualTo(Outcome.BREACH);
		Value fall = Cases.value(Cases.TOTAL, 2022).growth("-0.1").statedWithin("0", "0.05").done();
		assertThat(verdict(Cases.TOTAL_NEVER_DECREASES, fall).outcome()).isEqualTo(Outcome.BREACH);
	}

	@Test
	void breakInTheSeriesBarsOnlyWhatIsPublished() {
		Value prior = Cases.value(Cases.TOTAL, 2021).is("100").done();
		Value broken = Cases.value(Cases.TOTAL, 2022).is("95").breaks(7L, null).done();
		Value brokenBefore = Cases.value(Cases.TOTAL, 2021).is("100").breaks(null, 8L).done();
		Value current = Cases.value(Cases.TOTAL, 2022).is("95").done();
		Value restating = Cases.value(Cases.TOTAL, 2022).is("95").restated("90").breaks(7L, null).done();

		assertThat(verdict(Cases.TOTAL_NEVER_DECREASES, broken, prior).cause()).isEqualTo(Cause.SERIES_BREAK);
		assertThat(verdict(Cases.TOTAL_NEVER_DECREASES, broken, prior).grounds().seriesBreak()).isEqualTo(7);
		assertThat(verdict(Cases.TOTAL_NEVER_DECREASES, current, brokenBefore).grounds().seriesBreak()).isEqualTo(8);
		Verdict restated = verdict(Cases.TOTAL_NEVER_DECREASES, restating, prior);
		assertThat(restated.outcome()).isEqualTo(Outcome.HOLDS);
		assertThat(restated.classification()).isNull();
		assertThat(restated.grounds()).isEqualTo(Verdict.Grounds.NONE);
	}

	/**
	 * In 2016 100102 passed into 100104 wholly and 100105 was divided; in 2014 100101 got
	 * another code.
	 */
	@ParameterizedTest(name = "{0} in {1}: {2}")
	@CsvSource(textBlock = """
			100104, 2016, 100102 100104, HOLDS, PREDECESSORS, 33.0
			100103, 2014, 100101,        BREACH, PREDECESSORS, 105
			100104, 2016, 100104,        BOUNDARY_CHANGE, , '100102, 100104'
			100106, 2016, 100105,        BOUNDARY_CHANGE, , 100105
			100105, 2016, 100105,        BOUNDARY_CHANGE, , 100105
			""")
	void areasThatPassedOverWhollyAreAddedUp(String region, int year, String known, String outcome,
			@Nullable Source source, String prior, @TempDir Path directory) throws IOException {
		Path file = Files.writeString(directory.resolve("regions.csv"), """
				code,name,level,from,until,successors
				100100,A,city,1981,,
				100101,renumbered,county,1981,2014,100103
				100103,renumbered,county,2014,,
				100102,swallowed,county,1981,2016,100104
				100104,swallower,county,1981,,
				100105,divided,county,1981,,100106[2016]
				100106,split off,county,2016,,
				""");
		Territory territory = Territory.of(Regions.read(new RegionSource(file, "code", "name", "level", "from", "until",
				"successors", null, List.of(4, 2), Map.of("county", "county", "city", "city"))));
		Value current = Cases.value(Cases.PER_STUDENT, year).region(region).is("50", "500", "10").done();
		List<Value> values = new ArrayList<>(List.of(current));
		for (String code : known.split(" ")) {
			// 100 a head in 100101, 100102 and 100105, where there is one; else 30 a head
			boolean one = !code.equals("100104");
			values.add(Cases.value(Cases.PER_STUDENT, year - 1)
				.region(code)
				.is(one ? "105" : "30", one ? "105" : "720", one ? "1" : "24")
				.done());
		}

		Verdict verdict = new Judge(Cases.catalog(), territory)
			.judge(Cases.NEVER_DECREASES, current, new Values(values))
			.orElseThrow();

		if (source == null) {
			assertThat(verdict.cause()).hasToString(outcome);
			assertThat(verdict.grounds().areas()).isEqualTo(prior);
		}
		else {
			assertThat(verdict.outcome()).hasToString(outcome);
			assertThat(verdict.left().source()).isEqualTo(source);
			// (720 + 105) yuan for (24 + 1) students
			assertThat(verdict.left().prior()).isEqualByComparingTo(prior);
			assertThat(verdict.grounds().areas()).isEqualTo(known.replace(" ", ", "));
		}
	}

	private Verdict verdict(Rule rule, Value current, Value... others) {
		List<Value> all = new ArrayList<>(List.of(others));
		all.add(current);
		return this.judge.judge(rule, current, new Values(all)).orElseThrow();
	}

	private static @Nullable Value total(int period, @Nullable String figure) {
		return (figure != null) ? Cases.value(Cases.TOTAL, period).is(figure).done() : null;
	}

	private static List<Value> all(@Nullable Value... values) {
		return Stream.of(values).filter(Objects::nonNull).toList();
	}

}
