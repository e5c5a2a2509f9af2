package org.dudao.scorecard;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

import org.dudao.catalog.Rule;
import org.dudao.catalog.Scorecard;
import org.dudao.catalog.Scoring;
import org.dudao.catalog.Scoring.Band;
import org.dudao.catalog.Scoring.Counted;
import org.dudao.finding.Finding;
import org.dudao.finding.Listed;
import org.dudao.indicator.Gap;
import org.dudao.indicator.Value;
import org.dudao.indicator.ValueKey;
import org.dudao.indicator.Warehouse;
import org.dudao.region.Region;
import org.dudao.scorecard.Score.ItemScore;
import org.dudao.scorecard.Score.Loss;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What verdicts and values come to in points, of ten. */
class MarkingTests {

	private static final List<String> BOTH = List.of(Sheets.GROW, Sheets.LARGE);

	private static final Map<String, Scoring> SCORINGS = Map.of("all", new Scoring.AllOrNothing(BOTH), "each",
			new Scoring.PerFinding(BOTH, new BigDecimal("3")), "severity",
			new Scoring.BySeverity(BOTH,
					Map.of(Rule.Severity.BREACH, BigDecimal.ONE, Rule.Severity.EXPLAIN, new BigDecimal("0.25"))),
			"whole", unit(Counted.WHOLE), "begun", unit(Counted.BEGUN), "part", unit(Counted.IN_PROPORTION), "bands",
			new Scoring.Bands("large-share", "primary",
					List.of(new Band(null, BigDecimal.ZERO, BigDecimal.TEN),
							new Band(null, new BigDecimal("5"), new BigDecimal("6")),
							new Band(null, null, new BigDecimal("2")))),
			"assigned", new Scoring.Assigned("spending", null));

	private static Scoring unit(Counted counted) {
		return new Scoring.PerUnit(List.of(Sheets.LARGE), BigDecimal.ONE, new BigDecimal("2"), counted);
	}

	@ParameterizedTest(name = "{0}: {1}")
	@CsvSource(nullValues = "-", textBlock = """
			all,      grow:primary=holds large:primary=holds large:junior=holds,                       10,  0,   0
			all,      grow:primary=breach large:primary=holds large:junior=holds,                      0,   10,  0
			all,      grow:primary=breach,                                                             0,   10,  0
			all,      grow:primary=holds large:primary=holds,                                          0,   0,   10
			all,      grow:primary=unknown large:primary=holds large:junior=holds,                     0,   0,   10
			all,      -,                                                                               0,   0,   10
			all,      grow:primary=closed large:primary=holds large:junior=holds,                      10,  0,   0
			each,     grow:primary=breach large:primary=holds large:junior=holds,                      7,   3,   0
			each,     grow:primary=breach large:primary=breach large:junior=breach,                    1,   9,   0
			each,     grow:primary=breach grow:junior=breach large:primary=breach large:junior=breach, 0,   10,  0
			each,     grow:primary=breach large:primary=unknown large:junior=holds,                    4,   3,   3
			each,     grow:primary=breach large:primary=holds,                                         4,   3,   3
			each,     large:primary=breach large:junior=holds,                                         0,   3,   7
			each,     grow:primary=holds grow:primary/other=breach large:primary=holds large:junior=holds, 7, 3, 0
			each,     grow:primary=breach grow:primary/other=breach large:primary=holds large:junior=holds, 7, 3, 0
			each,     grow:primary=holds grow:primary/other=unknown large:primary=holds large:junior=holds, 7, 0, 3
			severity, grow:primary=holds large:primary=breach large:junior=holds,                      7.5, 2.5, 0
			severity, grow:primary=holds large:primary=breach large:junior=breach,                     5,   5,   0
			severity, grow:primary=breach large:primary=holds large:junior=holds,                      0,   10,  0
			severity, grow:primary=holds large:primary=unknown large:junior=holds,                     7.5, 0,   2.5
			whole,    large:primary=breach@2.5 large:junior=holds,                                     6,   4,   0
			begun,    large:primary=breach@2.5 large:junior=holds,                                     4,   6,   0
			part,     large:primary=breach@2.5 large:junior=holds,                                     5,   5,   0
			whole,    large:primary=breach@0.5 large:junior=holds,                                     10,  0,   0
			part,     large:primary=breach@99 large:junior=holds,                                      0,   10,  0
			part,     large:primary=breach large:junior=holds,                                         0,   10,  0
			part,     large:primary=breach@1 large:junior=unknown,                                     0,   2,   8
			""")
	void verdictsComeToPoints(String scoring, @Nullable String verdicts, BigDecimal earned, BigDecimal lost,
			BigDecimal undetermined) {
		ItemScore marked = mark(Sheets.item("item", "10", SCORINGS.get(scoring)), Sheets.verdicts(verdicts), List.of());

		assertThat(marked.points().least()).isEqualByComparingTo(earned);
		assertThat(marked.lost()).isEqualByComparingTo(lost);
		assertThat(marked.points().undetermined()).isEqualByComparingTo(undetermined);
		assertThat(marked.losses().isEmpty()).isEqualTo(Sheets.verdicts(verdicts)
			.stream()
			.map(Listed::finding)
			.noneMatch((finding) -> finding != null && finding.state() == Finding.State.OPEN));
		assertThat(marked.unknowns().isEmpty())
			.isEqualTo(undetermined.signum() == 0 && verdicts != null && !verdicts.equals("grow:primary=breach"));
	}

	@ParameterizedTest(name = "{0}: {1} {2}")
	@CsvSource(nullValues = "-", textBlock = """
			bands,    0,    -,          10, 0, 0
			bands,    5,    -,          6,  4, 0
			bands,    5.01, -,          2,  8, 0
			bands,    -,    SUPPRESSED, 0,  0, 10
			bands,    3,    INCOMPLETE, 0,  0, 10
			assigned, 8.5,  -,          8.5, 1.5, 0
			assigned, 0,    -,          0,  10, 0
			assigned, 10.5, -,          0,  0, 10
			assigned, -1,   -,          0,  0, 10
			""")
	void valuesComeToPoints(String scoring, @Nullable String figure, @Nullable Gap gap, BigDecimal earned,
			BigDecimal lost, BigDecimal undetermined) {
		Scorecard.Item item = Sheets.item("item", "10", SCORINGS.get(scoring));
		String stage = scoring.equals("bands") ? "primary" : "";
		ItemScore marked = mark(item, List.of(), List.of(value(item, stage, "a", figure, gap)));

		assertThat(marked.points().least()).isEqualByComparingTo(earned);
		assertThat(marked.lost()).isEqualByComparingTo(lost);
		assertThat(marked.points().undetermined()).isEqualByComparingTo(undetermined);
	}

	@Test
	void pointsThatDifferByBasisAreUndetermined() {
		Scorecard.Item item = Sheets.item("item", "10", SCORINGS.get("assigned"));

		assertThat(mark(item, List.of(), List.of(value(item, "", "a", "8", null), value(item, "", "b", "9", null)))
			.unknowns()).extracting((unknown) -> unknown.why().code()).containsExactly("scorecard.unknown.bases");
		assertThat(mark(item, List.of(), List.of(value(item, "", "a", "8", null), value(item, "", "b", "8", null)))
			.points()).isEqualTo(new Range(new BigDecimal("8"), new BigDecimal("8")));
	}

	@Test
	void lossNamesItsFindingAndWhatIsMissingItsFeed() {
		ItemScore marked = mark(Sheets.item("item", "10", SCORINGS.get("each")),
				Sheets.verdicts("grow:primary=breach large:primary=holds"), List.of());

		assertThat(marked.losses()).extracting(Loss::finding)
			.singleElement()
			.satisfies((listed) -> assertThat(listed.subject().rule()).isEqualTo(Sheets.GROW));
		assertThat(marked.unknowns()).singleElement().satisfies((unknown) -> {
			assertThat(unknown.rule()).isEqualTo(Sheets.LARGE);
			assertThat(unknown.stage()).isEqualTo("junior");
			assertThat(unknown.feeds()).containsExactly("class-size");
			assertThat(unknown.why().code()).isEqualTo("scorecard.unknown.no-verdict");
		});
	}

	@Test
	void stagesOfAnItemAreNeededAndOthersDoNotCount() {
		Scorecard.Item item = new Scorecard.Item("item", Sheets.text("item"), BigDecimal.TEN, List.of(),
				new Scoring.AllOrNothing(List.of(Sheets.GROW)), List.of("primary"), List.of("junior"));

		assertThat(mark(item, Sheets.verdicts("grow:primary=holds"), List.of()).points().least()).isEqualTo("10");
		assertThat(mark(item, Sheets.verdicts("grow:primary=holds grow:preschool=breach"), List.of()).lost())
			.isEqualTo("0");
		assertThat(mark(item, Sheets.verdicts("grow:primary=holds grow:junior=breach"), List.of()).lost())
			.isEqualTo("10");
		assertThat(mark(item, Sheets.verdicts("grow:junior=holds"), List.of()).points().undetermined()).isEqualTo("10");
	}

	private static ItemScore mark(Scorecard.Item item, List<Listed> verdicts, List<Value> values) {
		Region region = Warehouse.REGIONS.byCode("420602", 2022).orElseThrow();
		return new Marking(new Standing(Warehouse.CATALOG, region, 2022, verdicts), values).item(item);
	}

	private static Value value(Scorecard.Item item, String stage, String basis, @Nullable String figure,
			@Nullable Gap gap) {
		String indicator = item.scoring().indicator();
		assertThat(indicator).isNotNull();
		return new Value(1, new ValueKey(indicator, "420602", 2022, stage, basis),
				(figure != null) ? new BigDecimal(figure) : null, null, null, null, null, Value.Origin.REPORTED, gap,
				"", "", Value.Coverage.OWN, Value.Sources.NONE);
	}

}
