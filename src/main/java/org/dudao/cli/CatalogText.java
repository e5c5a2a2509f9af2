package org.dudao.cli;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.dudao.catalog.Catalog;
import org.dudao.catalog.Check;
import org.dudao.catalog.Clause;
import org.dudao.catalog.Expression;
import org.dudao.catalog.Feed;
import org.dudao.catalog.Field;
import org.dudao.catalog.Indicator;
import org.dudao.catalog.Parameter;
import org.dudao.catalog.Rule;
import org.dudao.catalog.Scorecard;
import org.dudao.catalog.Text;
import org.dudao.catalog.Threshold;
import org.jspecify.annotations.Nullable;

/** What the catalogue declares as a person reads it, or as JSON. */
final class CatalogText {

	private final Screen screen;

	CatalogText(Screen screen) {
		this.screen = screen;
	}

	/**
	 * Shows all that has that name: a feed and an indicator may share one.
	 * @throws Refusal when nothing has it
	 */
	void show(Catalog catalog, String name) {
		Optional<Feed> feed = catalog.feed(name);
		Optional<Indicator> indicator = catalog.indicator(name);
		Optional<Rule> rule = catalog.rule(name);
		Optional<Parameter> parameter = catalog.parameter(name);
		Optional<Scorecard> card = catalog.scorecard(name);
		if (Stream.of(feed, indicator, rule, parameter, card).allMatch(Optional::isEmpty)) {
			throw new Refusal("given.unknown-name", name);
		}
		if (this.screen.format() == Format.json) {
			Map<String, Object> object = new LinkedHashMap<>();
			feed.ifPresent((one) -> object.put("feed", CatalogObject.of(one)));
			indicator.ifPresent((one) -> object.put("indicator", CatalogObject.of(one)));
			rule.ifPresent((one) -> object.put("rule", CatalogObject.of(one)));
			parameter.ifPresent((one) -> object.put("parameter", CatalogObject.of(one)));
			card.ifPresent((one) -> object.put("scorecard", CatalogObject.of(one)));
			this.screen.json(object);
			return;
		}
		feed.ifPresent(this::feed);
		indicator.ifPresent(this::indicator);
		rule.ifPresent(this::rule);
		parameter.ifPresent(this::parameter);
		card.ifPresent(this::scorecard);
	}

	private void feed(Feed feed) {
		head(feed.name(), feed.title(), null);
		Listing fields = new Listing("name", "title", "type", "unit", "part", "headers", "words");
		feed.fields()
			.forEach((field) -> fields.add(field.name(), in(field.title()), word(field.type()), field.unit(),
					field.part(), field.headers(), words(field)));
		this.screen.show(fields);
		feed.checks().forEach((check) -> this.screen.line("  " + check.id() + ": " + check.expect().text()));
	}

	/** The only words that a cell may have. */
	private List<String> words(Field field) {
		Stream<String> answers = Stream.concat(field.trueValues().stream().map((word) -> word + " = 1"),
				field.falseValues().stream().map((word) -> word + " = 0"));
		return Stream
			.concat(field.categories().stream().map((category) -> in(category.title()) + " = " + category.value()),
					answers)
			.toList();
	}

	private void indicator(Indicator indicator) {
		head(indicator.name(), indicator.title(), indicator.unit());
		String in = (indicator.in() != null) ? " / " + indicator.in().text() : "";
		Expression of = Objects.requireNonNull(indicator.of());
		this.screen.line("  " + say("dictionary.kind." + word(indicator.kind())) + " " + of.text() + in);
		if (indicator.feed() != null) {
			this.screen.line("  " + say("dictionary.indicator.from", indicator.feed()));
		}
		indicator.where().forEach((name, operand) -> this.screen.line("  " + name + " = " + operand));
		if (indicator.rows() != null) {
			this.screen.line("  " + say("dictionary.indicator.rows", indicator.rows().text()));
		}
		if (indicator.byStage()) {
			this.screen.line("  " + say("dictionary.indicator.by-stage"));
		}
		String stated = Stream.<@Nullable String>of(indicator.reported(), indicator.prior(), indicator.growth())
			.filter(Objects::nonNull)
			.collect(Collectors.joining(", "));
		if (!stated.isEmpty()) {
			this.screen.line("  " + say("dictionary.indicator.stated", stated));
		}
		Listing examples = new Listing("given", "stage", "period", "region", "value");
		indicator.examples()
			.forEach((example) -> examples.add(given(example), example.stage(), example.period(), example.region(),
					(example.value() != null) ? example.value() : "-"));
		this.screen.show(examples);
	}

	private static List<String> given(Indicator.Example example) {
		List<String> given = new ArrayList<>();
		example.rows().forEach((row) -> given.add(figures(row)));
		return given.isEmpty() ? List.of(figures(example.given())) : given;
	}

	private static String figures(Map<String, ?> figures) {
		return figures.entrySet()
			.stream()
			.map((entry) -> entry.getKey() + " "
					+ ((entry.getValue() instanceof BigDecimal number) ? number.toPlainString() : entry.getValue()))
			.collect(Collectors.joining(", "));
	}

	private void rule(Rule rule) {
		head(rule.name(), rule.title(), null);
		Check check = rule.check();
		String limits = (check.than() != null) ? check.than() : "";
		if (check instanceof Check.Limit limit) {
			limits = (limit.parameter() != null) ? say("dictionary.check.by-parameter", limit.parameter())
					: (limit.thresholds().size() == 1) ? limit.thresholds().get(0).value().toPlainString() : "…";
		}
		this.screen.line("  " + check.indicator() + " " + say("dictionary.check." + check.kind(), limits) + "  ["
				+ say("rule.severity." + word(rule.severity())) + "]");
		String scope = Stream
			.of(rule.stages().stream(), rule.levels().stream(),
					Stream.of(rule.from(), rule.until()).anyMatch(Objects::nonNull)
							? Stream.of(year(rule.from()) + "–" + year(rule.until())) : Stream.<String>empty())
			.flatMap((parts) -> parts)
			.collect(Collectors.joining(say("text.comma")));
		this.screen.line("  " + say("dictionary.rule.scope", scope));
		if (check instanceof Check.Limit limit) {
			values(limit.thresholds(), limit.parameter() != null);
		}
		clauses(rule.clauses());
		this.screen.line(say("dictionary.rule.advice", in(rule.advice())));
		if (this.screen.format() == Format.text) {
			Listing examples = new Listing("given", "stage", "period", "region", "outcome");
			rule.examples()
				.forEach((example) -> examples.add(figures(example.given()), example.stage(), example.period(),
						example.region(), say("verdict.outcome." + word(example.then()))));
			this.screen.show(examples);
		}
	}

	private void scorecard(Scorecard card) {
		head(card.name(), card.title(), null);
		if (card.note() != null) {
			this.screen.line("  " + card.note().in(this.screen.locale()));
		}
		this.screen.show(ScorecardRows.declared(card, this.screen.locale()));
		clauses(card.clauses());
	}

	private void parameter(Parameter parameter) {
		head(parameter.name(), parameter.title(), parameter.unit());
		values(parameter.values(), true);
		clauses(parameter.clauses());
	}

	/** As a table of its own only where a line does not say it all. */
	private void values(List<Threshold> values, boolean ofParameter) {
		if (values.isEmpty()) {
			this.screen.line("  " + say("dictionary.parameter.empty"));
		}
		else if (this.screen.format() == Format.text && (ofParameter || values.size() > 1)) {
			Listing listing = new Listing("value", "stage", "region", "from", "until");
			values.forEach((value) -> listing.add(value.value(), value.stages(), value.regions(), value.from(),
					value.until()));
			this.screen.show(listing);
		}
	}

	private void clauses(List<Clause> clauses) {
		Listing listing = new Listing("document", "number", "article", "quote", "confidence");
		clauses.forEach((clause) -> listing.add(clause.document(), clause.number(), clause.article(), clause.quote(),
				clause.confidence()));
		this.screen.show(listing);
	}

	private void head(String name, Text title, @Nullable String unit) {
		this.screen.line(name + "  " + in(title) + ((unit != null) ? "  [" + unit + "]" : ""));
	}

	private String say(String code, Object... args) {
		return this.screen.messages().text(code, args);
	}

	private String in(Text text) {
		return text.in(this.screen.locale());
	}

	private static String year(@Nullable Integer year) {
		return (year != null) ? String.valueOf(year) : "";
	}

	private static String word(Enum<?> value) {
		return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
