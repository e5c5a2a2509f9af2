package org.dudao.scorecard;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.dudao.catalog.Clause;
import org.dudao.catalog.Rule;
import org.dudao.catalog.Rule.Outcome;
import org.dudao.catalog.Scorecard;
import org.dudao.catalog.Scoring;
import org.dudao.catalog.Text;
import org.dudao.finding.Cause;
import org.dudao.finding.Finding;
import org.dudao.finding.Listed;
import org.dudao.finding.Operand;
import org.dudao.finding.Verdict;
import org.dudao.indicator.ValueKey;
import org.dudao.indicator.Warehouse;
import org.jspecify.annotations.Nullable;

/**
 * Cards and verdicts as the tests want them. A verdict is written
 * {@code grow:primary=breach}, on another basis {@code grow:primary/other=holds}, with a
 * figure {@code large:junior=breach@2.5}; {@code grow} breaches the law, {@code large}
 * asks for an explanation and has the limit 0.
 */
final class Sheets {

	static final String GROW = "by-stage-never-decreases";

	static final String LARGE = "no-large-classes";

	static final List<Scorecard.Grade> GRADES = List.of(grade("excellent", "90"), grade("good", "80"),
			grade("qualified", "65"), grade("unqualified", null));

	private Sheets() {
	}

	static Scorecard.Item item(String name, String points, Scoring scoring) {
		return new Scorecard.Item(name, text(name), new BigDecimal(points), List.of(), scoring, List.of(), List.of());
	}

	/** A card for counties with one section, whose points are those of its items. */
	static Scorecard card(List<Scorecard.Veto> vetoes, Scorecard.Item... items) {
		return card("county", vetoes, items);
	}

	static Scorecard card(String level, List<Scorecard.Veto> vetoes, Scorecard.Item... items) {
		BigDecimal total = Arrays.stream(items).map(Scorecard.Item::points).reduce(BigDecimal.ZERO, BigDecimal::add);
		Scorecard.Section section = new Scorecard.Section("all", text("all"), total, null, List.of(items));
		return new Scorecard("card", text("card"), null, List.of(new Clause("d", null, null, "q", Clause.Confidence.S)),
				level, 2021, null, total, null, List.of(section), GRADES, vetoes, List.of());
	}

	static Scorecard.Veto veto(String rule, @Nullable String below, @Nullable String best, int down) {
		return new Scorecard.Veto(rule, text(rule), List.of(), List.of(rule), List.of(), List.of(), below, best, down);
	}

	private static Scorecard.Grade grade(String name, @Nullable String from) {
		return new Scorecard.Grade(name, text(name), (from != null) ? new BigDecimal(from) : null);
	}

	static Text text(String text) {
		return new Text(text, text);
	}

	static List<Listed> verdicts(@Nullable String written) {
		List<Listed> verdicts = new ArrayList<>();
		if (written != null) {
			for (String one : written.split(" ")) {
				verdicts.add(verdict(one.split("[:=]"), verdicts.size() + 1));
			}
		}
		return verdicts;
	}

	private static Listed verdict(String[] parts, long number) {
		String name = Map.of("grow", GROW, "large", LARGE).get(parts[0]);
		Rule rule = Warehouse.CATALOG.rule(name).orElseThrow();
		String[] where = parts[1].split("/");
		String[] what = parts[2].split("@");
		ValueKey key = new ValueKey(rule.check().indicator(), "420602", 2022, where[0],
				(where.length > 1) ? where[1] : "standard");
		boolean breach = !what[0].equals("holds") && !what[0].equals("unknown");
		Outcome outcome = breach ? Outcome.BREACH : what[0].equals("holds") ? Outcome.HOLDS : Outcome.NOT_EVALUABLE;
		BigDecimal figure = (what.length > 1) ? new BigDecimal(what[1]) : null;
		Operand left = new Operand(1L, figure, null, null, null, null, null);
		Verdict verdict = new Verdict(name, key, outcome, (outcome == Outcome.NOT_EVALUABLE) ? Cause.SUPPRESSED : null,
				null, null, left, Operand.NONE, name.equals(LARGE) ? BigDecimal.ZERO : null);
		Finding.Subject subject = new Finding.Subject(name, "420602", 2022, key.stage(), key.basis());
		Finding finding = breach ? new Finding(number, subject, rule.severity(),
				what[0].equals("breach") ? Finding.State.OPEN : Finding.State.CLOSED, java.time.Instant.EPOCH, null,
				null, null, null, null) : null;
		return new Listed(finding, subject, rule, "First", verdict);
	}

}
