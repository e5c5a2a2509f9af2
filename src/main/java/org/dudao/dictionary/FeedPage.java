package org.dudao.dictionary;

import java.util.ArrayList;
import java.util.List;

import org.dudao.catalog.Catalog;
import org.dudao.catalog.Feed;
import org.dudao.catalog.Field;
import org.dudao.catalog.Layout;
import org.jspecify.annotations.Nullable;

/** What a file of one feed holds, for who writes one and for who queries its table. */
final class FeedPage {

	private final Catalog catalog;

	private final Voice voice;

	FeedPage(Catalog catalog, Voice voice) {
		this.catalog = catalog;
		this.voice = voice;
	}

	String of(Feed feed) {
		Markdown page = new Markdown().heading(1, this.voice.text(feed.title()) + " " + Markdown.code(feed.name()));
		page.bullets(List.of(this.voice.say("feed.period", this.voice.say("period", feed.period())),
				this.voice.say("feed.table", Markdown.code(feed.table())),
				this.voice.say("feed.key", Markdown.codes(feed.primaryKey())),
				this.voice.say("feed.acceptance", percent(feed.acceptance().maxRejectedRows()),
						percent(feed.acceptance().maxRowDrop())),
				this.voice.say("feed.missing", Markdown.codes(filled(feed.missingValues())),
						Markdown.codes(filled(feed.suppressedValues())))));
		page.heading(2, this.voice.say("fields"));
		page.table(this.voice.says("name", "title", "type", "unit", "part", "must", "headers"),
				feed.fields().stream().map(this::field).toList());
		checks(page, feed);
		layouts(page, feed);
		indicators(page, feed);
		return page.toString();
	}

	private List<@Nullable String> field(Field field) {
		List<@Nullable String> cells = new ArrayList<>();
		cells.add(Markdown.code(field.name()));
		cells.add(this.voice.text(field.title()));
		cells.add(this.voice.say("type", field.type()));
		cells.add(field.unit());
		cells.add(field.part());
		cells.add(constraints(field));
		cells.add(Markdown.plain(String.join(", ", field.headers())));
		return cells;
	}

	private String constraints(Field field) {
		Field.Constraints must = field.constraints();
		List<String> all = new ArrayList<>();
		all.add(must.required() ? this.voice.say("must.required") : "");
		all.add((must.minimum() != null) ? "≥ " + Voice.number(must.minimum()) : "");
		all.add((must.maximum() != null) ? "≤ " + Voice.number(must.maximum()) : "");
		all.add((must.maxLength() != null) ? this.voice.say("must.length", must.maxLength()) : "");
		all.add((must.pattern() != null) ? Markdown.code(must.pattern().pattern()) : "");
		all.add((field.defaultValue() != null) ? this.voice.say("must.default", Markdown.code(field.defaultValue()))
				: "");
		field.categories().forEach((category) -> all.add(Markdown.code(category.value())));
		return this.voice.joined(all);
	}

	private void checks(Markdown page, Feed feed) {
		if (!feed.checks().isEmpty()) {
			page.heading(2, this.voice.say("checks"));
			page.table(this.voice.says("name", "demand", "condition", "else"), feed.checks()
				.stream()
				.map((check) -> List.<@Nullable String>of(Markdown.code(check.id()), this.voice.text(check.title()),
						Markdown.code(check.expect().text()), this.voice.say("check-severity", check.severity())))
				.toList());
		}
	}

	/** The plain layout is what the fields say. */
	private void layouts(Markdown page, Feed feed) {
		List<Layout> others = feed.layouts().stream().filter((layout) -> !layout.name().equals("plain")).toList();
		if (!others.isEmpty()) {
			page.heading(2, this.voice.say("layouts"));
			page.bullets(others.stream()
				.map((layout) -> Markdown.code(layout.name()) + " " + this.voice.text(layout.title()))
				.toList());
		}
	}

	private void indicators(Markdown page, Feed feed) {
		List<String> from = this.catalog.indicators()
			.stream()
			.filter((indicator) -> feed.name().equals(indicator.feed()))
			.map((indicator) -> Markdown.link(this.voice.text(indicator.title()),
					"../indicators.md#" + indicator.name()))
			.toList();
		if (!from.isEmpty()) {
			page.heading(2, this.voice.say("indicators"));
			page.bullets(from);
		}
	}

	private static List<String> filled(List<String> tokens) {
		return tokens.stream().filter((token) -> !token.isEmpty()).toList();
	}

	private static String percent(java.math.BigDecimal share) {
		return share.movePointRight(2).stripTrailingZeros().toPlainString() + "%";
	}

}
