package org.dudao.indicator;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Parameters, conditions on rows and coefficients of variation, out of facts. */
class SchoolIndicatorsTests extends WarehouseTest {

	@Test
	void aParameterIsWhatTheStageTheYearAndTheProvinceMakeIt() {
		this.warehouse.file("schools", "420602 2016 primary A public pupils=100 funds=60000",
				"420602 2016 junior A public pupils=100 funds=60000", "420602 2022 primary A public pupils=2 funds=0",
				"420702 2022 primary A public pupils=2 funds=0", "110101 2022 primary A public pupils=2 funds=0",
				"110101 2022 junior A public pupils=2 funds=0", "420602 2023 primary A public pupils=2 funds=0",
				"110102 2023 primary A public pupils=2 funds=0");

		this.warehouse.compute();

		assertThat(this.warehouse.value("under-quota", "420602", 2016, "primary")).isEqualTo("0");
		assertThat(this.warehouse.value("under-quota", "420602", 2016, "junior")).isEqualTo("1");
		assertThat(this.warehouse.value("funds-needed", "420602", 2016, "")).isEqualTo("140000");
		assertThat(this.warehouse.value("funds-needed", "420602", 2022, "")).isEqualTo("1401");
		assertThat(this.warehouse.value("funds-needed", "420702", 2022, "")).isEqualTo("1200");
		assertThat(this.warehouse.value("funds-needed", "110101", 2022, "")).isEqualTo("3900");
		assertThat(this.warehouse.value("funds-needed", "420602", 2023, "")).isEqualTo("1440");
		assertThat(this.warehouse.value("funds-needed", "110102", 2023, "")).isEqualTo("2300");
	}

	/** One hundred pupils are paid for where there are fewer. */
	@ParameterizedTest
	@CsvSource({ "99, 60000, 0", "99, 59999.99, 1", "100, 60000, 0", "101, 60000, 1", "101, 60600, 0", "0, 60000, 0" })
	void aSmallSchoolCountsAsOneHundred(int pupils, String funds, String under) {
		this.warehouse.file("schools", "420602 2016 primary A public pupils=" + pupils + " funds=" + funds);

		this.warehouse.compute();

		assertThat(this.warehouse.value("under-quota", "420602", 2016, "primary")).isEqualTo(under);
	}

	@Test
	void whereAParameterHasNoValueNothingIsComputed() {
		this.warehouse.file("schools", "420602 2015 primary A public pupils=100 funds=1",
				"420606 2016 primary A public pupils=100 funds=1", "420607 2016 primary A public funds=1");

		this.warehouse.compute();

		assertThat(this.warehouse.value("under-quota", "420602", 2015, "primary")).isEqualTo("- PARAMETER_MISSING");
		assertThat(this.warehouse.live("under-quota", "420602", 2015, "primary").orElseThrow().gapOf())
			.isEqualTo("quota");
		assertThat(this.warehouse.value("under-quota", "420606", 2016, "primary")).isEqualTo("1");
		assertThat(this.warehouse.value("under-quota", "420607", 2016, "primary")).isEqualTo("- MISSING");
		assertThat(this.warehouse.live("under-quota", "420607", 2016, "primary").orElseThrow().gapOf()).isNull();
		assertThat(this.warehouse.live("never-known", "420606", 2016, "").orElseThrow().gapOf()).isEqualTo("asleep");
	}

	@Test
	void longListsOfRegionsAreWorkedOutOnceAFact() {
		List<String> rows = new ArrayList<>();
		for (String county : List.of("420602", "420606", "420607", "420702", "110101", "110102")) {
			for (int year = 2015; year <= 2024; year++) {
				rows.add(county + " " + year + " primary A public pupils=1 funds=0");
				rows.add(county + " " + year + " junior A public pupils=1 funds=0");
			}
		}
		this.warehouse.file("schools", rows.toArray(String[]::new));

		this.warehouse.compute();

		Parameters parameters = new Parameters(Warehouse.CATALOG, Warehouse.REGIONS);
		for (String row : rows) {
			String[] cells = row.split(" ");
			Place place = new Place(cells[0], Integer.parseInt(cells[1]));
			BigDecimal primary = parameters.value("quota", "primary", place).orElse(null);
			BigDecimal junior = parameters.value("quota", "junior", place).orElse(null);
			assertThat(this.warehouse.value("funds-needed", place.region(), place.period(), "")).as(row)
				.isEqualTo((primary != null && junior != null)
						? primary.add(junior).stripTrailingZeros().toPlainString() : "- PARAMETER_MISSING");
		}
	}

	@Test
	void onlyTheRowsThatMeetTheConditionCount() {
		this.warehouse.file("schools", "420602 2022 primary A public pupils=50 books=100",
				"420602 2022 primary B private pupils=50 books=900", "420602 2022 primary C public pupils=49 books=900",
				"420602 2022 primary D private pupils=50", "420602 2022 primary E private pupils=50 books=*",
				"420602 2022 junior A private pupils=50 books=900");

		this.warehouse.compute();

		assertThat(this.warehouse.value("books-of-public-schools", "420602", 2022, "primary")).isEqualTo("2");
		assertThat(this.warehouse.value("books-of-public-schools", "420602", 2022, "junior"))
			.isEqualTo("- DENOMINATOR_ZERO");
		assertThat(this.warehouse.value("public-schools", "420602", 2022, "primary")).isEqualTo("2");
		assertThat(this.warehouse.value("public-schools", "420602", 2022, "junior")).isEqualTo("0");
	}

	@ParameterizedTest
	@CsvSource({ "public books=1, MISSING", "public pupils=50, MISSING", "public pupils=* books=1, SUPPRESSED",
			"public pupils=50 books=*, SUPPRESSED" })
	void aRowThatMayCountAndSaysNothingIsAGap(String row, Gap gap) {
		this.warehouse.file("schools", "420602 2022 primary A public pupils=50 books=100",
				"420602 2022 primary B " + row);

		this.warehouse.compute();

		assertThat(this.warehouse.value("books-of-public-schools", "420602", 2022, "primary")).isEqualTo("- " + gap);
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource(textBlock = """
			45=279 37=137 89=935 76=160 55=402, 0.5152566299, 3.2638607052, 6.3344370861
			100=100 100=300,                    0.5,          1,            2
			3=1 3=3,                            0.5,          0.3333333333, 0.6666666667
			3=7 3=7 3=7,                        0,            0,            2.3333333333
			3=7 6=14 9=21,                      0,            0,            2.3333333333
			7=100.5 11=200.25 13=33.333333,     0.6610769920, 7.1243485435, 10.7768817097
			500=3,                              0,            0,            0.006
			500=3 0=0,                          0,            0,            0.006
			7=999999999999.999999 7=0,          1,            71428571428.5714285,  71428571428.5714285
			""")
	void spreadIsWeightedByPupils(String schools, BigDecimal variation, BigDecimal deviation, BigDecimal mean) {
		schools(schools);

		this.warehouse.compute();

		Value value = this.warehouse.live("books-apart", "420602", 2022, "primary").orElseThrow();
		assertThat(value.value()).isEqualByComparingTo(variation);
		assertThat(value.numerator()).isEqualByComparingTo(deviation);
		assertThat(value.denominator()).isEqualByComparingTo(mean);
		assertThat(value.gap()).isNull();
		assertThat(this.warehouse.value("books-apart", "420600", 2022, "primary")).isEqualTo("none");
	}

	@ParameterizedTest(name = "{0}: {1}")
	@CsvSource({ "45=279 0=1, DENOMINATOR_ZERO", "0=0, DENOMINATOR_ZERO", "45=0 10=0, DENOMINATOR_ZERO",
			"45=279 37=, MISSING", "45=279 37=*, SUPPRESSED" })
	void aSchoolThatCannotBeComparedIsAGap(String schools, Gap gap) {
		schools(schools);

		this.warehouse.compute();

		assertThat(this.warehouse.value("books-apart", "420602", 2022, "primary")).isEqualTo("- " + gap);
	}

	/** The other database computes the very same in its own run of this test. */
	@Test
	void everyDatabaseComesToTheSameDigit() {
		Random random = new Random(20261121);
		List<String> rows = new ArrayList<>();
		for (int school = 0; school < 400; school++) {
			rows.add(List.of("420602", "420606", "110101").get(school % 3) + " 2022 "
					+ ((school % 2 == 0) ? "primary" : "junior") + " S" + school + " public pupils="
					+ (1 + random.nextInt(2999)) + " books=" + random.nextInt(90000) + "."
					+ (1 + random.nextInt(999999)) + " funds=" + random.nextInt(900000) + "." + random.nextInt(99));
		}
		this.warehouse.file("schools", rows.toArray(String[]::new));

		this.warehouse.compute();

		assertThat(this.warehouse.jdbc()
			.queryForList("select region, stage, figure, numerator, denominator from indicator_value"
					+ " where indicator in ('books-apart', 'books-each') order by indicator, region, stage")
			.stream()
			.map((row) -> String.join(" ", row.values().stream().map(String::valueOf).toList()))
			.collect(Collectors.joining("\n"))).isEqualTo("""
					110101 junior 1.3996259820 41.6702833993 29.7724420207
					110101 primary 2.4993330276 74.0813329443 29.6404409204
					420602 junior 1.6830969306 44.9048889091 26.6799184842
					420602 primary 1.5091617369 47.7341886971 31.6296043897
					420606 junior 0.9844549704 30.4293539865 30.9098484971
					420606 primary 1.3951189009 40.3534214369 28.9247184670
					110000 junior 84896.0591416595 84896.0591416595 null
					110000 primary 129272.1903892406 129272.1903892406 null
					110101 junior 84896.0591416595 84896.0591416595 null
					110101 primary 129272.1903892406 129272.1903892406 null
					420000 junior 113718.9860019661 113718.9860019661 null
					420000 primary 156932.3090391260 156932.3090391260 null
					420600 junior 113718.9860019661 113718.9860019661 null
					420600 primary 156932.3090391260 156932.3090391260 null
					420602 junior 69133.8865504892 69133.8865504892 null
					420602 primary 90021.7241238453 90021.7241238453 null
					420606 junior 44585.0994514769 44585.0994514769 null
					420606 primary 66910.5849152807 66910.5849152807 null""");
	}

	private void schools(String schools) {
		List<String> rows = new ArrayList<>();
		for (String school : schools.split(" ")) {
			String[] pair = school.split("=", 2);
			rows.add("420602 2022 primary S" + rows.size() + " public pupils=" + pair[0]
					+ (pair[1].isEmpty() ? "" : " books=" + pair[1]));
		}
		this.warehouse.file("schools", rows.toArray(String[]::new));
	}

}
