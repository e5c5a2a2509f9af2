package org.dudao.finding;

import java.util.List;

import org.dudao.finding.Explanation.Evidence;
import org.dudao.finding.Explanation.FactLine;
import org.dudao.finding.Explanation.Role;
import org.dudao.finding.Finding.Because;
import org.dudao.finding.Finding.State;
import org.dudao.indicator.Computed;
import org.dudao.indicator.Touched;
import org.dudao.indicator.ValueRows;
import org.dudao.indicator.Warehouse;
import org.dudao.indicator.WarehouseTest;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Findings that rest on parameters, on rows that count and on formulas. */
class SchoolFindingsTests extends WarehouseTest {

	@Test
	void theRowsThatCountComeFirstWithTheFiguresAndParametersThatWentIn() {
		this.warehouse.file("schools", "110101 2022 primary A public pupils=99 funds=115000",
				"110101 2022 junior B public pupils=100 funds=79999", "110101 2022 primary C public pupils=10 funds=1",
				"110101 2022 primary D public pupils=101 funds=116149.99");
		evaluate();

		Evidence evidence = explained("funds-reach-the-quota", "primary").evidence().get(0);

		assertThat(evidence.facts()).singleElement().satisfies((facts) -> {
			assertThat(facts.total()).isEqualTo(3);
			assertThat(facts.fields()).containsExactly("funds", "pupils");
			assertThat(facts.lines()).extracting(FactLine::line).containsExactly(4, 5, 2);
			assertThat(facts.lines().get(0).figures()).hasEntrySatisfying("pupils",
					(pupils) -> assertThat(pupils).isEqualByComparingTo("10"));
			assertThat(facts.lines().get(0).parameters()).containsOnlyKeys("quota")
				.hasEntrySatisfying("quota", (quota) -> assertThat(quota).isEqualByComparingTo("1150"));
		});
		assertThat(explained("funds-reach-the-quota", "junior").evidence()
			.get(0)
			.facts()
			.get(0)
			.lines()
			.get(0)
			.parameters()
			.get("quota")).isEqualByComparingTo("800");
	}

	@Test
	void rowsThatDoNotCountAreNotShown() {
		this.warehouse.file("schools", "420602 2022 primary A public pupils=50 books=700",
				"420602 2022 primary B private pupils=50 books=9", "420602 2022 primary C public pupils=49 books=9");
		evaluate();

		Explanation explanation = explained("books-reach-the-law", "primary");

		assertThat(explanation.finding().verdict().threshold()).isEqualByComparingTo("15");
		assertThat(explanation.evidence().get(0).facts()).singleElement().satisfies((facts) -> {
			assertThat(facts.total()).isEqualTo(1);
			assertThat(facts.lines()).extracting(FactLine::line).containsExactly(2);
			assertThat(facts.fields()).contains("runner", "pupils", "books");
		});
	}

	@Test
	void aFormulaIsExplainedByItsOperandsAsTheyWereAndDownToTheLines() {
		long schools = this.warehouse.file("schools", "420602 2022 primary A public pupils=3 funds=1");
		long funding = this.warehouse.file("funding", "420602 2022 primary standard spending=2802");
		evaluate();
		Evidence formula = explained("twice-needed-is-spent", "").evidence().get(0);

		assertThat(formula.role()).isEqualTo(Role.CURRENT);
		assertThat(formula.value().value()).isEqualByComparingTo("150");
		assertThat(formula.facts()).isEmpty();
		Evidence once = formula.below().get(0);
		assertThat(once.role()).isEqualTo(Role.OPERAND);
		assertThat(once.value().value()).isEqualByComparingTo("75");
		assertThat(once.below()).extracting((operand) -> operand.value().key().indicator())
			.containsExactly("funds-needed", "spending");
		assertThat(once.below().get(0).facts().get(0).submission()).isEqualTo(schools);
		assertThat(once.below().get(1).facts().get(0).submission()).isEqualTo(funding);
		long id = formula.value().id();

		this.warehouse.file("funding", "420602 2022 primary standard spending=4203");
		evaluate();

		List<Listed> closed = list(State.CLOSED);
		assertThat(closed).singleElement().satisfies((listed) -> {
			assertThat(listed.finding().because()).isEqualTo(Because.HOLDS);
			assertThat(listed.finding().closedBy()).isEqualTo(3);
		});
		var values = new ValueRows(this.warehouse.jdbc());
		var twice = Warehouse.CATALOG.indicator("twice-needed").orElseThrow();
		assertThat(values.operands(twice, values.row(id))).singleElement()
			.satisfies((then) -> assertThat(then.value()).isEqualByComparingTo("75"));
	}

	@Test
	void nothingIsSaidWhereTheLawNamesNoFigure() {
		this.warehouse.file("schools", "420602 2015 primary A public pupils=3 funds=1",
				"420602 2016 primary A public pupils=3 funds=1");

		evaluate();

		assertThat(list(State.OPEN)).extracting((listed) -> listed.subject().period()).containsOnly(2016);
		assertThat(this.warehouse.jdbc()
			.queryForObject("select count(*) from verdict where period = 2015 and rule = 'funds-reach-the-quota'",
					Integer.class))
			.isZero();
	}

	private void evaluate() {
		List<Touched> touched = this.warehouse.touched();
		Computed computed = this.warehouse.indicators().compute(touched, this.warehouse.now());
		new Findings(this.warehouse.jdbc(), Warehouse.CATALOG, Warehouse.REGIONS).evaluate(computed.changedKeys(),
				touched, this.warehouse.now());
	}

	private Explanation explained(String rule, String stage) {
		Listed found = list(State.OPEN).stream()
			.filter((listed) -> listed.subject().rule().equals(rule) && listed.subject().stage().equals(stage)
					&& !listed.subject().region().endsWith("00"))
			.findFirst()
			.orElseThrow();
		return new Explainer(this.warehouse.jdbc(), Warehouse.CATALOG, Warehouse.REGIONS).explain(found.finding().id())
			.orElseThrow();
	}

	private List<Listed> list(State state) {
		return new FindingQuery(this.warehouse.jdbc(), Warehouse.CATALOG, Warehouse.REGIONS)
			.find(new FindingQuery.Filter(null, null, null, state, null, false, false));
	}

}
