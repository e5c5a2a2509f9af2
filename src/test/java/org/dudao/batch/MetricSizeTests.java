package org.dudao.batch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.dudao.catalog.Catalog;
import org.dudao.database.TestDatabase;
import org.dudao.region.Region;
import org.dudao.region.Regions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** How many series there are in a whole country. */
class MetricSizeTests {

	private static final int YEAR = 2016;

	private static final int MOST = 20_000;

	private House house;

	private List<Region> counties;

	@BeforeEach
	void open() {
		this.house = House.on(TestDatabase.H2);
		Regions regions = this.house.part(Regions.class);
		this.counties = new ArrayList<>();
		for (int province = 11; province < 66; province++) {
			counties(province + "0000", regions);
		}
	}

	private void counties(String area, Regions regions) {
		regions.children(area, YEAR).forEach((child) -> {
			if (child.level().equals("county")) {
				this.counties.add(child);
			}
			counties(child.code(), regions);
		});
	}

	private void publish(List<String> feeds) {
		List<Object[]> slots = new ArrayList<>();
		for (String feed : feeds) {
			// One in fifty is missing, in some city or other.
			this.counties.stream()
				.filter((county) -> Math.floorMod((feed + county.code()).hashCode(), 50) != 0)
				.forEach((county) -> slots.add(new Object[] { feed, county.code(), YEAR, 1 }));
		}
		this.house.part(JdbcTemplate.class)
			.batchUpdate(
					"insert into slot (feed, part, region, period, submission_id, facts) values (?, 'all', ?, ?, ?, 1)",
					slots);
		this.house.clock().set(Instant.parse("2026-11-22T00:00:00Z"));
	}

	@Test
	void countryThatSendsTwoFeedsIsToldCityByCity() {
		publish(List.of("funding", "class-size"));
		Scrape scrape = Scrape.of(this.house);
		assertThat(this.counties.size()).isGreaterThanOrEqualTo(2_850);
		assertThat(scrape.value("dudao_expected_submissions", "city=\"420600\"", "feed=\"class-size\"")).isPositive();
		assertThat(scrape.beginning("dudao_missing_submissions{")).hasSizeBetween(600, 1_000);
		assertThat(scrape.series()).hasSizeLessThan(MOST / 2);
	}

	@Test
	void countryThatSendsEveryFeedIsToldProvinceByProvince() {
		publish(this.house.part(Catalog.class).feeds().stream().map((feed) -> feed.name()).toList());
		Scrape scrape = Scrape.of(this.house);
		assertThat(scrape.series()).hasSizeLessThan(MOST);
		assertThat(scrape.value("dudao_expected_submissions", "city=\"420000\"", "feed=\"safety\""))
			.isGreaterThanOrEqualTo(100);
		assertThat(scrape.series().keySet()).noneMatch((series) -> series.contains("city=\"420600\""));
	}

}
