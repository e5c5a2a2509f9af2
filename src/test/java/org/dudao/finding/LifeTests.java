package org.dudao.finding;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

import org.dudao.finding.Explanation.Event;
import org.dudao.finding.Finding.Because;
import org.dudao.finding.Finding.State;
import org.dudao.finding.Finding.Turn;
import org.dudao.finding.FindingQuery.Filter;
import org.dudao.indicator.Computed;
import org.dudao.indicator.Touched;
import org.dudao.indicator.Warehouse;
import org.dudao.indicator.WarehouseTest;
import org.dudao.report.Digest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What persons say of findings, and how the data answer. */
class LifeTests extends WarehouseTest {

	private static final LocalDate TODAY = LocalDate.of(2026, 1, 1);

	private long finding;

	/** Spending per student falls from 10 to 9. */
	@BeforeEach
	void breach() {
		spending(2021, 1000);
		spending(2022, 900);
		this.finding = found().get(0).id();
	}

	@Test
	void waiverStaysWhenTheSameFiguresAreSentAgain() {
		waive(null);
		Evaluated again = spending(2022, 900);

		assertThat(again.changed()).isPositive();
		assertThat(again.lapsed()).isZero();
		assertThat(finding().state()).isEqualTo(State.EXPLAINED);
		assertThat(finding().statement()).isEqualTo(waiver(null));
		assertThat(turns()).containsExactly(Turn.OPENED, Turn.EXPLAINED);
	}

	@Test
	void waiverLapsesAsSoonAsAFigureChanges() {
		waive(null);
		Evaluated changed = spending(2022, 899);

		assertThat(changed.lapsed()).isEqualTo(1);
		assertThat(finding().state()).isEqualTo(State.OPEN);
		assertThat(finding().statement()).isNull();
		assertThat(last().turn()).isEqualTo(Turn.LAPSED);
		assertThat(last().because()).isEqualTo(Because.FIGURES);
		assertThat(last().submission()).isNotNull();
	}

	@Test
	void waiverLapsesWhenThePriorYearChangesToo() {
		waive(null);
		spending(2021, 1001);

		assertThat(finding().state()).isEqualTo(State.OPEN);
	}

	@ParameterizedTest
	@CsvSource({ "EXPLAINED, 899", "EXPLAINED, 1100", "RECTIFYING, 899", "RECTIFYING, 1100", "VERIFIED, 899",
			"VERIFIED, 1100", "CLOSED, 899", "CLOSED, 1100", "OPEN, 899", "OPEN, 1100" })
	void whatIsUndoneLeavesEverythingAsItWas(State state, int changed) {
		if (state != State.OPEN) {
			say(statement(state));
		}
		Finding before = finding();
		String digest = digest();

		spending(2022, changed);
		assertThat(digest()).isNotEqualTo(digest);
		spending(2022, 900);

		assertThat(digest()).isEqualTo(digest);
		assertThat(finding().state()).isEqualTo(before.state());
		assertThat(finding().because()).isEqualTo(before.because());
		assertThat(finding().statement()).isEqualTo(before.statement());
	}

	@Test
	void waiverSleepsWhileNothingCanBeJudged() {
		waive(null);
		String digest = digest();
		this.warehouse.withdraw("funding", "420602", 2022);
		evaluate();
		assertThat(finding().state()).isEqualTo(State.CLOSED);
		assertThat(finding().because()).isEqualTo(Because.NO_VERDICT);
		assertThat(finding().statement()).isNull();

		spending(2022, 900);

		assertThat(finding().state()).isEqualTo(State.EXPLAINED);
		assertThat(last().turn()).isEqualTo(Turn.RESUMED);
		assertThat(last().statement()).isEqualTo(waiver(null));
		assertThat(digest()).isEqualTo(digest);
	}

	@Test
	void waiverForTheNewFiguresLeavesTheOldOneForTheOld() {
		waive(null);
		spending(2022, 899);
		Statement other = new Statement(State.EXPLAINED, "one-time-funding", "Another project", null, "li");
		say(other);

		spending(2022, 900);
		assertThat(finding().statement()).isEqualTo(waiver(null));
		spending(2022, 899);
		assertThat(finding().statement()).isEqualTo(other);
	}

	@Test
	void waiverLapsesAfterItsLastDayAndNotBefore() {
		LocalDate last = LocalDate.of(2026, 3, 31);
		waive(last);

		assertThat(findings().lapse(last, this.warehouse.now()).lapsed()).isZero();
		assertThat(finding().state()).isEqualTo(State.EXPLAINED);
		assertThat(finding().statement()).satisfies((said) -> assertThat(said.isLapsing(last.plusDays(1))).isTrue());
		assertThat(findings().lapse(last.plusDays(1), this.warehouse.now()).lapsed()).isEqualTo(1);
		assertThat(finding().state()).isEqualTo(State.OPEN);
		assertThat(last().turn()).isEqualTo(Turn.LAPSED);
		assertThat(last().because()).isEqualTo(Because.TIME);

		spending(2022, 899);
		spending(2022, 900);
		assertThat(finding().state()).as("time does not come back").isEqualTo(State.OPEN);
	}

	@Test
	void sleepingWaiverEndsWithItsTimeToo() {
		waive(LocalDate.of(2026, 3, 31));
		spending(2022, 899);
		assertThat(findings().lapse(LocalDate.of(2026, 4, 1), this.warehouse.now()).lapsed()).isZero();

		spending(2022, 900);

		assertThat(finding().state()).isEqualTo(State.OPEN);
	}

	@ParameterizedTest
	@EnumSource(names = { "EXPLAINED", "RECTIFYING", "VERIFIED", "CLOSED" })
	void theDataCloseItWhateverWasSaid(State state) {
		say(statement(state));
		Evaluated corrected = spending(2022, 1100);

		assertThat(finding().state()).isEqualTo(State.CLOSED);
		assertThat(finding().because()).isEqualTo(Because.HOLDS);
		assertThat(finding().closedBy()).isNotNull();
		assertThat(corrected.closed()).isEqualTo((state == State.CLOSED) ? 0 : 1);
		assertThat(last().statement()).isNull();
	}

	@Test
	void closedByAPersonIsEnteredAsSuchAndOpensWhenTheFiguresChange() {
		say(statement(State.CLOSED));
		assertThat(finding().because()).isEqualTo(Because.PERSON);
		assertThat(finding().closedBy()).isNull();
		assertThat(finding().isBreach()).isTrue();
		assertThat(last().statement()).isEqualTo(statement(State.CLOSED));

		Evaluated worse = spending(2022, 800);

		assertThat(worse.reopened()).isEqualTo(1);
		assertThat(finding().state()).isEqualTo(State.OPEN);
		assertThat(last().turn()).isEqualTo(Turn.REOPENED);
		assertThat(last().because()).isEqualTo(Because.FIGURES);
	}

	@Test
	void deadlineStandsUntilTheFiguresHold() {
		say(statement(State.RECTIFYING));
		spending(2022, 950);

		assertThat(finding().state()).isEqualTo(State.RECTIFYING);
		Statement said = Objects.requireNonNull(finding().statement());
		assertThat(said.isOverdue(TODAY.plusDays(30))).isFalse();
		assertThat(said.isOverdue(TODAY.plusDays(31))).isTrue();
		assertThat(findings().lapse(TODAY.plusYears(1), this.warehouse.now()).lapsed()).isZero();
		assertThat(finding().state()).isEqualTo(State.RECTIFYING);
	}

	@Test
	void whatAPersonTakesBackIsGoneForGood() {
		waive(null);
		Finding open = new Statements(this.warehouse.jdbc(), Warehouse.CATALOG).reopen(this.finding, "not so", "zhao",
				this.warehouse.now());

		assertThat(open.state()).isEqualTo(State.OPEN);
		assertThat(last().because()).isEqualTo(Because.PERSON);
		assertThat(last().statement()).isEqualTo(new Statement(State.OPEN, null, "not so", null, "zhao"));
		spending(2022, 899);
		spending(2022, 900);
		assertThat(finding().state()).isEqualTo(State.OPEN);
	}

	@ParameterizedTest
	@CsvSource({ "EXPLAINED, VERIFIED, 'waive, rectify, close, reopen'",
			"VERIFIED, EXPLAINED, 'rectify, close, reopen'", "CLOSED, EXPLAINED, reopen", "CLOSED, RECTIFYING, reopen",
			"CLOSED, CLOSED, reopen" })
	void whatCannotFollowIsRefusedWithWhatCan(State first, State second, String possible) {
		say(statement(first));

		assertThatThrownBy(() -> say(statement(second))).isInstanceOfSatisfying(NotPossible.class, (refused) -> {
			assertThat(refused.reason().code()).isEqualTo("finding.act.not-possible");
			assertThat(refused.reason().args()).endsWith(possible);
		});
		assertThat(finding().state()).isEqualTo(first);
	}

	@Test
	void nothingCanBeSaidOfWhatTheDataClosed() {
		spending(2022, 1100);

		assertThat(refusal(statement(State.EXPLAINED))).isEqualTo("finding.act.by-data");
		assertThatThrownBy(() -> new Statements(this.warehouse.jdbc(), Warehouse.CATALOG).reopen(this.finding, "still",
				"zhao", this.warehouse.now()))
			.isInstanceOfSatisfying(NotPossible.class,
					(refused) -> assertThat(refused.reason().code()).isEqualTo("finding.act.by-data"));
	}

	@Test
	void reasonDayAndTextAreChecked() {
		assertThat(refusal(new Statement(State.EXPLAINED, "no-such", "why", null, "li")))
			.isEqualTo("finding.act.reason");
		assertThat(refusal(new Statement(State.EXPLAINED, "rounding", "why", null, "li")))
			.isEqualTo("finding.act.severity");
		assertThat(refusal(new Statement(State.EXPLAINED, "overload", "why", null, "li")))
			.isEqualTo("finding.act.months");
		assertThat(refusal(new Statement(State.EXPLAINED, "overload", "why", TODAY.plusMonths(6).plusDays(1), "li")))
			.isEqualTo("finding.act.months");
		assertThat(refusal(new Statement(State.RECTIFYING, null, "why", TODAY.minusDays(1), "li")))
			.isEqualTo("finding.act.past");
		assertThat(refusal(new Statement(State.VERIFIED, null, " ", null, "li"))).isEqualTo("finding.act.text");
		assertThat(turns()).containsExactly(Turn.OPENED);
		say(new Statement(State.EXPLAINED, "overload", "why", TODAY.plusMonths(6), "li"));
		assertThat(finding().state()).isEqualTo(State.EXPLAINED);
	}

	@Test
	void everyMomentOfItsLifeCanBeAskedFor() {
		Instant open = this.warehouse.now();
		this.warehouse.touched();
		waive(null);
		Instant explained = this.warehouse.now();
		String digest = digest();
		spending(2022, 899);
		spending(2022, 1100);

		assertThat(at(open)).extracting(Finding::state).containsExactly(State.OPEN);
		assertThat(at(explained)).extracting(Finding::statement).containsExactly(waiver(null));
		assertThat(new Digest(this.warehouse.jdbc(), Warehouse.CATALOG).of(explained).findings()).isEqualTo(digest);
		assertThat(turns()).containsExactly(Turn.OPENED, Turn.EXPLAINED, Turn.LAPSED, Turn.CLOSED);
	}

	@Test
	void earlierEventsStayAsTheyWere() {
		List<?> opened = events();
		waive(null);
		spending(2022, 899);
		spending(2022, 1100);

		assertThat(events()).hasSize(4);
		assertThat(events().subList(0, 1)).isEqualTo(opened);
	}

	private List<?> events() {
		return this.warehouse.jdbc().queryForList("select * from finding_event order by id");
	}

	private @Nullable String refusal(Statement statement) {
		try {
			say(statement);
			return null;
		}
		catch (NotPossible refused) {
			return refused.reason().code();
		}
	}

	private void waive(@Nullable LocalDate until) {
		say(waiver(until));
	}

	private static Statement waiver(@Nullable LocalDate until) {
		return new Statement(State.EXPLAINED, "one-time-funding", "A new building in 2021", until, "li");
	}

	private static Statement statement(State state) {
		return switch (state) {
			case EXPLAINED -> waiver(null);
			case RECTIFYING -> new Statement(state, null, "Budget is being added", TODAY.plusDays(30), "li");
			default -> new Statement(state, null, "Seen on the spot", null, "li");
		};
	}

	private void say(Statement statement) {
		new Statements(this.warehouse.jdbc(), Warehouse.CATALOG).enter(this.finding, statement, TODAY,
				this.warehouse.now());
	}

	private Evaluated spending(int year, int spending) {
		this.warehouse.file("funding", "420602 " + year + " primary standard students=100 spending=" + spending);
		return evaluate();
	}

	private Evaluated evaluate() {
		List<Touched> touched = this.warehouse.touched();
		Computed computed = this.warehouse.indicators().compute(touched, this.warehouse.now());
		return findings().evaluate(computed.changedKeys(), touched, this.warehouse.now());
	}

	private Findings findings() {
		return new Findings(this.warehouse.jdbc(), Warehouse.CATALOG, Warehouse.REGIONS);
	}

	private List<Finding> found() {
		return at(null);
	}

	private List<Finding> at(@Nullable Instant moment) {
		return new FindingQuery(this.warehouse.jdbc(), Warehouse.CATALOG, Warehouse.REGIONS)
			.find(new Filter(null, null, null, null, moment, false, false))
			.stream()
			.map((listed) -> Objects.requireNonNull(listed.finding()))
			.toList();
	}

	private Finding finding() {
		assertThat(found()).hasSize(1);
		return found().get(0);
	}

	private List<Event> life() {
		return new Explainer(this.warehouse.jdbc(), Warehouse.CATALOG, Warehouse.REGIONS).explain(this.finding)
			.orElseThrow()
			.events();
	}

	private List<Turn> turns() {
		return life().stream().map(Event::turn).toList();
	}

	private Event last() {
		List<Event> life = life();
		return life.get(life.size() - 1);
	}

	private String digest() {
		return new Digest(this.warehouse.jdbc(), Warehouse.CATALOG).of().findings();
	}

}
