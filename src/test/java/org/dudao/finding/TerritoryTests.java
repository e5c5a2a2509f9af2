package org.dudao.finding;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.dudao.catalog.RegionSource;
import org.dudao.region.Regions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class TerritoryTests {

	private static Territory territory;

	@BeforeAll
	static void readRegions(@TempDir Path directory) throws IOException {
		Path file = Files.writeString(directory.resolve("regions.csv"), """
				code,name,level,from,until,successors
				100000,P,province,1981,,
				100100,A,city,1981,,
				100200,B,city,1981,,
				100300,C,city,1981,,
				100101,renumbered,county,1981,2014,100103
				100103,renumbered,county,2014,,
				100102,swallowed,county,1981,2016,100104
				100104,swallower,county,1981,,
				100105,divided,county,1981,,100106[2018]
				100106,split off,county,2018,,
				100107,moved,county,1981,2019,100201
				100201,moved,county,2019,,
				100202,stays,county,1981,,
				100301,new without past,county,2015,,
				""");
		territory = Territory
			.of(Regions.read(new RegionSource(file, "code", "name", "level", "from", "until", "successors", null,
					List.of(4, 2), Map.of("county", "county", "city", "city", "province", "province"))));
	}

	@ParameterizedTest(name = "{0} in {1}: {2}")
	@CsvSource(textBlock = """
			100103, 2014, true
			100103, 2015, false
			100104, 2015, false
			100104, 2016, true
			100104, 2017, false
			100105, 2017, false
			100105, 2018, true
			100106, 2018, true
			100201, 2019, true
			100202, 2019, false
			100301, 2015, false
			100100, 2014, false
			100100, 2015, false
			100100, 2016, false
			100100, 2017, false
			100100, 2018, false
			100200, 2019, true
			100100, 2019, true
			100100, 2020, true
			100300, 2015, false
			100000, 2019, false
			""")
	void tellsAnotherAreaFromTheSame(String region, int period, boolean changed) {
		assertThat(territory.change(region, period) != null).isEqualTo(changed);
	}

	@Test
	void levelIsThatOfTheYear() {
		assertThat(territory.isOfLevel("100103", 2014, List.of("county"))).isTrue();
		assertThat(territory.isOfLevel("100103", 2014, List.of("city"))).isFalse();
		assertThat(territory.isOfLevel("100103", 2013, List.of("county"))).isFalse();
		assertThat(territory.isOfLevel("100103", 2014, List.of())).isTrue();
	}

}
