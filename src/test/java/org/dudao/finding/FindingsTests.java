package org.dudao.finding;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.dudao.catalog.Catalog;
import org.dudao.catalog.Rule;
import org.dudao.catalog.Rule.Outcome;
import org.dudao.finding.Explanation.Event;
import org.dudao.finding.Explanation.Evidence;
import org.dudao.finding.Explanation.Role;
import org.dudao.finding.Finding.Because;
import org.dudao.finding.Finding.State;
import org.dudao.finding.Finding.Turn;
import org.dudao.finding.FindingQuery.Filter;
import org.dudao.finding.Verdict.Classification;
import org.dudao.indicator.Computed;
import org.dudao.indicator.Touched;
import org.dudao.indicator.Warehouse;
import org.dudao.indicator.WarehouseTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FindingsTests extends WarehouseTest {

	private static final String RULE = "by-stage-never-decreases";

	@Test
	void aBreachIsOpenedBySubmissionAndClosedByTheCorrectedOne() {
		long first = file("2021", 100, 1000);
		long second = file("2022", 100, 900);
		Evaluated opened = evaluate();

		Finding finding = only(State.OPEN);
		assertThat(finding.openedBy()).isEqualTo(second);
		assertThat(finding.openedAt()).isEqualTo(this.warehouse.now());
		assertThat(finding.severity()).isEqualTo(Rule.Severity.BREACH);
		assertThat(opened.opened()).isEqualTo(1);
		assertThat(first).isLessThan(second);

		long corrected = file("2022", 100, 1100);
		Evaluated closed = evaluate();

		assertThat(closed.closed()).isEqualTo(1);
		Finding gone = only(State.CLOSED);
		assertThat(gone.id()).isEqualTo(finding.id());
		assertThat(gone.closedBy()).isEqualTo(corrected);
		assertThat(gone.closedAt()).isEqualTo(this.warehouse.now());
		assertThat(gone.because()).isEqualTo(Because.HOLDS);
		assertThat(find(State.OPEN)).isEmpty();

		long worse = file("2022", 100, 800);
		Evaluated reopened = evaluate();

		assertThat(reopened.reopened()).isEqualTo(1);
		assertThat(reopened.opened()).isZero();
		Finding back = only(State.OPEN);
		assertThat(back.id()).isEqualTo(finding.id());
		assertThat(back.openedBy()).isEqualTo(worse);
		assertThat(back.closedBy()).isNull();
		assertThat(explain(back.id()).events()).extracting(Event::turn)
			.containsExactly(Turn.OPENED, Turn.CLOSED, Turn.REOPENED);
		assertThat(explain(back.id()).events()).extracting(Event::submission).containsExactly(second, corrected, worse);
	}

	@Test
	void aFileOfAnotherFeedIsNotBehindIt() {
		file("2021", 100, 1000);
		long funding = file("2022", 100, 900);
		long classes = this.warehouse.file("class-size", "420602 2022 primary A classes=10 large=1 extra_large=0");
		evaluate();

		assertThat(find(State.OPEN)).filteredOn((listed) -> listed.subject().region().equals("420602"))
			.extracting((listed) -> Objects.requireNonNull(listed.finding()).openedBy())
			.containsExactly(funding, classes);
	}

	@Test
	void correctingThePriorYearJudgesTheNextYearAgain() {
		file("2021", 100, 1000);
		file("2022", 100, 900);
		evaluate();
		long corrected = file("2021", 100, 850);

		Evaluated evaluated = evaluate();

		assertThat(evaluated.closed()).isEqualTo(1);
		assertThat(only(State.CLOSED).closedBy()).isEqualTo(corrected);
		assertThat(only(State.CLOSED).subject().period()).isEqualTo(2022);
	}

	@Test
	void correctingTheNumeratorsOfARegionBelowJudgesTheCity() {
		String[] before = { "420602 2021 primary standard students=100 spending=1000",
				"420606 2021 primary standard students=100 spending=1000",
				"420607 2021 primary standard students=100 spending=1000" };
		this.warehouse.file("funding", before);
		this.warehouse.file("funding", "420602 2022 primary standard students=100 spending=1100",
				"420606 2022 primary standard students=100 spending=1100");
		evaluate();
		assertThat(find(State.OPEN)).isEmpty();
		assertThat(cause("420600")).isEqualTo(Cause.INCOMPLETE);

		long last = this.warehouse.file("funding", "420607 2022 primary standard students=100 spending=500");
		evaluate();

		assertThat(find(State.OPEN)).extracting((listed) -> listed.subject().region())
			.containsExactly("420600", "420607");
		assertThat(find(State.OPEN)).extracting(Listed::finding)
			.allSatisfy((finding) -> assertThat(Objects.requireNonNull(finding).openedBy()).isEqualTo(last));
	}

	@Test
	void aFindingClosesWhenItsFigureGoesOrCanNoLongerBeJudged() {
		file("2021", 100, 1000);
		file("2022", 100, 900);
		evaluate();
		this.warehouse.file("funding", "420602 2022 primary standard students=100 spending=*");
		evaluate();
		assertThat(only(State.CLOSED).because()).isEqualTo(Because.NOT_EVALUABLE);
		assertThat(cause("420602")).isEqualTo(Cause.SUPPRESSED);

		file("2022", 100, 900);
		evaluate();
		this.warehouse.withdraw("funding", "420602", 2022);
		List<Touched> touched = this.warehouse.touched();
		evaluate(touched);

		Finding finding = only(State.CLOSED);
		assertThat(finding.because()).isEqualTo(Because.NO_VERDICT);
		assertThat(finding.closedBy()).isEqualTo(touched.get(0).submissionId());
		assertThat(explain(finding.id()).evidence()).isEmpty();
	}

	@Test
	void judgingAgainChangesNothing() {
		file("2021", 100, 1000);
		file("2022", 100, 900);
		evaluate();
		Map<String, List<?>> before = rows();

		Evaluated again = findings().evaluate(this.warehouse.indicators().liveKeys(), List.of(),
				this.warehouse.now().plusSeconds(60));

		// County, city and province in two years; of county and city also what a formula
		// of their spending comes to.
		assertThat(again.judged()).isEqualTo(6 + 4);
		assertThat(again.changed()).isZero();
		assertThat(rows()).isEqualTo(before);
	}

	@Test
	void sameFiguresInAnotherFileKeepTheFindingAsItWasOpened() {
		file("2021", 100, 1000);
		long first = file("2022", 100, 900);
		evaluate();

		long second = file("2022", 100, 900);
		Evaluated again = evaluate();

		assertThat(again.opened() + again.reopened() + again.closed()).isZero();
		Finding finding = only(State.OPEN);
		assertThat(finding.openedBy()).isEqualTo(first);
		assertThat(explain(finding.id()).evidence().get(0).facts()).extracting(Explanation.Facts::submission)
			.containsExactly(second);
	}

	@Test
	void everyMomentCanBeAskedFor() {
		file("2021", 100, 1000);
		file("2022", 100, 900);
		evaluate();
		Instant open = this.warehouse.now();
		file("2022", 100, 1100);
		evaluate();
		Instant closed = this.warehouse.now();

		List<Listed> then = query().find(new Filter(RULE, "420000", 2022, State.OPEN, open, false, false));

		assertThat(then).singleElement().satisfies((listed) -> {
			assertThat(Objects.requireNonNull(listed.verdict()).outcome()).isEqualTo(Outcome.BREACH);
			assertThat(listed.regionName()).isEqualTo("First");
			assertThat(Objects.requireNonNull(listed.finding()).closedAt()).isNull();
		});
		assertThat(query().find(new Filter(null, null, null, null, open.minusSeconds(1), false, false))).isEmpty();
		assertThat(query().find(new Filter(null, null, null, State.OPEN, closed, false, false))).isEmpty();
		assertThat(query().find(new Filter(null, null, null, State.CLOSED, closed, false, false))).hasSize(1);
		assertThat(query().find(new Filter(null, "110000", null, null, null, false, false))).isEmpty();
		assertThat(query().find(new Filter("no-large-classes", null, null, null, null, false, false))).isEmpty();
	}

	@Test
	void restatingIsSaid() {
		file("2021", 100, 1000);
		this.warehouse.file("funding",
				"420602 2022 primary standard students=100 spending=900 prior_spending_per_student=8.5");
		evaluate();

		assertThat(find(State.OPEN)).extracting((listed) -> listed.subject().rule())
			.containsExactly("by-stage-never-decreases:restated");
		assertThat(query().find(new Filter(null, "420602", 2022, null, null, false, true))).hasSize(2)
			.allSatisfy((listed) -> {
				Verdict verdict = Objects.requireNonNull(listed.verdict());
				assertThat(verdict.classification()).isEqualTo(Classification.HIDDEN_BY_RESTATING);
				assertThat(verdict.left().prior()).isEqualByComparingTo("8.5");
				assertThat(verdict.left().published()).isEqualByComparingTo("10");
			});
	}

	@Test
	void aRuleThatIsGoneTakesItsFindingsAlong() {
		file("2021", 100, 1000);
		file("2022", 100, 900);
		evaluate();
		Catalog all = Warehouse.CATALOG;
		Catalog fewer = new Catalog(all.directory(), "other", all.stages(), all.regions(), all.feeds(),
				all.parameters(), all.indicators(), List.of(), List.of(), all.coverage());

		Evaluated gone = new Findings(this.warehouse.jdbc(), fewer, Warehouse.REGIONS)
			.forget(this.warehouse.now().plusSeconds(1));

		assertThat(gone.closed()).isEqualTo(1);
		assertThat(only(State.CLOSED).because()).isEqualTo(Because.NO_VERDICT);
		assertThat(only(State.CLOSED).closedBy()).isNull();
	}

	@Test
	void anAddedRuleJudgesWhatIsThere() {
		file("2021", 100, 1000);
		file("2022", 100, 900);
		this.warehouse.compute();

		Evaluated evaluated = findings().evaluate(this.warehouse.indicators().liveKeys(), List.of(),
				this.warehouse.now());

		assertThat(evaluated.opened()).isEqualTo(1);
		assertThat(only(State.OPEN).openedBy()).isNull();
	}

	@Test
	void aFindingIsExplainedByTheLinesThatCount() {
		List<String> rows = new ArrayList<>();
		for (int school = 1; school <= 40; school++) {
			rows.add("420602 2022 primary S" + school + " classes=10 large=" + (school % 20 == 0 ? 1 : 0)
					+ " extra_large=0");
		}
		long file = this.warehouse.file("class-size", rows.toArray(String[]::new));
		evaluate();

		Evidence evidence = explain(only(State.OPEN, "420602").id()).evidence().get(0);

		assertThat(evidence.role()).isEqualTo(Role.CURRENT);
		assertThat(evidence.value().value()).isEqualByComparingTo("0.5");
		assertThat(evidence.facts()).singleElement().satisfies((facts) -> {
			assertThat(facts.submission()).isEqualTo(file);
			assertThat(facts.total()).isEqualTo(40);
			assertThat(facts.fields()).containsExactlyInAnyOrder("large", "extra_large", "classes", "large_share");
			assertThat(facts.lines()).hasSize(20);
			assertThat(facts.lines()).extracting(Explanation.FactLine::line).startsWith(21, 41, 2, 3);
			assertThat(facts.lines().get(0).figures().get("classes")).isEqualByComparingTo("10");
			assertThat(facts.lines().get(0).figures()).doesNotContainKey("large_share");
		});
	}

	@Test
	void anAddedUpFindingIsExplainedByTheRegionsBelow() {
		long before = this.warehouse.file("funding", "110101 2021 primary standard students=100 spending=1000",
				"110102 2021 primary standard students=100 spending=2000");
		long students = this.warehouse.file("funding", "110101 2022 primary standard students=100",
				"110102 2022 primary standard students=100");
		long spending = this.warehouse.file("funding", "110101 2022 primary standard spending=1000",
				"110102 2022 primary standard spending=1900");
		evaluate();

		Explanation explanation = explain(only(State.OPEN, "110000").id());

		assertThat(explanation.evidence()).extracting(Evidence::role).containsExactly(Role.CURRENT, Role.PUBLISHED);
		Evidence current = explanation.evidence().get(0);
		assertThat(current.facts()).isEmpty();
		assertThat(current.below()).extracting((below) -> below.value().key().region())
			.containsExactly("110101", "110102");
		assertThat(current.below().get(1).facts()).extracting(Explanation.Facts::submission)
			.containsExactly(spending, students);
		assertThat(current.below().get(1).facts().get(0).lines()).extracting(Explanation.FactLine::line)
			.containsExactly(3);
		assertThat(explanation.evidence().get(1).below().get(0).facts().get(0).submission()).isEqualTo(before);
		assertThat(new Explainer(this.warehouse.jdbc(), Warehouse.CATALOG, Warehouse.REGIONS).explain(0)).isEmpty();
	}

	private long file(String year, int students, int spending) {
		return this.warehouse.file("funding",
				"420602 " + year + " primary standard students=" + students + " spending=" + spending);
	}

	private Evaluated evaluate() {
		return evaluate(this.warehouse.touched());
	}

	private Evaluated evaluate(List<Touched> touched) {
		Computed computed = this.warehouse.indicators().compute(touched, this.warehouse.now());
		return findings().evaluate(computed.changedKeys(), touched, this.warehouse.now());
	}

	private Findings findings() {
		return new Findings(this.warehouse.jdbc(), Warehouse.CATALOG, Warehouse.REGIONS);
	}

	private FindingQuery query() {
		return new FindingQuery(this.warehouse.jdbc(), Warehouse.CATALOG, Warehouse.REGIONS);
	}

	private Explanation explain(long finding) {
		return new Explainer(this.warehouse.jdbc(), Warehouse.CATALOG, Warehouse.REGIONS).explain(finding)
			.orElseThrow();
	}

	private List<Listed> find(State state) {
		return query().find(new Filter(null, null, null, state, null, false, false));
	}

	private Finding only(State state) {
		assertThat(find(state)).hasSize(1);
		return Objects.requireNonNull(find(state).get(0).finding());
	}

	private Finding only(State state, String region) {
		return find(state).stream()
			.filter((listed) -> listed.subject().region().equals(region))
			.map(Listed::finding)
			.map(Objects::requireNonNull)
			.findFirst()
			.orElseThrow();
	}

	private @Nullable Cause cause(String region) {
		return query().find(new Filter(RULE, region, 2022, State.OPEN, null, true, false))
			.stream()
			.filter((listed) -> listed.subject().region().equals(region))
			.map((listed) -> Objects.requireNonNull(listed.verdict()).cause())
			.findFirst()
			.orElse(null);
	}

	private Map<String, List<?>> rows() {
		return Map.of("verdict", this.warehouse.jdbc().queryForList("select * from verdict order by id"), "finding",
				this.warehouse.jdbc().queryForList("select * from finding order by id"));
	}

}
