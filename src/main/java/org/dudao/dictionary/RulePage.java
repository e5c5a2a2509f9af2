package org.dudao.dictionary;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.dudao.catalog.Catalog;
import org.dudao.catalog.Parameter;
import org.dudao.catalog.Rule;
import org.dudao.catalog.Threshold;
import org.jspecify.annotations.Nullable;

/** What every rule demands, where the law says it, and the parameters that rules use. */
final class RulePage {

	private final Catalog catalog;

	private final Voice voice;

	RulePage(Catalog catalog, Voice voice) {
		this.catalog = catalog;
		this.voice = voice;
	}

	String rules() {
		Markdown page = new Markdown().heading(1, this.voice.say("rules"));
		page.paragraph(this.voice.say("rules.intro"));
		this.catalog.rules().forEach((rule) -> rule(page, rule));
		return page.toString();
	}

	String parameters() {
		Markdown page = new Markdown().heading(1, this.voice.say("parameters"));
		page.paragraph(this.voice.say("parameters.intro"));
		this.catalog.parameters().forEach((parameter) -> parameter(page, parameter));
		return page.toString();
	}

	private void rule(Markdown page, Rule rule) {
		page.heading(2, rule.name());
		page.paragraph("**" + this.voice.text(rule.title()) + "**");
		List<String> lines = new ArrayList<>();
		lines.add(this.voice.check(rule.check()));
		lines.add(this.voice.say("severity", rule.severity()));
		String scope = this.voice.joined(List.of(this.voice.stages(rule.stages()), String.join(", ", rule.levels()),
				this.voice.years(rule.from(), rule.until())));
		if (!scope.isEmpty()) {
			lines.add(this.voice.say("rule.scope", scope));
		}
		rule.clauses().forEach((clause) -> lines.add(this.voice.clause(clause)));
		lines.add(this.voice.say("rule.advice", this.voice.text(rule.advice())));
		page.bullets(lines);
		page.table(this.voice.says("given", "stage", "year", "outcome"),
				rule.examples().stream().map(this::example).toList());
	}

	private List<@Nullable String> example(Rule.Example example) {
		String given = example.given()
			.entrySet()
			.stream()
			.map((entry) -> entry.getKey() + " " + Voice.number(entry.getValue()))
			.collect(Collectors.joining(", "));
		List<@Nullable String> cells = new ArrayList<>();
		cells.add(given);
		cells.add((example.stage() != null) ? this.voice.stages(List.of(example.stage())) : "");
		cells.add((example.period() != null) ? String.valueOf(example.period()) : "");
		cells.add(this.voice.say("outcome", example.then()));
		return cells;
	}

	private void parameter(Markdown page, Parameter parameter) {
		page.heading(2, parameter.name());
		List<String> lines = new ArrayList<>();
		lines.add(this.voice.text(parameter.title()) + " (" + parameter.unit() + ")");
		if (parameter.values().isEmpty()) {
			lines.add(this.voice.say("parameter.empty"));
		}
		parameter.clauses().forEach((clause) -> lines.add(this.voice.clause(clause)));
		page.bullets(lines);
		page.table(this.voice.says("value", "stage", "region", "year"),
				parameter.values().stream().map(this::value).toList());
	}

	private List<@Nullable String> value(Threshold value) {
		return List.of(Voice.number(value.value()), this.voice.stages(value.stages()),
				String.join(" ", value.regions()), this.voice.years(value.from(), value.until()));
	}

}
