package org.dudao.assessment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.dudao.assessment.Report.Block;
import org.dudao.assessment.Report.Items;
import org.dudao.assessment.Report.Paragraph;
import org.dudao.assessment.Report.Run;
import org.dudao.catalog.Clause;
import org.dudao.catalog.ReportForm.Phrase;
import org.dudao.catalog.Rule;
import org.dudao.finding.Listed;
import org.dudao.finding.Statement;
import org.dudao.finding.Verdict;
import org.dudao.indicator.Value;
import org.dudao.message.Messages;

/**
 * The findings that are breaches by the data, explained or not, with their clauses, and
 * what the rules advise.
 */
final class Problems {

	private static final Comparator<Listed> GRAVEST_FIRST = Comparator
		.<Listed>comparingInt((listed) -> rule(listed).map(Rule::severity).map(Enum::ordinal).orElse(0))
		.thenComparing((listed) -> listed.subject().rule())
		.thenComparing((listed) -> listed.subject().stage())
		.thenComparing((listed) -> listed.subject().basis());

	private final Scope scope;

	private final Known known;

	private final Changes changes;

	private final Notes notes;

	private final Amounts amounts;

	private final List<Listed> open;

	private final Messages messages;

	Problems(Scope scope, Known known, Changes changes, Notes notes, Amounts amounts, List<Listed> open) {
		this.scope = scope;
		this.known = known;
		this.changes = changes;
		this.notes = notes;
		this.amounts = amounts;
		this.open = open.stream().sorted(GRAVEST_FIRST).toList();
		this.messages = new Messages(scope.locale());
	}

	List<Block> problems() {
		if (this.open.isEmpty()) {
			return List.of(said(Phrase.NO_PROBLEMS));
		}
		List<Block> blocks = new ArrayList<>();
		blocks
			.add(new Paragraph(List.of(Run.words(this.scope.say(Phrase.PROBLEMS, Map.of("count", this.open.size()))))));
		blocks.add(new Items(true, this.open.stream().map(this::problem).toList()));
		return blocks;
	}

	/** The advice of each rule that is broken, once. */
	List<Block> steps() {
		Set<String> advice = this.open.stream()
			.flatMap((listed) -> rule(listed).stream())
			.map((rule) -> rule.advice().in(this.scope.locale()).strip().replaceAll("\\s+", " "))
			.collect(Collectors.toCollection(LinkedHashSet::new));
		if (advice.isEmpty()) {
			return List.of(said(Phrase.NO_STEPS));
		}
		return List.of(new Items(true, advice.stream().map((text) -> List.of(Run.words(text))).toList()));
	}

	private Paragraph said(Phrase phrase) {
		return new Paragraph(List.of(Run.words(this.scope.say(phrase, Map.of()))));
	}

	private List<Run> problem(Listed listed) {
		Marked marked = new Marked();
		String stage = listed.subject().stage();
		String title = rule(listed).map((rule) -> rule.title().in(this.scope.locale())).orElse(listed.subject().rule());
		return marked.runs(
				this.scope.say(Phrase.PROBLEM,
						Map.of("title", title, "stage",
								stage.isEmpty() ? ""
										: this.messages.text("assessment.note.stage", this.scope.stage(stage)),
								"value", value(listed, marked), "clause", clauses(listed), "finding",
								String.valueOf(Objects.requireNonNull(listed.finding()).id())))
						+ said(listed),
				this.notes);
	}

	/** What a person said of it, which does not make it less of a problem. */
	private String said(Listed listed) {
		Statement said = Objects.requireNonNull(listed.finding()).statement();
		if (said == null) {
			return "";
		}
		String until = (said.until() != null) ? this.messages.text("assessment.problem.until", said.until()) : "";
		return this.messages.text("assessment.problem." + said.state().name().toLowerCase(Locale.ROOT), said.text(),
				until);
	}

	/** What it is and what it was, or what it should be. */
	private String value(Listed listed, Marked marked) {
		Verdict verdict = listed.verdict();
		Optional<Value> value = Optional.ofNullable(verdict).map(Verdict::key).flatMap(this.known::find);
		if (verdict == null || value.isEmpty()) {
			return "–";
		}
		String figure = this.changes.value(value.get(), marked);
		BigDecimal limit = verdict.threshold();
		if (limit != null) {
			String unit = this.known.unit(verdict.key().indicator());
			return this.messages.text("assessment.problem.limit", figure, this.amounts.write(limit, unit));
		}
		return this.messages.text("assessment.problem.change", figure, this.changes.words(value.get(), marked));
	}

	private String clauses(Listed listed) {
		return rule(listed).map(Rule::clauses)
			.orElse(List.of())
			.stream()
			.map(this::clause)
			.collect(Collectors.joining(this.scope.isChinese() ? "；" : "; "));
	}

	private String clause(Clause clause) {
		String place = Stream.of(clause.number(), clause.article())
			.filter(Objects::nonNull)
			.collect(Collectors.joining(this.scope.comma()));
		return this.messages.text(place.isEmpty() ? "assessment.clause" : "assessment.clause.article",
				clause.document(), clause.quote(), place);
	}

	private static Optional<Rule> rule(Listed listed) {
		return Optional.ofNullable(listed.rule());
	}

}
