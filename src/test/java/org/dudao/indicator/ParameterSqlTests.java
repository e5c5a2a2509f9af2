package org.dudao.indicator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.dudao.catalog.Parameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ParameterSqlTests {

	private static final String NOTHING = "cast(null as decimal(38, 10))";

	@ParameterizedTest(name = "{0} at {1}")
	@CsvSource(delimiter = '|',
			textBlock = """
					least_books | 420602-2022 110101-1999                         | 15
					asleep      | 420602-2022                                     | NOTHING
					quota       | 420602-2015 110101-2015                         | NOTHING
					quota       | 420602-2016 110101-2016 420702-2021             | (case s when 'primary' then 600 when 'junior' then 800 else NOTHING end)
					quota       | 420602-2022 420606-2022                         | (case s when 'primary' then 700.5 when 'junior' then 800 else NOTHING end)
					quota       | 420702-2022 420600-2022 420602-2022 420606-2022 | (case when r in ('420702') then (case s when 'primary' then 600 when 'junior' then 800 else NOTHING end) else (case s when 'primary' then 700.5 when 'junior' then 800 else NOTHING end) end)
					quota       | 420702-2022 420702-2023                         | (case when (p in (2023)) then (case s when 'primary' then 720 when 'junior' then 800 else NOTHING end) else (case s when 'primary' then 600 when 'junior' then 800 else NOTHING end) end)
					quota       | 420702-2022 420602-2022 420702-2023 420602-2023 | (case when ((p = 2022 and r in ('420602'))) then (case s when 'primary' then 700.5 when 'junior' then 800 else NOTHING end) when ((p = 2022 and r in ('420702'))) then (case s when 'primary' then 600 when 'junior' then 800 else NOTHING end) else (case s when 'primary' then 720 when 'junior' then 800 else NOTHING end) end)
					""")
	void hasNoMoreConditionsThanThePlacesNeed(String parameter, String places, String sql) {
		assertThat(sql(places(places.split(" +")), "s").of(parameter(parameter)))
			.isEqualTo(sql.replace("NOTHING", NOTHING));
	}

	@Test
	void factsWithoutAStageHaveOnlyWhatIsForEveryStage() {
		assertThat(sql(places("420602-2022"), null).of(parameter("quota"))).isEqualTo(NOTHING);
		assertThat(sql(places("420602-2022"), null).of(parameter("least_books"))).isEqualTo("15");
	}

	@Test
	void aWholeCountryNamesOnlyTheFewThatDiffer() {
		List<Place> country = new ArrayList<>(places("110101-2022", "420602-2022"));
		for (int i = 0; i < 3000; i++) {
			country.add(new Place(String.valueOf(500000 + i), 2022));
		}

		String sql = sql(country, "s").of(parameter("quota"));

		assertThat(sql).contains("r in ('110101')")
			.contains("r in ('420602')")
			.doesNotContain("'500")
			.hasSizeLessThan(500);
	}

	private static ParameterSql sql(List<Place> places, String stage) {
		return new ParameterSql(new Parameters(Warehouse.CATALOG, Warehouse.REGIONS), "r", "p", stage, places);
	}

	private static Parameter parameter(String name) {
		return Warehouse.CATALOG.parameter(name).orElseThrow();
	}

	private static List<Place> places(String... places) {
		return Arrays.stream(places)
			.map((place) -> place.split("-"))
			.map((place) -> new Place(place[0], Integer.parseInt(place[1])))
			.toList();
	}

}
