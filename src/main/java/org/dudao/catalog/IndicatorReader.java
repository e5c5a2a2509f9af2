package org.dudao.catalog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** Reads the files of {@code indicators/}. */
final class IndicatorReader {

	private final Mistakes mistakes;

	private final Lookup lookup;

	private final List<String> stages;

	private final List<Feed> feeds;

	private final List<String> parameters;

	IndicatorReader(Mistakes mistakes, List<Stage> stages, List<Feed> feeds, List<Parameter> parameters) {
		this.mistakes = mistakes;
		this.lookup = new Lookup(mistakes);
		this.stages = stages.stream().map(Stage::name).toList();
		this.feeds = feeds;
		this.parameters = parameters.stream().map(Parameter::name).toList();
	}

	List<Indicator> read(List<Yaml> indicators) {
		this.lookup.unique(indicators.stream().map((yaml) -> yaml.get("indicator")).toList());
		Map<String, Yaml> all = new HashMap<>();
		indicators.forEach((yaml) -> all.putIfAbsent(yaml.get("indicator").text(), yaml));
		Formulas formulas = new Formulas(this.mistakes, all);
		List<Indicator> read = new ArrayList<>();
		for (Yaml yaml : indicators) {
			read.add((kind(yaml) == Indicator.Kind.FORMULA) ? formula(yaml, formulas) : summed(yaml));
		}
		return read;
	}

	private Indicator summed(Yaml yaml) {
		Indicator.Kind kind = kind(yaml);
		Yaml name = yaml.get("feed");
		if (name.isMissing()) {
			this.mistakes.add(yaml, "catalog.schema.required", "feed");
		}
		this.lookup.isKnown(name, "feed", this.feeds.stream().map(Feed::name).toList());
		Optional<Feed> feed = this.feeds.stream().filter((each) -> each.name().equals(name.text())).findFirst();
		Yaml sums = yaml.get(word(kind));
		Yaml below = sums.get((kind == Indicator.Kind.VARIATION) ? "by" : "in");
		Expression of = null;
		Expression in = null;
		Expression rows = null;
		List<Indicator.Example> examples = List.of();
		if (feed.isPresent()) {
			Scope scope = Scope.of(this.mistakes, feed.get(), this.stages, this.parameters);
			scope.let(yaml.get("let"));
			of = scope.figure(sums.get("of"));
			in = scope.figure(below);
			rows = yaml.get("rows").isMissing() ? null : scope.condition(yaml.get("rows"));
			onePart(sums.get("of"), feed.get(), of, rows);
			onePart(below, feed.get(), in, rows);
			examples = examples().ofRows(yaml, feed.get());
		}
		return new Indicator(yaml.get("indicator").text(), Lookup.text(yaml.get("title")), yaml.get("unit").text(),
				name.text(), kind, of, in, rows, Map.of(), field(yaml.get("reported"), feed),
				field(yaml.get("prior"), feed), field(yaml.get("growth"), feed), byStage(yaml.get("by"), feed),
				examples);
	}

	private Indicator formula(Yaml yaml, Formulas formulas) {
		for (String key : List.of("feed", "rows", "reported", "prior", "growth", "by")) {
			if (!yaml.get(key).isMissing()) {
				this.mistakes.add(yaml.keys().get(key), "catalog.indicator.formula", yaml.get("indicator").text(), key);
			}
		}
		Yaml formula = yaml.get(word(Indicator.Kind.FORMULA));
		Map<String, String> where = formula.get("where").textEntries();
		formula.get("where").keys().forEach((name, at) -> {
			if (this.parameters.contains(name)) {
				this.mistakes.add(at, "catalog.let.taken", name);
			}
		});
		formulas.check(yaml);
		Scope scope = Scope.of(this.mistakes, where.keySet(), this.parameters);
		scope.let(yaml.get("let"));
		return new Indicator(yaml.get("indicator").text(), Lookup.text(yaml.get("title")), yaml.get("unit").text(),
				null, Indicator.Kind.FORMULA, scope.figure(formula.get("of")), null, null, where, null, null, null,
				formulas.isByStage(yaml.get("indicator").text()), examples().ofValues(yaml, where.keySet()));
	}

	private IndicatorExampleReader examples() {
		return new IndicatorExampleReader(this.mistakes, this.stages, this.parameters);
	}

	static Indicator.Kind kind(Yaml yaml) {
		Indicator.Kind kind = Indicator.Kind.TOTAL;
		for (Indicator.Kind each : Indicator.Kind.values()) {
			if (!yaml.get(word(each)).isMissing()) {
				kind = each;
			}
		}
		return kind;
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

	/**
	 * Rows are counted where a part of the feed is in force, so there must be one, and
	 * only one.
	 */
	private void onePart(Yaml at, Feed feed, @Nullable Expression expression, @Nullable Expression rows) {
		if (expression == null) {
			return;
		}
		Set<String> parts = new LinkedHashSet<>();
		for (Expression each : (rows != null) ? List.of(expression, rows) : List.of(expression)) {
			each.fields().stream().flatMap((name) -> feed.field(name).map(Field::part).stream()).forEach(parts::add);
		}
		if (parts.size() > 1) {
			this.mistakes.add(at, "catalog.expression.parts", at.text(), String.join(", ", parts));
		}
		if (parts.isEmpty() && feed.parts().size() > 1 && this.lookup.expression(at) != null) {
			this.mistakes.add(at, "catalog.expression.part", at.text(), String.join(", ", feed.parts()));
		}
	}

	private @Nullable String field(Yaml name, Optional<Feed> feed) {
		if (!name.isMissing() && feed.isPresent()) {
			List<Field> fields = feed.get().fields();
			this.lookup.isKnown(name, "field", fields.stream().map(Field::name).toList());
			feed.get().field(name.text()).filter((field) -> !field.type().isMeasure()).ifPresent((field) -> {
				this.mistakes.add(name, "catalog.field.measure", field.name());
			});
		}
		return name.textOrNull();
	}

}
