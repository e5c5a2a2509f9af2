package org.dudao.cli;

import java.util.Locale;

import org.dudao.catalog.Catalog;
import org.dudao.catalog.Feed;
import org.dudao.catalog.Indicator;
import org.dudao.catalog.Rule;
import org.dudao.catalog.Scorecard;

/** A feed, an indicator, a rule or a scorecard as a person reads it, or as JSON. */
final class CatalogText {

	private final Screen screen;

	CatalogText(Screen screen) {
		this.screen = screen;
	}

	void show(Catalog catalog, String name) {
		catalog.feed(name).ifPresent(this::feed);
		catalog.indicator(name).ifPresent(this::indicator);
		catalog.rule(name).ifPresent(this::rule);
		catalog.scorecard(name).ifPresent(this::scorecard);
		if (catalog.feed(name).isEmpty() && catalog.indicator(name).isEmpty() && catalog.rule(name).isEmpty()
				&& catalog.scorecard(name).isEmpty()) {
			throw new Refusal("given.unknown-name", name);
		}
	}

	private void feed(Feed feed) {
		Locale locale = this.screen.locale();
		this.screen.line(feed.name() + "  " + feed.title().in(locale));
		Listing fields = new Listing("name", "title", "type", "unit", "part", "headers");
		feed.fields()
			.forEach((field) -> fields.add(field.name(), field.title().in(locale), field.type(), field.unit(),
					field.part(), field.headers()));
		this.screen.show(fields);
		feed.checks().forEach((check) -> this.screen.line("  " + check.id() + ": " + check.expect().text()));
	}

	private void indicator(Indicator indicator) {
		Listing listing = new Listing("name", "title", "unit", "feed", "formula");
		String in = (indicator.in() != null) ? " / " + indicator.in().text() : "";
		listing.add(indicator.name(), indicator.title().in(this.screen.locale()), indicator.unit(), indicator.feed(),
				((indicator.of() != null) ? indicator.of().text() : "") + in);
		this.screen.show(listing);
	}

	private void rule(Rule rule) {
		Locale locale = this.screen.locale();
		this.screen.line(rule.name() + "  " + rule.title().in(locale));
		Listing clauses = new Listing("document", "number", "article", "quote", "confidence");
		rule.clauses()
			.forEach((clause) -> clauses.add(clause.document(), clause.number(), clause.article(), clause.quote(),
					clause.confidence()));
		this.screen.show(clauses);
		this.screen.line(rule.advice().in(locale));
	}

	private void scorecard(Scorecard card) {
		Locale locale = this.screen.locale();
		this.screen.line(card.name() + "  " + card.title().in(locale));
		if (card.note() != null) {
			this.screen.line(card.note().in(locale));
		}
		Listing items = new Listing("section", "item", "title", "points", "rules", "indicator");
		card.sections()
			.forEach((section) -> section.items()
				.forEach((item) -> items.add(section.name(), item.name(), item.title().in(locale), item.points(),
						item.scoring().rules(), item.scoring().indicator())));
		this.screen.show(items);
	}

}
