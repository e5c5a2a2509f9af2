package org.dudao.indicator;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.dudao.catalog.Catalog;
import org.dudao.catalog.Expression;
import org.dudao.catalog.Indicator;
import org.dudao.indicator.Value.Origin;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Formulas over the values of other indicators, also of other feeds. */
class FormulaTests extends WarehouseTest {

	private static final String OF_SPENDING = "needed-of-spending";

	private static final String TWICE = "twice-needed";

	@Test
	void isWorkedOutAnewAtEachLevelAndNeverAveraged() {
		schools("420602", 1);
		schools("420606", 3);
		schools("420607", 0);
		spending("420602", "standard", 2802);
		spending("420606", "standard", 2802);
		spending("420607", "standard", 5604);

		this.warehouse.compute();

		assertThat(this.warehouse.value(OF_SPENDING, "420602", 2022, "")).isEqualTo("25");
		assertThat(this.warehouse.value(OF_SPENDING, "420606", 2022, "")).isEqualTo("75");
		assertThat(this.warehouse.value(OF_SPENDING, "420600", 2022, "")).isEqualTo("25");
		Value city = this.warehouse.live(OF_SPENDING, "420600", 2022, "").orElseThrow();
		assertThat(city.origin()).isEqualTo(Origin.COMPUTED);
		assertThat(city.key().basis()).isEqualTo("standard");
		assertThat(this.warehouse.value(TWICE, "420600", 2022, "")).isEqualTo("50");
	}

	@Test
	void isAsExactAsItsOperandsAreKept() {
		this.warehouse.file("schools", "420602 2022 primary A public pupils=3 books=1");

		this.warehouse.compute();

		// 1/50 is not in: the school is too small for the indicator.
		assertThat(this.warehouse.value("books-for-law", "420602", 2022, "primary")).isEqualTo("- DENOMINATOR_ZERO");
		this.warehouse.file("schools", "420602 2022 primary A public pupils=70 books=350");
		this.warehouse.compute();
		assertThat(this.warehouse.value("books-for-law", "420602", 2022, "primary")).isEqualTo("0.3333333333");
	}

	@Test
	void namesTheOperandThatIsNotThere() {
		schools("420602", 1);
		this.warehouse.file("schools", "420606 2022 primary A public funds=5");
		spending("420606", "standard", 5);

		this.warehouse.compute();

		assertGap(OF_SPENDING, "420602", "", Gap.MISSING, "spending");
		assertGap(OF_SPENDING, "420606", "standard", Gap.MISSING, "funds-needed");
		assertGap(TWICE, "420602", "", Gap.MISSING, "spending");
		assertThat(this.warehouse.value(OF_SPENDING, "420607", 2022, "")).isEqualTo("none");
	}

	@Test
	void whatAnOperandSleepsOverTheFormulaSleepsOver() {
		this.warehouse.file("schools", "420602 2015 primary A public pupils=1 funds=5");
		this.warehouse.file("funding", "420602 2015 primary standard spending=5");

		this.warehouse.compute();

		Value value = this.warehouse.live(TWICE, "420602", 2015, "").orElseThrow();
		assertThat(value.gap()).isEqualTo(Gap.PARAMETER_MISSING);
		assertThat(value.gapOf()).isEqualTo("quota");
	}

	@Test
	void cannotBeDividedByNothing() {
		schools("420602", 1);
		spending("420602", "standard", 0);

		this.warehouse.compute();

		assertThat(this.warehouse.value(OF_SPENDING, "420602", 2022, "")).isEqualTo("- DENOMINATOR_ZERO");
	}

	@Test
	void hasOneValueForEachBasis() {
		schools("420602", 1);
		spending("420602", "standard", 1401);
		this.warehouse.compute();
		this.warehouse.file("funding", "420602 2022 primary standard spending=1401",
				"420602 2022 primary new spending=2802");

		this.warehouse.compute();

		assertThat(this.warehouse.jdbc()
			.queryForList("select figure from indicator_value where live = 1 and indicator = ?"
					+ " and region = '420602' order by basis", String.class, OF_SPENDING))
			.extracting((figure) -> figure.substring(0, 4))
			.containsExactly("25.0", "50.0");
	}

	@Test
	void anIncompleteOperandMakesItIncomplete() {
		schools("420602", 1);
		spending("420602", "standard", 2802);
		spending("420606", "standard", 2802);
		spending("420607", "standard", 2802);

		this.warehouse.compute();

		Value city = this.warehouse.live(OF_SPENDING, "420600", 2022, "").orElseThrow();
		assertThat(city.gap()).isEqualTo(Gap.INCOMPLETE);
		assertThat(city.gapOf()).isEqualTo("funds-needed");
		assertThat(city.value()).isNotNull();
		assertThat(city.judgeable()).isFalse();
	}

	@Test
	void onlyWhatACorrectionTouchesIsWorkedOutAgain() {
		for (String county : List.of("420602", "420606", "420607", "420702", "110101", "110102")) {
			schools(county, 1);
			spending(county, "standard", 2802);
		}
		this.warehouse.compute();

		spending("420606", "standard", 1401);
		Computed computed = this.warehouse.compute();

		// spending-by-stage, spending-per-student and spending of the county, the last
		// and the two before rolled up to city and province; two formulas at three
		// levels.
		assertThat(computed.changedKeys()).extracting(ValueKey::region).containsOnly("420606", "420600", "420000");
		assertThat(computed.changedKeys()).filteredOn((key) -> key.indicator().equals(TWICE)).hasSize(3);
		assertThat(computed.changedKeys()).filteredOn((key) -> key.indicator().equals(OF_SPENDING)).hasSize(3);
		assertThat(computed.computed()).isEqualTo(15);
		assertThat(this.warehouse.value(TWICE, "420606", 2022, "")).isEqualTo("100");
	}

	@Test
	void anEmptiedSlotTakesItAway() {
		schools("420602", 1);
		spending("420602", "standard", 2802);
		this.warehouse.compute();

		this.warehouse.withdraw("funding", "420602", 2022);
		this.warehouse.compute();
		assertGap(TWICE, "420602", "", Gap.MISSING, "spending");
		this.warehouse.withdraw("schools", "420602", 2022);
		this.warehouse.compute();

		assertThat(this.warehouse.indicators().liveKeys()).isEmpty();
	}

	@Test
	void aChangedCatalogueWorksItOutEverywhereAndLeavesNothingOfTheOld() {
		schools("420602", 1);
		spending("420602", "standard", 2802);
		this.warehouse.compute();
		assertThat(this.warehouse.indicators().computeAll(this.warehouse.now()).changed()).isZero();

		Computed tripled = indicators(formula(TWICE, "3 * once", Map.of("once", OF_SPENDING)))
			.computeAll(this.warehouse.now().plusSeconds(1));
		assertThat(this.warehouse.value(TWICE, "420602", 2022, "")).isEqualTo("75");
		assertThat(tripled.changedKeys()).extracting(ValueKey::indicator).containsOnly(TWICE);

		indicators(total(TWICE)).computeAll(this.warehouse.now().plusSeconds(2));
		assertThat(this.warehouse.live(TWICE, "420602", 2022, "").orElseThrow().origin()).isEqualTo(Origin.REPORTED);

		indicators(null).computeAll(this.warehouse.now().plusSeconds(3));
		assertThat(this.warehouse.value(TWICE, "420602", 2022, "")).isEqualTo("none");
		assertThat(this.warehouse.value(TWICE, "420600", 2022, "")).isEqualTo("none");
	}

	private void schools(String county, int pupils) {
		this.warehouse.file("schools", county + " 2022 primary A public pupils=" + pupils + " funds=1");
	}

	private void spending(String county, String basis, int spending) {
		this.warehouse.file("funding", county + " 2022 primary " + basis + " students=1 spending=" + spending);
	}

	private void assertGap(String indicator, String region, String basis, Gap gap, String of) {
		Value value = this.warehouse.live(indicator, region, 2022, "").orElseThrow();
		assertThat(value.value()).isNull();
		assertThat(value.gap()).isEqualTo(gap);
		assertThat(value.gapOf()).isEqualTo(of);
		assertThat(value.key().basis()).isEqualTo(basis);
	}

	/** The catalogue with another indicator in place of the last formula, or none. */
	private Indicators indicators(@Nullable Indicator other) {
		Catalog all = Warehouse.CATALOG;
		List<Indicator> indicators = new ArrayList<>(all.indicators());
		indicators.removeIf((indicator) -> indicator.name().equals(TWICE));
		if (other != null) {
			indicators.add(0, other);
		}
		return new Indicators(this.warehouse.jdbc(), new Catalog(all.directory(), "other", all.stages(), all.regions(),
				all.feeds(), all.parameters(), indicators, List.of(), all.scorecards(), all.coverage()),
				Warehouse.REGIONS);
	}

	private static Indicator formula(String name, String of, Map<String, String> where) {
		Indicator it = Warehouse.CATALOG.indicator(name).orElseThrow();
		return new Indicator(name, it.title(), it.unit(), null, Indicator.Kind.FORMULA, Expression.parse(of), null,
				null, where, null, null, null, false, List.of());
	}

	private static Indicator total(String name) {
		Indicator it = Warehouse.CATALOG.indicator("funds-needed").orElseThrow();
		return new Indicator(name, it.title(), it.unit(), it.feed(), Indicator.Kind.TOTAL, it.of(), null, null,
				Map.of(), null, null, null, false, List.of());
	}

}
