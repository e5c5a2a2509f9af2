package org.dudao.dictionary;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.dudao.catalog.Catalog;
import org.dudao.catalog.Clause;
import org.dudao.catalog.Coverage;
import org.dudao.catalog.Rule;
import org.dudao.catalog.Rule.Outcome;
import org.dudao.catalog.Text;
import org.jspecify.annotations.Nullable;

/**
 * Clause by clause which rule judges it and by how many examples it is proved, and what
 * is not covered.
 */
final class CoveragePage {

	private final Catalog catalog;

	private final Voice voice;

	CoveragePage(Catalog catalog, Voice voice) {
		this.catalog = catalog;
		this.voice = voice;
	}

	String coverage() {
		Markdown page = new Markdown().heading(1, this.voice.say("coverage"));
		page.paragraph(this.voice.say("coverage.intro"));
		List<Coverage.Requirement> requirements = this.catalog.coverage().requirements();
		List<Coverage.Requirement> open = requirements.stream()
			.filter((requirement) -> requirement.notCovered() != null)
			.toList();
		if (!open.isEmpty()) {
			page.heading(2, this.voice.say("coverage.open"));
			page.table(this.voice.says("requirement", "title", "covered-by", "why"),
					open.stream().map(this::open).toList());
		}
		if (!requirements.isEmpty()) {
			page.heading(2, this.voice.say("coverage.requirements"));
			page.table(this.voice.says("requirement", "title", "covered-by", "examples"),
					requirements.stream()
						.filter((requirement) -> requirement.notCovered() == null)
						.map(this::requirement)
						.toList());
		}
		page.heading(2, this.voice.say("coverage.clauses"));
		page.table(this.voice.says("clause", "rule", "examples"), clauses());
		return page.toString();
	}

	String figures() {
		Markdown page = new Markdown().heading(1, this.voice.say("figures"));
		page.paragraph(this.voice.say("figures.intro"));
		page.table(this.voice.says("report", "quote", "feed", "field-or-why"),
				this.catalog.coverage().figures().stream().map(this::figure).toList());
		return page.toString();
	}

	private List<@Nullable String> open(Coverage.Requirement requirement) {
		return List.of(requirement.id(), title(requirement), by(requirement),
				this.voice.text(Objects.requireNonNull(requirement.notCovered())));
	}

	private List<@Nullable String> requirement(Coverage.Requirement requirement) {
		return List.of(requirement.id(), title(requirement), by(requirement), examples(
				this.catalog.rules().stream().filter((rule) -> requirement.rules().contains(rule.name())).toList()));
	}

	private String title(Coverage.Requirement requirement) {
		Text title = requirement.title();
		return (title != null) ? this.voice.text(title)
				: this.catalog.rules()
					.stream()
					.filter((rule) -> requirement.rules().contains(rule.name()))
					.map((rule) -> this.voice.text(rule.title()))
					.distinct()
					.collect(Collectors.joining("; "));
	}

	private static String by(Coverage.Requirement requirement) {
		Stream<String> rules = requirement.rules().stream().map((rule) -> Markdown.link(rule, "rules.md#" + rule));
		Stream<String> indicators = requirement.indicators()
			.stream()
			.map((indicator) -> Markdown.link(indicator, "indicators.md#" + indicator));
		Stream<String> parameters = requirement.parameters()
			.stream()
			.map((parameter) -> Markdown.link(parameter, "parameters.md#" + parameter));
		Stream<String> feeds = requirement.feeds().stream().map((feed) -> Markdown.link(feed, "feeds/" + feed + ".md"));
		return Stream.of(rules, indicators, parameters, feeds)
			.flatMap((part) -> part)
			.collect(Collectors.joining(", "));
	}

	private List<List<@Nullable String>> clauses() {
		Map<String, List<Rule>> rules = new LinkedHashMap<>();
		for (Rule rule : this.catalog.rules()) {
			for (Clause clause : rule.clauses()) {
				List<Rule> same = rules.computeIfAbsent(place(clause), (none) -> new ArrayList<>());
				if (!same.contains(rule)) {
					same.add(rule);
				}
			}
		}
		List<List<@Nullable String>> rows = new ArrayList<>();
		rules.entrySet()
			.stream()
			.sorted(Map.Entry.comparingByKey())
			.forEach((entry) -> entry.getValue()
				.forEach((rule) -> rows.add(List.of(Markdown.plain(entry.getKey()),
						Markdown.link(rule.name(), "rules.md#" + rule.name()), examples(List.of(rule))))));
		return rows;
	}

	private static String place(Clause clause) {
		return Stream.of(clause.document(), clause.number(), clause.article())
			.filter(Objects::nonNull)
			.collect(Collectors.joining(" "));
	}

	private String examples(List<Rule> rules) {
		List<String> counts = new ArrayList<>();
		for (Outcome outcome : Outcome.values()) {
			long count = rules.stream()
				.flatMap((rule) -> rule.examples().stream())
				.filter((example) -> example.then() == outcome)
				.count();
			counts.add((count > 0) ? count + " " + this.voice.say("outcome", outcome) : "");
		}
		return this.voice.joined(counts);
	}

	private List<@Nullable String> figure(Coverage.Figure figure) {
		String feed = figure.feed();
		String link = (feed != null) ? Markdown.link(feed, "feeds/" + feed + ".md") : this.voice.say("context");
		String what = (figure.context() != null) ? this.voice.text(figure.context()) : Markdown.codes(figure.fields());
		return List.of(figure.report(), Markdown.plain(figure.quote()), link, what);
	}

}
