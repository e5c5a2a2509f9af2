package org.dudao.finding;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

import org.dudao.DudaoApplication;
import org.dudao.batch.Pipeline;
import org.dudao.batch.PlannedFile;
import org.dudao.catalog.Catalog;
import org.dudao.catalog.CatalogReader;
import org.dudao.database.TestDatabase;
import org.dudao.finding.FindingQuery.Filter;
import org.dudao.region.Regions;
import org.dudao.submission.Submission.Hints;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What notices and reports have published, recomputed: the errors in them are found, and
 * nothing else is.
 */
class PublishedClaimsTests {

	private static final Path CLAIMS = Path.of("src/test/resources/known-cases/claims.csv").toAbsolutePath();

	private static ConfigurableApplicationContext context;

	@BeforeAll
	static void takeIn(@TempDir Path home) throws IOException {
		TestDatabase.Connection connection = TestDatabase.H2.fresh();
		Catalog catalog = CatalogReader.read(Path.of("jobs"));
		context = new SpringApplicationBuilder(DudaoApplication.class).initializers((empty) -> {
			empty.getBeanFactory().registerSingleton("catalog", catalog);
			empty.getBeanFactory().registerSingleton("regions", Regions.read(catalog.regions()));
		})
			.run("--dudao.home=" + home, "--spring.datasource.url=" + connection.url(),
					"--spring.datasource.username=" + connection.user(),
					"--spring.datasource.password=" + connection.password());
		context.getBean(Pipeline.class).importFiles(List.of(new PlannedFile(CLAIMS, null, Hints.NONE, null)));
	}

	@AfterAll
	static void stop() {
		context.close();
	}

	@Test
	void exactlyThePublishedErrorsAreFound() {
		assertThat(findings()).containsExactlyInAnyOrder(
				// 莲都区: the growth of one income is copied from the line above it.
				"stated-growth-follows-from-years 331102 2022: 1",
				// A county in Sichuan divides by this year instead of the year before,
				"stated-growth-follows-from-years 420602 2021: 4",
				// and subtracts wrongly in another year.
				"stated-difference-follows-from-figures 420602 2022: 1",
				// 2016年预算比2016年, 增长率1291, 占405.
				"stated-base-year-is-earlier 420606 2016: 1", "stated-growths-within-1000 420606 2016: 1",
				"stated-shares-within-100 420606 2016: 1",
				// Three districts are named, 四区 are claimed.
				"stated-list-is-complete 210100 2013: 1",
				// 15 + 45 + 30 points of 100.
				"stated-total-is-sum-of-parts 420607 2018: 1");
	}

	private static List<String> findings() {
		return context.getBean(FindingQuery.class).find(Filter.OPEN).stream().map((listed) -> {
			var subject = listed.subject();
			var count = Objects.requireNonNull(Objects.requireNonNull(listed.verdict()).left().value());
			return subject.rule() + " " + subject.region() + " " + subject.period() + ": "
					+ count.stripTrailingZeros().toPlainString();
		}).toList();
	}

}
