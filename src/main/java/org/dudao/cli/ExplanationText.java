package org.dudao.cli;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.dudao.catalog.Catalog;
import org.dudao.catalog.Indicator;
import org.dudao.catalog.Stage;
import org.dudao.finding.Explanation;
import org.dudao.finding.Explanation.Evidence;
import org.dudao.finding.Explanation.FactLine;
import org.dudao.finding.Explanation.Facts;
import org.dudao.finding.Listed;
import org.dudao.finding.Operand;
import org.dudao.finding.Verdict;
import org.dudao.indicator.Value;
import org.dudao.message.Messages;
import org.dudao.report.SourceLines;
import org.dudao.submission.Submission;

/**
 * A finding explained to a person: rule and clause, figures, and the lines they came
 * from.
 */
final class ExplanationText {

	private final Screen screen;

	private final Messages messages;

	private final SourceLines lines;

	private final Catalog catalog;

	ExplanationText(Screen screen, SourceLines lines, Catalog catalog) {
		this.screen = screen;
		this.messages = screen.messages();
		this.lines = lines;
		this.catalog = catalog;
	}

	void show(Explanation explanation) throws IOException {
		head(explanation.finding());
		LifeText.show(explanation.events(), this.screen);
		for (Evidence evidence : explanation.evidence()) {
			evidence(evidence, 0);
		}
	}

	private void head(Listed listed) {
		String stage = this.catalog.stage(listed.subject().stage())
			.map(Stage::title)
			.map((title) -> this.messages.text("text.comma") + title.in(this.messages.locale()))
			.orElse("");
		this.screen.say("explain.head", listed.finding().id(), listed.regionName(), listed.subject().region(),
				listed.subject().period(), stage, VerdictText.title(listed, this.messages.locale()));
		if (listed.rule() != null) {
			listed.rule()
				.clauses()
				.forEach((clause) -> this.screen.say("explain.clause", VerdictText.clause(clause, this.messages),
						clause.confidence()));
		}
		Verdict verdict = listed.verdict();
		if (verdict != null) {
			verdict(listed, verdict);
		}
		if (listed.finding().statement() != null) {
			this.screen.say("explain.said", LifeText.standing(listed.finding(), this.screen));
		}
		if (listed.rule() != null) {
			this.screen.say("explain.advice", listed.rule().advice().in(this.messages.locale()));
		}
	}

	private void verdict(Listed listed, Verdict verdict) {
		String growth = (verdict.left().growth() != null)
				? this.messages.text("explain.growth", Figures.shown(verdict.left().growth())) : "";
		if (listed.rule() != null) {
			this.screen
				.line("  " + this.messages.text("explain.severity", VerdictText.severity(listed, this.messages)));
		}
		this.screen.say("explain.verdict", VerdictText.outcome(listed, this.messages),
				VerdictText.value(listed, this.catalog), VerdictText.compared(listed, this.catalog), growth);
		if (verdict.left().source() != null) {
			this.screen.line("  " + this.messages.text(VerdictText.key("verdict.source.", verdict.left().source())));
			if (verdict.grounds().areas() != null) {
				this.screen.line("  " + this.messages.text("verdict.areas", verdict.grounds().areas()));
			}
		}
		priors(listed, verdict);
		if (verdict.classification() != null) {
			this.screen
				.line("  " + this.messages.text(VerdictText.key("verdict.classification.", verdict.classification()),
						listed.subject().period() - 1));
		}
		if (listed.materiality() != null) {
			this.screen.line("  " + this.messages.text(listed.materiality().message()));
		}
	}

	/** The prior year on every basis that there is. */
	private void priors(Listed listed, Verdict verdict) {
		if (verdict.left().source() == Operand.Source.RESTATED && verdict.left().published() != null) {
			this.screen.line("  " + this.messages.text("verdict.prior-restated", listed.subject().period() - 1,
					Figures.shown(verdict.left().prior()), Figures.shown(verdict.left().published())));
		}
		Operand.Then then = verdict.left().then();
		if (then.figure() != null) {
			this.screen.line("  " + this.messages.text("verdict.priors", listed.subject().period() - 1,
					Figures.shown(then.figure()), (then.submission() != null) ? then.submission() : "-",
					Figures.shown(verdict.left().published())));
		}
	}

	private void evidence(Evidence evidence, int depth) throws IOException {
		String indent = "  ".repeat(depth);
		Value value = evidence.value();
		String title = this.catalog.indicator(value.key().indicator())
			.map(Indicator::title)
			.map((text) -> text.in(this.messages.locale()))
			.orElse(value.key().indicator());
		this.screen.line("");
		String of = (value.numerator() != null && value.denominator() != null)
				? " = " + Figures.shown(value.numerator()) + " / " + Figures.shown(value.denominator()) : "";
		this.screen.line(indent + this.messages.text("explain.value",
				this.messages.text(VerdictText.key("explain.role.", evidence.role())), title, value.key().region(),
				value.key().period(), Figures.shown(value.value()) + of));
		for (Facts facts : evidence.facts()) {
			facts(facts, indent + "  ");
		}
		if (value.gap() != null) {
			String in = (value.gapOf() != null) ? " (" + value.gapOf() + ")" : "";
			this.screen.line(indent + "  " + this.messages.text(value.gap().message()) + in);
		}
		for (Evidence below : evidence.below()) {
			evidence(below, depth + 1);
		}
	}

	private String title(String parameter) {
		return this.catalog.parameter(parameter)
			.map((known) -> known.title().in(this.messages.locale()))
			.orElse(parameter);
	}

	private void facts(Facts facts, String indent) throws IOException {
		Submission submission = this.lines.submission(facts.submission());
		this.screen.line(indent + this.messages.text("explain.file", submission.id(), submission.fileName(),
				(submission.sender() != null) ? submission.sender() : "-", submission.sha256().substring(0, 12)));
		Map<Integer, String> raw = this.lines.raw(facts.submission(),
				facts.lines().stream().map(FactLine::line).collect(Collectors.toSet()));
		for (FactLine line : facts.lines()) {
			String text = Objects.requireNonNullElse(raw.get(line.line()), "");
			this.screen.line(indent + this.messages.text("explain.line", line.line(), text));
			List<SourceLines.Cell> cells = this.lines.cells(facts.submission(), text, line.item(), facts.fields());
			for (SourceLines.Cell cell : cells) {
				this.screen.line(
						indent + "  " + this.messages.text("explain.cell", cell.column(), cell.header(), cell.text()));
			}
			line.parameters()
				.forEach((name, worth) -> this.screen
					.line(indent + "  " + this.messages.text("explain.parameter", title(name), Figures.shown(worth))));
		}
		if (facts.total() == 0) {
			this.lines.purged(facts.submission())
				.ifPresent((when) -> this.screen
					.line(indent + this.messages.text("explain.purged", this.screen.time(when))));
		}
		if (facts.total() > facts.lines().size()) {
			this.screen.line(indent + this.messages.text("explain.more", facts.total() - facts.lines().size()));
		}
	}

}
