package org.dudao.catalog;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** Reads the files of {@code indicators/}. */
final class IndicatorReader {

	private final Mistakes mistakes;

	private final Lookup lookup;

	private final List<Feed> feeds;

	IndicatorReader(Mistakes mistakes, List<Feed> feeds) {
		this.mistakes = mistakes;
		this.lookup = new Lookup(mistakes);
		this.feeds = feeds;
	}

	List<Indicator> read(List<Yaml> indicators) {
		this.lookup.unique(indicators.stream().map((yaml) -> yaml.get("indicator")).toList());
		List<Indicator> all = new ArrayList<>();
		indicators.forEach((yaml) -> all.add(read(yaml)));
		return all;
	}

	private Indicator read(Yaml yaml) {
		Indicator.Kind kind = Indicator.Kind.TOTAL;
		for (Indicator.Kind each : Indicator.Kind.values()) {
			if (!yaml.get(word(each)).isMissing()) {
				kind = each;
			}
		}
		Yaml name = yaml.get("feed");
		this.lookup.isKnown(name, "feed", this.feeds.stream().map(Feed::name).toList());
		Optional<Feed> feed = this.feeds.stream().filter((each) -> each.name().equals(name.text())).findFirst();
		Yaml formula = yaml.get(word(kind));
		return new Indicator(yaml.get("indicator").text(), Lookup.text(yaml.get("title")), yaml.get("unit").text(),
				name.text(), kind, expression(formula.get("of"), feed), expression(formula.get("in"), feed),
				field(yaml.get("reported"), feed), field(yaml.get("prior"), feed), field(yaml.get("growth"), feed),
				byStage(yaml.get("by"), feed));
	}

	private static String word(Indicator.Kind kind) {
		return kind.name().toLowerCase(Locale.ROOT);
	}

	private boolean byStage(Yaml by, Optional<Feed> feed) {
		boolean byStage = by.texts().contains("stage");
		boolean has = feed.isEmpty()
				|| feed.get().fields().stream().anyMatch((field) -> field.type() == FieldType.STAGE);
		if (byStage && !has) {
			this.mistakes.add(by, "catalog.indicator.stage", feed.get().name());
		}
		return byStage;
	}

	private @Nullable Expression expression(Yaml text, Optional<Feed> feed) {
		Expression expression = this.lookup.expression(text);
		if (expression == null || feed.isEmpty()) {
			return expression;
		}
		if (expression.isCondition()) {
			this.mistakes.add(text, "catalog.expression.figure", text.text());
		}
		Set<String> parts = new LinkedHashSet<>();
		for (String name : expression.fields()) {
			if (isMeasure(text, name, feed.get())) {
				feed.get().field(name).map(Field::part).ifPresent(parts::add);
			}
		}
		if (parts.size() > 1) {
			this.mistakes.add(text, "catalog.expression.parts", text.text(), String.join(", ", parts));
		}
		return expression;
	}

	private @Nullable String field(Yaml name, Optional<Feed> feed) {
		if (!name.isMissing()) {
			feed.ifPresent((each) -> isMeasure(name, name.text(), each));
		}
		return name.textOrNull();
	}

	private boolean isMeasure(Yaml at, String name, Feed feed) {
		this.lookup.isKnown(at, name, "field", feed.fields().stream().map(Field::name).toList());
		Optional<Field> field = feed.field(name);
		if (field.isPresent() && !field.get().type().isMeasure()) {
			this.mistakes.add(at, "catalog.field.measure", name);
		}
		return field.isPresent() && field.get().type().isMeasure();
	}

}
