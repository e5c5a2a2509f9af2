package org.dudao.indicator;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.dudao.indicator.IndicatorQuery.Filter;
import org.dudao.indicator.Value.Origin;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

class IndicatorsTests extends WarehouseTest {

	private static final String BY_STAGE = "spending-by-stage";

	private static final String ALL = "spending-per-student";

	@Test
	void dividesSumsByStageAndOverAllStages() {
		long file = this.warehouse.file("funding", "420602 2022 primary standard students=300 spending=100",
				"420602 2022 junior standard students=100 spending=500");

		this.warehouse.compute();

		assertThat(this.warehouse.value(BY_STAGE, "420602", 2022, "primary")).isEqualTo("0.3333333333");
		assertThat(this.warehouse.value(BY_STAGE, "420602", 2022, "junior")).isEqualTo("5");
		Value all = this.warehouse.live(ALL, "420602", 2022, "").orElseThrow();
		assertThat(all.value()).isEqualByComparingTo("1.5");
		assertThat(all.numerator()).isEqualByComparingTo("600");
		assertThat(all.denominator()).isEqualByComparingTo("400");
		assertThat(all.stages()).isEqualTo("junior,primary");
		assertThat(all.sources()).isEqualTo(new Value.Sources(file, file, null));
		assertThat(all.origin()).isEqualTo(Origin.REPORTED);
	}

	@Test
	void missingIsNotZero() {
		this.warehouse.file("funding", "420602 2022 primary standard students=300 spending=100",
				"420602 2022 junior standard students=100");

		this.warehouse.compute();

		assertThat(this.warehouse.value(BY_STAGE, "420602", 2022, "primary")).isEqualTo("0.3333333333");
		assertThat(this.warehouse.value(BY_STAGE, "420602", 2022, "junior")).isEqualTo("- MISSING");
		assertThat(this.warehouse.value(ALL, "420602", 2022, "")).isEqualTo("- MISSING");
		assertThat(this.warehouse.value("spending", "420602", 2022, "")).isEqualTo("- MISSING");
	}

	@Test
	void zeroIsAFigureAndNoStudentsGiveNoRatio() {
		this.warehouse.file("funding", "420602 2022 primary standard students=300 spending=0",
				"420602 2022 junior standard students=0 spending=0");

		this.warehouse.compute();

		assertThat(this.warehouse.value(BY_STAGE, "420602", 2022, "primary")).isEqualTo("0");
		assertThat(this.warehouse.value(BY_STAGE, "420602", 2022, "junior")).isEqualTo("- DENOMINATOR_ZERO");
		assertThat(this.warehouse.value(ALL, "420602", 2022, "")).isEqualTo("0");
	}

	@Test
	void withheldIsSaidRatherThanMissing() {
		this.warehouse.file("funding", "420602 2022 primary standard students=300 spending=*",
				"420602 2022 junior standard spending=*");

		this.warehouse.compute();

		assertThat(this.warehouse.value(BY_STAGE, "420602", 2022, "primary")).isEqualTo("- SUPPRESSED");
		assertThat(this.warehouse.value(BY_STAGE, "420602", 2022, "junior")).isEqualTo("- SUPPRESSED");
	}

	@Test
	void oneSchoolThatGivesNothingMakesTheSumUnknown() {
		this.warehouse.file("class-size", "420602 2022 primary A classes=10 large=1 extra_large=0",
				"420602 2022 primary B classes=30 large=0", "420602 2022 junior A classes=10 large=1 extra_large=1",
				"420602 2022 junior B classes=10 large=0 extra_large=0");

		this.warehouse.compute();

		assertThat(this.warehouse.value("large-share", "420602", 2022, "primary")).isEqualTo("- MISSING");
		assertThat(this.warehouse.value("large-share", "420602", 2022, "junior")).isEqualTo("10");
	}

	@Test
	void aFieldWhoseNameEndsInTheWithheldOneIsNotWithheld() {
		this.warehouse.file("class-size", "420602 2022 primary A classes=10 large=* extra_large=0",
				"420602 2022 junior A classes=10 extra_large=*");

		this.warehouse.compute();

		Value junior = this.warehouse.live("large-share", "420602", 2022, "junior").orElseThrow();
		assertThat(this.warehouse.value("large-share", "420602", 2022, "primary")).isEqualTo("- SUPPRESSED");
		assertThat(junior.gap()).isEqualTo(Gap.SUPPRESSED);
	}

	@Test
	void statedRatioCountsWhereTotalsAreNotGiven() {
		this.warehouse.file("funding",
				"420602 2022 primary standard spending_per_student=99.5 prior_spending_per_student=100"
						+ " spending_per_student_growth=-0.5",
				"420602 2022 junior standard spending_per_student=7 students=10 spending=80");

		this.warehouse.compute();

		Value primary = this.warehouse.live(BY_STAGE, "420602", 2022, "primary").orElseThrow();
		assertThat(primary.value()).isEqualByComparingTo("99.5");
		assertThat(primary.prior()).isEqualByComparingTo("100");
		assertThat(primary.growth()).isEqualByComparingTo("-0.5");
		assertThat(primary.gap()).isNull();
		assertThat(this.warehouse.value(BY_STAGE, "420602", 2022, "junior")).isEqualTo("8");
	}

	@Test
	void severalStatedRatiosAreNeverAveraged() {
		this.warehouse.file("class-size", "420602 2022 primary A large_share=5", "420602 2022 primary B large_share=7",
				"420602 2022 junior A large_share=5");

		this.warehouse.compute();

		assertThat(this.warehouse.value("large-share", "420602", 2022, "primary")).isEqualTo("- CONFLICT");
		assertThat(this.warehouse.value("large-share", "420602", 2022, "junior")).isEqualTo("5");
	}

	@Test
	void numeratorAndDenominatorMeetFromDifferentFiles() {
		long students = this.warehouse.file("funding", "420602 2022 primary standard students=300",
				"420602 2022 junior standard students=100");
		this.warehouse.compute();
		assertThat(this.warehouse.live(BY_STAGE, "420602", 2022, "primary")).isEmpty();

		long spending = this.warehouse.file("funding", "420602 2022 primary standard spending=600",
				"420602 2022 junior old-calibre spending=600");
		this.warehouse.compute();

		Value primary = this.warehouse.live(BY_STAGE, "420602", 2022, "primary").orElseThrow();
		assertThat(primary.value()).isEqualByComparingTo("2");
		assertThat(primary.sources()).isEqualTo(new Value.Sources(spending, students, spending));
		assertThat(this.warehouse.value(BY_STAGE, "420602", 2022, "junior")).isEqualTo("- MISSING");
	}

	@Test
	void allStagesNeedTheSameStagesAboveAndBelow() {
		this.warehouse.file("funding", "420602 2022 primary standard students=300",
				"420602 2022 junior standard students=100");
		this.warehouse.file("funding", "420602 2022 primary standard spending=600");

		this.warehouse.compute();

		assertThat(this.warehouse.value(ALL, "420602", 2022, "")).isEqualTo("- STAGES_DIFFER");
		assertThat(this.warehouse.value("spending", "420602", 2022, "")).isEqualTo("600");
	}

	@Test
	void cityAndProvinceAreRatiosOfSums() {
		this.warehouse.file("funding", "420602 2022 primary standard students=100 spending=1000",
				"420606 2022 primary standard students=300 spending=1500",
				"420607 2022 primary standard students=0 spending=0",
				"420702 2022 primary standard students=400 spending=7500");

		Computed computed = this.warehouse.compute();

		Value city = this.warehouse.live(BY_STAGE, "420600", 2022, "primary").orElseThrow();
		assertThat(city.value()).isEqualByComparingTo("6.25");
		assertThat(city.origin()).isEqualTo(Origin.AGGREGATED);
		assertThat(city.coverage().covered()).isEqualTo(3);
		assertThat(city.coverage().expected()).isEqualTo(3);
		assertThat(city.gap()).isNull();
		assertThat(this.warehouse.value(BY_STAGE, "420000", 2022, "primary")).isEqualTo("12.5");
		assertThat(this.warehouse.value(ALL, "420000", 2022, "")).isEqualTo("12.5");
		assertThat(computed.changed()).isEqualTo(computed.computed());
	}

	@Test
	void aSumThatLacksARegionIsShownAndNotTheWhole() {
		this.warehouse.file("funding", "420602 2022 primary standard students=100 spending=1000",
				"420606 2022 primary standard students=300 spending=*",
				"420702 2022 primary standard students=400 spending=7500");

		this.warehouse.compute();

		Value city = this.warehouse.live(BY_STAGE, "420600", 2022, "primary").orElseThrow();
		assertThat(city.value()).isEqualByComparingTo("10");
		assertThat(city.gap()).isEqualTo(Gap.INCOMPLETE);
		assertThat(city.coverage().covered()).isEqualTo(1);
		assertThat(city.coverage().expected()).isEqualTo(3);
		assertThat(this.warehouse.value(BY_STAGE, "420700", 2022, "primary")).isEqualTo("18.75");
		assertThat(this.warehouse.value(BY_STAGE, "420000", 2022, "primary")).isEqualTo("17 INCOMPLETE");
	}

	@Test
	void countiesDirectlyUnderAProvinceAddUpToIt() {
		this.warehouse.file("funding", "110101 2022 primary standard students=100 spending=1000",
				"110102 2022 primary standard students=100 spending=2000");

		this.warehouse.compute();

		assertThat(this.warehouse.value(BY_STAGE, "110000", 2022, "primary")).isEqualTo("15");
	}

	@Test
	void ratiosAloneAreNotAddedUp() {
		this.warehouse.file("funding", "110101 2022 primary standard spending_per_student=10",
				"110102 2022 primary standard spending_per_student=20");

		this.warehouse.compute();

		assertThat(this.warehouse.value(BY_STAGE, "110000", 2022, "primary")).isEqualTo("- NOT_ADDITIVE");
	}

	@Test
	void aRegionsOwnReportBeatsTheSumUntilItIsWithdrawn() {
		this.warehouse.file("funding", "110101 2022 primary standard students=100 spending=1000",
				"110102 2022 primary standard students=100 spending=2000");
		this.warehouse.compute();
		this.warehouse.file("funding", "110000 2022 primary standard students=100 spending=9000");
		this.warehouse.compute();
		assertThat(this.warehouse.value(BY_STAGE, "110000", 2022, "primary")).isEqualTo("90");

		this.warehouse.file("funding", "110101 2022 primary standard students=100 spending=3000");
		this.warehouse.compute();
		assertThat(this.warehouse.value(BY_STAGE, "110000", 2022, "primary")).isEqualTo("90");

		this.warehouse.withdraw("funding", "110000", 2022);
		this.warehouse.compute();
		assertThat(this.warehouse.value(BY_STAGE, "110000", 2022, "primary")).isEqualTo("25");
	}

	@Test
	void totalsAddUpWithTheirRestatedPriorYear() {
		this.warehouse.file("funding", "110101 2022 primary standard spending=1000 prior_spending=900",
				"110102 2022 primary standard spending=2000 prior_spending=2200");

		this.warehouse.compute();

		assertThat(this.warehouse.live("spending", "110000", 2022, "").orElseThrow().prior())
			.isEqualByComparingTo("3100");
	}

	@Test
	void computingAgainChangesNothing() {
		this.warehouse.file("funding", "420602 2022 primary standard students=100 spending=1000",
				"420606 2022 primary standard students=300 spending=*");
		this.warehouse.compute();
		List<?> rows = this.warehouse.jdbc().queryForList("select * from indicator_value order by id");

		Computed second = this.warehouse.indicators().computeAll(this.warehouse.now().plusSeconds(60));

		// Three indicators of two counties; nothing climbs to the city where nothing
		// changed. Two formulas hang on them, which are worked out anew in the counties,
		// the city and the province.
		assertThat(second.computed()).isEqualTo(6 + 2 * 4);
		assertThat(second.changed()).isZero();
		assertThat(this.warehouse.jdbc().queryForList("select * from indicator_value order by id")).isEqualTo(rows);
	}

	@Test
	void oneCountyAmongManyRecomputesItselfAndItsParentsOnly() {
		List<String> rows = new ArrayList<>();
		for (String county : List.of("420602", "420606", "420607", "420702", "110101", "110102")) {
			rows.add(county + " 2022 primary standard students=100 spending=1000");
			rows.add(county + " 2021 primary standard students=100 spending=1000");
		}
		this.warehouse.file("funding", rows.toArray(String[]::new));
		this.warehouse.compute();

		this.warehouse.file("funding", "420606 2022 primary standard students=100 spending=1100");
		Computed computed = this.warehouse.compute();

		// Three indicators of what the file fills and one formula over them, in county,
		// city and province.
		assertThat(computed.computed()).isEqualTo(3 * (3 + 1));
		assertThat(computed.changedKeys()).extracting(ValueKey::region).containsOnly("420606", "420600", "420000");
		assertThat(computed.changedKeys()).extracting(ValueKey::period).containsOnly(2022);
	}

	@Test
	void aReplacedFileLeavesThePastAsItWas() {
		this.warehouse.file("funding", "420602 2022 primary standard students=100 spending=1000");
		this.warehouse.compute();
		var before = this.warehouse.now();
		this.warehouse.file("funding", "420602 2022 junior standard students=100 spending=3000");
		this.warehouse.compute();

		IndicatorQuery query = new IndicatorQuery(this.warehouse.jdbc(), Warehouse.REGIONS);

		assertThat(this.warehouse.value(BY_STAGE, "420602", 2022, "primary")).isEqualTo("none");
		assertThat(query.find(new Filter(BY_STAGE, "420600", null, null))).extracting((value) -> value.key().stage())
			.containsExactly("junior", "junior");
		assertThat(query.find(new Filter(BY_STAGE, "420600", 2022, before)))
			.extracting((value) -> value.key().region() + value.key().stage())
			.containsExactly("420600primary", "420602primary");
		assertThat(query.find(new Filter(null, "110000", null, null))).isEmpty();
	}

	@Test
	void anEmptiedSlotLeavesNothingBehind() {
		this.warehouse.file("funding", "420602 2022 primary standard students=100 spending=1000");
		this.warehouse.compute();

		this.warehouse.withdraw("funding", "420602", 2022);
		Computed computed = this.warehouse.compute();

		assertThat(this.warehouse.indicators().liveKeys()).isEmpty();
		assertThat(computed.changedKeys()).extracting(ValueKey::region).contains("420602", "420600", "420000");
		assertThat(this.warehouse.indicators().computeAll(this.warehouse.now()).computed()).isZero();
	}

	@Test
	void moreRegionsThanOneStatementNames() {
		Set<Place> places = new HashSet<>();
		for (int i = 0; i < 1201; i++) {
			places.add(new Place(String.valueOf(100000 + i), 2022));
		}
		this.warehouse.file("funding", "420602 2022 primary standard students=100 spending=1000",
				"101200 2022 primary standard students=5 spending=1");
		places.add(new Place("420602", 2022));
		var feed = Warehouse.CATALOG.feed("funding").orElseThrow();
		Terms terms = new Terms(feed,
				Warehouse.CATALOG.indicators().stream().filter((known) -> "funding".equals(known.feed())).toList());
		FactReader reader = new FactReader(JdbcClient.create(this.warehouse.jdbc()), feed, terms,
				new Parameters(Warehouse.CATALOG, Warehouse.REGIONS));

		Slots slots = reader.slots(places);
		Facts facts = reader.facts(slots, places);

		assertThat(slots.submissions()).containsExactly(1L);
		assertThat(facts.of(1, new Place("420602", 2022))).singleElement()
			.satisfies((group) -> assertThat(group.sums().get(0).sum()).isEqualByComparingTo(BigDecimal.valueOf(1000)));
		assertThat(facts.of(1, new Place("101200", 2022))).hasSize(1);
	}

}
