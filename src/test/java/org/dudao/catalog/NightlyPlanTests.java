package org.dudao.catalog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;

import org.dudao.message.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

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

	/**
	 * The 31st of February, the 31st of a month of 30 days, a fifth Sunday on the 1st.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "0 0 0 31 2 *", "0 0 0 31 4,6 *", "0 0 0 1 1 SUN#5" })
	void scheduleThatIsNeverDueIsAMistake(String cron) throws IOException {
		List<Mistake> mistakes = found("""
				schedules:
				  - {name: night, cron: "0 30 1 * * *", zone: Asia/Shanghai}
				  - {name: yearly, cron: "%s", zone: Asia/Shanghai}
				deadlines: []
				""".formatted(cron));
		assertThat(mistakes).extracting(Mistake::message)
			.containsExactly(Message.of("catalog.nightly.never", "yearly", cron));
		assertThat(mistakes.get(0).line()).isEqualTo(3);
	}

	/** After 2026 a 29th of February is a Monday in 2044 only. */
	@Test
	void rareDayIsADay() throws IOException {
		assertThat(found("""
				schedules:
				  - {name: leap, cron: "0 0 0 29 2 MON", zone: Asia/Shanghai}
				deadlines: []
				""")).isEmpty();
	}

	private List<String> mistakes(String yaml) throws IOException {
		return found(yaml).stream().map((mistake) -> mistake.message().code()).toList();
	}

	private List<Mistake> found(String yaml) throws IOException {
		Catalog shipped = CatalogReader.read(Path.of("jobs"));
		Files.writeString(this.folder.resolve("nightly.yaml"), yaml);
		Catalog catalog = new Catalog(this.folder, "v", shipped.stages(), shipped.regions(), shipped.feeds(),
				shipped.parameters(), shipped.indicators(), shipped.rules(), shipped.scorecards(), shipped.coverage());
		try {
			NightlyPlan.read(catalog);
			return List.of();
		}
		catch (CatalogInvalid invalid) {
			return invalid.mistakes();
		}
	}

}
