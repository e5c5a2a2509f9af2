package org.dudao.catalog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class NightlyPlanTests {

	@TempDir
	private Path folder;

	@ParameterizedTest
	@CsvSource({ "FISCAL_YEAR, true, --03-31, 2024, 2025-03-31", "FISCAL_YEAR, false, --03-31, 2024, 2024-03-31",
			"SCHOOL_YEAR, false, --10-31, 2024, 2024-10-31", "SCHOOL_YEAR, false, --03-31, 2024, 2025-03-31",
			"SCHOOL_YEAR, true, --10-31, 2024, 2025-10-31", "FISCAL_YEAR, false, --02-29, 2025, 2025-02-28" })
	void dayIsTheFirstOneAfterTheStartOrTheEndOfThePeriod(PeriodKind kind, boolean afterEnd, MonthDay day, int period,
			LocalDate due) {
		assertThat(new Deadline("f", List.of("county"), afterEnd, day, 0, 2024).due(kind, period)).isEqualTo(due);
	}

	@ParameterizedTest
	@CsvSource({ "2025-03-31, 0", "2025-04-10, 0", "2025-04-11, 11", "2026-03-31, 365" })
	void isOverdueOnceTheDaysOfGraceHavePassed(LocalDate today, int days) {
		Deadline deadline = new Deadline("f", List.of("county"), true, MonthDay.of(3, 31), 10, 2024);
		assertThat(deadline.overdue(PeriodKind.FISCAL_YEAR, 2024, today)).isEqualTo(days);
	}

	@Test
	void shippedCalendarIsInOrder() {
		assertThat(NightlyPlan.read(CatalogReader.read(Path.of("jobs"))).deadlines()).extracting(Deadline::feed)
			.containsExactly("class-size", "funding");
		assertThat(NightlyPlan.read(CatalogReader.read(Path.of("jobs"))).schedules()).extracting(Schedule::name)
			.containsExactly("night");
	}

	@Test
	void mistakesAreNamedWithTheirPlace() throws IOException {
		assertThat(mistakes("""
				deadlines:
				  - {feed: fundin, levels: [county], after: end, due: 02-31, since: 2024}
				""")).containsExactlyInAnyOrder("catalog.unknown.feed", "catalog.nightly.day");
		assertThat(mistakes("""
				schedules:
				  - {name: night, cron: "30 1 * * *", zone: Asia/Shanghai}
				  - {name: night, cron: "0 30 1 * * *", zone: Asia/Xiangyang}
				deadlines: []
				""")).containsExactlyInAnyOrder("catalog.name.twice", "catalog.nightly.cron", "catalog.nightly.zone");
	}

	private List<String> mistakes(String yaml) throws IOException {
		Catalog shipped = CatalogReader.read(Path.of("jobs"));
		Files.writeString(this.folder.resolve("nightly.yaml"), yaml);
		Catalog catalog = new Catalog(this.folder, "v", shipped.stages(), shipped.regions(), shipped.feeds(),
				shipped.parameters(), shipped.indicators(), shipped.rules(), shipped.scorecards(), shipped.coverage());
		CatalogInvalid invalid = catchThrowableOfType(CatalogInvalid.class, () -> NightlyPlan.read(catalog));
		return invalid.mistakes().stream().map((mistake) -> mistake.message().code()).toList();
	}

}
