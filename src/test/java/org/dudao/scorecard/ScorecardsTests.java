package org.dudao.scorecard;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

import org.dudao.catalog.Scorecard;
import org.dudao.catalog.Scoring;
import org.dudao.finding.Findings;
import org.dudao.finding.Listed;
import org.dudao.indicator.Computed;
import org.dudao.indicator.Touched;
import org.dudao.indicator.Warehouse;
import org.dudao.indicator.WarehouseTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** From files to points, grades and ranks. */
class ScorecardsTests extends WarehouseTest {

	private static final Scorecard CARD = Sheets.card(List.of(Sheets.veto(Sheets.GROW, null, "good", 0)),
			Sheets.item("grow", "60", new Scoring.PerFinding(List.of(Sheets.GROW), new BigDecimal("5"))),
			Sheets.item("large", "40",
					new Scoring.PerUnit(List.of(Sheets.LARGE), BigDecimal.ONE, BigDecimal.ONE, Scoring.Counted.WHOLE)));

	private static final Scorecard CITY = Sheets.card("city", List.of(Sheets.veto(Sheets.LARGE, "county", null, 1)),
			Sheets.item("grow", "100", new Scoring.AllOrNothing(List.of(Sheets.GROW))));

	@Test
	void countyIsMarkedFromItsFilesAndEveryLostPointNamesItsFinding() {
		sample();

		Score score = mark("420602");

		// 5 for the fall of spending, and 3 whole percent of large classes.
		assertThat(score.points()).isEqualTo(range("92", "92"));
		assertThat(score.lost()).isEqualTo("8");
		assertThat(score.findings()).extracting((listed) -> listed.subject().rule())
			.containsExactlyInAnyOrder(Sheets.GROW, Sheets.LARGE);
		assertThat(score.findings()).extracting(Listed::finding).doesNotContainNull();
		Grading grading = Objects.requireNonNull(score.grading());
		assertThat(grading.grade()).isEqualTo(Sheets.GRADES.get(1));
		assertThat(grading.vetoes()).singleElement().satisfies((veto) -> {
			assertThat(veto.holds()).isTrue();
			assertThat(veto.findings()).hasSize(1);
		});
		assertThat(score.feeds()).isEmpty();
	}

	@Test
	void whatIsMissingIsNeitherEarnedNorLost() {
		sample();

		Score score = mark("420607");

		assertThat(score.points()).isEqualTo(range("60", "100"));
		assertThat(score.feeds()).containsExactly("class-size");
		assertThat(Objects.requireNonNull(score.grading()).grade()).isNull();
		assertThat(Objects.requireNonNull(score.grading()).worst().name()).isEqualTo("unqualified");
		assertThat(score.ranks()).allSatisfy((rank) -> assertThat(rank.place()).isNull());
		Score nothing = mark("110102");
		assertThat(nothing.anything()).isFalse();
		assertThat(nothing.points()).isEqualTo(range("0", "100"));
	}

	@Test
	void ranksAreAmongTheDeterminedAndTiesShareAPlace() {
		sample();

		List<Score> scores = scorecards().below(CARD, "420000", 2022, null);

		assertThat(scores).extracting(Score::region).containsExactly("420606", "420702", "420602", "420607");
		assertThat(scores).extracting((score) -> score.ranks().stream().map(Rank::place).toList())
			.containsExactly(places(1, 1), places(1, 1), places(2, 3), places(null, null));
		assertThat(scores.get(2).ranks()).containsExactly(new Rank("420600", "City of three", 2, 2, 1),
				new Rank("420000", "Province", 3, 3, 1));
		assertThat(scorecards().below(CARD, "420700", 2022, null)).extracting(Score::region).containsExactly("420702");
		assertThat(scorecards().below(CARD, null, 2022, null)).extracting(Score::region)
			.containsExactly("420606", "420702", "420602", "420607");
	}

	@Test
	void correctedFileGivesThePointsBackAndThePastStaysAsItWas() {
		sample();
		Instant before = this.warehouse.now();
		file("420602", 2022, 1100, 100);
		evaluate();

		assertThat(mark("420602").points()).isEqualTo(range("97", "97"));
		assertThat(Objects.requireNonNull(Objects.requireNonNull(mark("420602").grading()).grade()).name())
			.isEqualTo("excellent");
		Score then = scorecards().mark(CARD, "420602", 2022, before).orElseThrow();
		assertThat(then.points()).isEqualTo(range("92", "92"));
		assertThat(then.findings()).hasSize(2);
		Score early = scorecards().mark(CARD, "420602", 2022, Instant.parse("2025-12-31T00:00:00Z")).orElseThrow();
		assertThat(early.anything()).isFalse();
	}

	@Test
	void cityIsLoweredByAFindingOfACountyBelow() {
		for (int year : new int[] { 2021, 2022 }) {
			for (String county : List.of("420602", "420606", "420607")) {
				file(county, year, 1000, 100);
			}
		}
		classes("420602", 0);
		classes("420606", 0);
		classes("420607", 1);
		evaluate();

		Score score = scorecards().mark(CITY, "420600", 2022, null).orElseThrow();

		assertThat(score.points()).isEqualTo(range("100", "100"));
		Grading grading = Objects.requireNonNull(score.grading());
		assertThat(Objects.requireNonNull(grading.grade()).name()).isEqualTo("good");
		assertThat(grading.vetoes().get(0).findings()).extracting((listed) -> listed.subject().region())
			.containsExactly("420607", "420607");
		assertThat(score.ranks()).extracting(Rank::place).containsExactly(1);
		assertThat(scorecards().mark(CITY, "420602", 2022, null)).isEmpty();
	}

	@Test
	void latestPeriodIsTheLastWithAnythingToMarkBy() {
		sample();

		assertThat(scorecards().latest(CARD, null, null)).contains(2022);
		assertThat(scorecards().latest(CARD, "420602", null)).contains(2022);
		assertThat(scorecards().latest(CARD, "110000", null)).isEmpty();
		assertThat(scorecards().mark(CARD, "420602", 2020, null)).as("the card is for 2021 and later").isEmpty();
	}

	/** Spending falls and classes are large in the first; the third sends no classes. */
	private void sample() {
		for (String county : List.of("420602", "420606", "420607", "420702")) {
			file(county, 2021, 1000, 100);
			file(county, 2022, county.equals("420602") ? 900 : 1000, 100);
		}
		this.warehouse.file("class-size", "420602 2022 primary A classes=100 large=3 extra_large=0",
				"420602 2022 junior B classes=100 large=0 extra_large=0");
		classes("420606", 0);
		classes("420702", 0);
		evaluate();
	}

	private void classes(String county, int large) {
		this.warehouse.file("class-size", county + " 2022 primary A classes=100 extra_large=0 large=" + large,
				county + " 2022 junior B classes=100 extra_large=0 large=" + large);
	}

	private void file(String county, int year, int spending, int students) {
		this.warehouse.file("funding",
				county + " " + year + " primary standard students=" + students + " spending=" + spending);
	}

	private void evaluate() {
		List<Touched> touched = this.warehouse.touched();
		Computed computed = this.warehouse.indicators().compute(touched, this.warehouse.now());
		new Findings(this.warehouse.jdbc(), Warehouse.CATALOG, Warehouse.REGIONS).evaluate(computed.changedKeys(),
				touched, this.warehouse.now());
	}

	private Scorecards scorecards() {
		return new Scorecards(this.warehouse.jdbc(), Warehouse.CATALOG, Warehouse.REGIONS);
	}

	private Score mark(String region) {
		return scorecards().mark(CARD, region, 2022, null).orElseThrow();
	}

	private static List<@Nullable Integer> places(@Nullable Integer city, @Nullable Integer province) {
		return java.util.Arrays.asList(city, province);
	}

	private static Range range(String least, String most) {
		return new Range(new BigDecimal(least), new BigDecimal(most));
	}

}
