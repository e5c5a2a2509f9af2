package org.dudao.batch;

import java.time.LocalDate;
import java.util.List;

import org.dudao.database.TestDatabase;
import org.dudao.report.Status;
import org.dudao.report.Status.Cell;
import org.dudao.report.Status.State;
import org.dudao.report.Status.Totals;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The grid of what is there, what waits and what is overdue, by the shipped calendar. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class StatusGridTests {

	private final TestDatabase database;

	private House house;

	StatusGridTests(TestDatabase database) {
		this.database = database;
	}

	@BeforeEach
	void open() {
		this.house = House.on(this.database);
	}

	private List<Cell> grid(Integer period) {
		return this.house.part(Status.class).grid(null, "funding", period, null);
	}

	private static Cell of(List<Cell> cells, String region) {
		return cells.stream().filter((cell) -> cell.region().equals(region)).findFirst().orElseThrow();
	}

	@Test
	void tellsWhatIsThereWhatWaitsAndWhatIsOverdue() {
		this.house.put("420602/funding.csv", Sheets.funding("420602", 2024, 1000, 12_000_000L));
		this.house.put("420606/bad.csv", Sheets.funding("420606", 2024, 1000, 12_000_000L)
				+ Sheets.fundingRow("420606", 2024, "初中", 900, 13_000_000L).replace(",900,", ",九百,"));
		this.house.put("420607/a.csv", Sheets.funding("420607", 2024, 1000, 12_000_000L));
		this.house.put("420607/b.csv", Sheets.funding("420607", 2024, 1000, 12_500_000L)).night();
		List<Cell> cells = grid(2024);
		assertThat(of(cells, "420602").state()).isEqualTo(State.PUBLISHED);
		assertThat(of(cells, "420602").overdue()).isZero();
		assertThat(of(cells, "420606").state()).isEqualTo(State.REJECTED);
		assertThat(of(cells, "420606").waiting()).containsExactly(this.house.submission("bad.csv").id());
		assertThat(of(cells, "420607").state()).isEqualTo(State.HELD);
		assertThat(of(cells, "420607").waiting()).hasSize(2);
		Cell missing = of(cells, "420624");
		assertThat(missing.state()).isEqualTo(State.MISSING);
		assertThat(missing.due()).isEqualTo(LocalDate.of(2025, 3, 31));
		assertThat(missing.overdue()).isEqualTo(601);
		assertThat(of(grid(2025), "420602").overdue()).isEqualTo(236);
		assertThat(grid(2026)).as("the year has not ended").isEmpty();
		Totals totals = Totals.of(cells);
		assertThat(List.of(totals.published(), totals.held(), totals.rejected())).containsExactly(1, 1, 1);
		assertThat(totals.overdue()).isEqualTo(cells.size() - 1);
		assertThat(this.house.part(Status.class).grid(null, "funding", 2024, this.house.clock().instant()))
			.isEqualTo(cells);
	}

	@Test
	void fileThatIsHeldAfterAnotherWasPublishedIsNamedBesideIt() {
		this.house.put("420602/funding.csv", Sheets.funding("420602", 2024, 1000, 12_000_000L)).night();
		this.house.put("420602/a.csv", Sheets.funding("420602", 2024, 1000, 12_100_000L));
		this.house.put("420602/b.csv", Sheets.funding("420602", 2024, 1000, 12_200_000L)).night();
		Cell cell = of(grid(2024), "420602");
		assertThat(cell.state()).isEqualTo(State.PUBLISHED);
		assertThat(cell.waiting()).containsExactly(this.house.submission("a.csv").id(),
				this.house.submission("b.csv").id());
	}

}
