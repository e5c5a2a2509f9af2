package org.dudao.dictionary;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.dudao.catalog.Catalog;
import org.dudao.catalog.Expression;
import org.dudao.catalog.Indicator;
import org.dudao.catalog.Rule;
import org.jspecify.annotations.Nullable;

/** How every indicator is worked out, and which rules judge it. */
final class IndicatorPage {

	private final Catalog catalog;

	private final Voice voice;

	IndicatorPage(Catalog catalog, Voice voice) {
		this.catalog = catalog;
		this.voice = voice;
	}

	String all() {
		Markdown page = new Markdown().heading(1, this.voice.say("indicators"));
		page.paragraph(this.voice.say("indicators.intro"));
		this.catalog.indicators().forEach((indicator) -> one(page, indicator));
		return page.toString();
	}

	private void one(Markdown page, Indicator indicator) {
		page.heading(2, indicator.name());
		List<String> lines = new ArrayList<>();
		lines.add(this.voice.text(indicator.title()) + " (" + indicator.unit() + ")");
		String feed = indicator.feed();
		if (feed != null) {
			lines.add(this.voice.say("indicator.from", Markdown.link(feed, "feeds/" + feed + ".md")));
		}
		lines.add(this.voice.say("kind", indicator.kind()) + " " + formula(indicator));
		Expression rows = indicator.rows();
		if (rows != null) {
			lines.add(this.voice.say("indicator.rows", Markdown.code(rows.text())));
		}
		indicator.where()
			.forEach((name, operand) -> lines.add(Markdown.code(name) + " = " + this.voice.indicator(operand)));
		if (indicator.byStage()) {
			lines.add(this.voice.say("indicator.by-stage"));
		}
		stated(lines, indicator);
		List<String> rules = this.catalog.rules()
			.stream()
			.filter((rule) -> rule.check().indicator().equals(indicator.name())
					|| indicator.name().equals(rule.check().than()))
			.map(Rule::name)
			.map((rule) -> Markdown.link(rule, "rules.md#" + rule))
			.toList();
		if (!rules.isEmpty()) {
			lines.add(this.voice.say("indicator.rules", String.join(", ", rules)));
		}
		page.bullets(lines);
	}

	private static String formula(Indicator indicator) {
		Expression of = indicator.of();
		Expression in = indicator.in();
		return ((of != null) ? Markdown.code(of.text()) : "") + ((in != null) ? " / " + Markdown.code(in.text()) : "");
	}

	private void stated(List<String> lines, Indicator indicator) {
		List<String> fields = java.util.stream.Stream
			.<@Nullable String>of(indicator.reported(), indicator.prior(), indicator.growth())
			.filter(Objects::nonNull)
			.map(Markdown::code)
			.toList();
		if (!fields.isEmpty()) {
			lines.add(this.voice.say("indicator.stated", String.join(", ", fields)));
		}
	}

}
