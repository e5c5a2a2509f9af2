package org.dudao.sample;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

import org.dudao.DudaoApplication;
import org.dudao.batch.Pipeline;
import org.dudao.catalog.Catalog;
import org.dudao.catalog.CatalogReader;
import org.dudao.database.TestDatabase;
import org.dudao.finding.FindingQuery;
import org.dudao.finding.FindingQuery.Filter;
import org.dudao.indicator.IndicatorQuery;
import org.dudao.indicator.Value;
import org.dudao.region.Regions;
import org.dudao.submission.Plan;
import org.dudao.submission.SubmissionState;
import org.dudao.submission.Submissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The country of {@code docs/another-country}, whose districts have codes of letters,
 * runs through the whole pipeline by its catalogue alone.
 */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class AnotherCountryTests {

	private static final Path COUNTRY = Path.of("docs/another-country");

	private static ConfigurableApplicationContext context;

	private static long run;

	AnotherCountryTests(TestDatabase database) {
		assertThat(context.isActive()).as(database.name()).isTrue();
	}

	@BeforeParameterizedClassInvocation
	static void runNight(TestDatabase database, @TempDir Path home) throws IOException {
		TestDatabase.Connection connection = database.fresh();
		Catalog catalog = CatalogReader.read(COUNTRY.resolve("jobs"));
		context = new SpringApplicationBuilder(DudaoApplication.class).initializers((empty) -> {
			empty.getBeanFactory().registerSingleton("catalog", catalog);
			empty.getBeanFactory().registerSingleton("regions", Regions.read(catalog.regions()));
		})
			.run("--dudao.home=" + home, "--spring.datasource.url=" + connection.url(),
					"--spring.datasource.username=" + connection.user(),
					"--spring.datasource.password=" + connection.password());
		run = context.getBean(Pipeline.class).nightly(COUNTRY.resolve("inbox").toAbsolutePath());
	}

	@AfterParameterizedClassInvocation
	static void stop() {
		context.close();
	}

	@Test
	void onlyTheFileWithAnUnknownKindOfSchoolIsRejected() {
		Submissions submissions = context.getBean(Submissions.class);
		List<SubmissionState> states = context.getBean(Plan.class)
			.entries(run)
			.stream()
			.map((entry) -> submissions.find(Objects.requireNonNull(entry.submission())).orElseThrow().state())
			.toList();
		assertThat(states).containsExactly(SubmissionState.PUBLISHED, SubmissionState.PUBLISHED,
				SubmissionState.PUBLISHED, SubmissionState.PUBLISHED, SubmissionState.REJECTED);
	}

	@Test
	void findingsAreThoseOfItsOwnAct() {
		assertThat(context.getBean(FindingQuery.class).find(Filter.OPEN))
			.extracting((listed) -> listed.subject().rule() + " " + listed.subject().region() + " "
					+ listed.subject().period() + " " + listed.subject().stage())
			.containsExactlyInAnyOrder("pupils-per-teacher NW-ASH 2024 basic", "no-class-above-24 NW-OAK 2024 basic",
					"budget-per-pupil-never-falls NW-OAK 2024 ");
	}

	@Test
	void landIsTheRatioOfTheSumsOfItsDistricts() {
		IndicatorQuery.Filter land = new IndicatorQuery.Filter("budget-per-pupil", "NW", null, null);
		assertThat(context.getBean(IndicatorQuery.class).find(land))
			.filteredOn((value) -> value.key().region().equals("NW"))
			.extracting(AnotherCountryTests::figure)
			.containsExactly(new BigDecimal("5780.28"), new BigDecimal("5823.46"));
	}

	private static BigDecimal figure(Value value) {
		return Objects.requireNonNull(value.value()).setScale(2, RoundingMode.HALF_EVEN);
	}

}
