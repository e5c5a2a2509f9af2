package org.dudao.dictionary;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

import org.dudao.catalog.Catalog;
import org.dudao.catalog.Check;
import org.dudao.catalog.Clause;
import org.dudao.catalog.Text;
import org.dudao.catalog.Threshold;
import org.dudao.message.Messages;
import org.jspecify.annotations.Nullable;

/** Says in one language what the catalogue has in it. */
final class Voice {

	private final Catalog catalog;

	private final Messages messages;

	Voice(Catalog catalog, Locale locale) {
		this.catalog = catalog;
		this.messages = new Messages(locale);
	}

	String say(String key, Object... args) {
		return this.messages.text("dictionary." + key, args);
	}

	/** The words of an enum's value. */
	String say(String key, Enum<?> value) {
		return say(key + "." + value.name().toLowerCase(Locale.ROOT).replace('_', '-'));
	}

	List<String> says(String... keys) {
		return List.of(keys).stream().map(this::say).toList();
	}

	String text(Text text) {
		return Markdown.plain(text.in(this.messages.locale()));
	}

	/** A sentence that is not only for the dictionary. */
	String text(String key) {
		return Markdown.plain(this.messages.text(key));
	}

	/** What a check demands, in a sentence. */
	String check(Check check) {
		String indicator = indicator(check.indicator());
		if (check instanceof Check.Limit limit) {
			String limits = (limit.parameter() != null)
					? say("check.by-parameter",
							Markdown.link(code(limit.parameter()), "parameters.md#" + limit.parameter()))
					: limits(limit.thresholds());
			return indicator + " " + say("check." + check.kind(), limits);
		}
		String than = (check.than() != null) ? indicator(Objects.requireNonNull(check.than())) : "";
		return indicator + " " + say("check." + check.kind(), than);
	}

	/** Thresholds with the stages, places and years for which they hold. */
	String limits(List<Threshold> thresholds) {
		return thresholds.stream().map((threshold) -> {
			String where = scope(threshold);
			return number(threshold.value()) + (where.isEmpty() ? "" : say("in-brackets", where));
		}).collect(Collectors.joining(this.messages.text("text.comma")));
	}

	String scope(Threshold threshold) {
		List<String> parts = new ArrayList<>();
		parts.add(stages(threshold.stages()));
		parts.add(String.join(" ", threshold.regions()));
		parts.add(years(threshold.from(), threshold.until()));
		return joined(parts);
	}

	String stages(Collection<String> stages) {
		return stages.stream()
			.map((name) -> this.catalog.stage(name).map((stage) -> text(stage.title())).orElse(name))
			.collect(Collectors.joining(say("and")));
	}

	/** The years from and until, empty for ever. */
	String years(@Nullable Integer from, @Nullable Integer until) {
		if (from == null && until == null) {
			return "";
		}
		return (until == null) ? say("from", String.valueOf(from)) : (from == null)
				? say("until", String.valueOf(until)) : say("from-until", String.valueOf(from), String.valueOf(until));
	}

	String clause(Clause clause) {
		String where = java.util.stream.Stream.of(clause.document(), clause.number(), clause.article())
			.filter(Objects::nonNull)
			.collect(Collectors.joining(" "));
		return Markdown.plain(where + this.messages.text("text.colon") + clause.quote()) + " ("
				+ clause.confidence().name() + ")";
	}

	String indicator(String name) {
		return this.catalog.indicator(name)
			.map((indicator) -> Markdown.link(text(indicator.title()), "indicators.md#" + name))
			.orElse(code(name));
	}

	static String number(@Nullable BigDecimal number) {
		return (number != null) ? number.toPlainString() : "";
	}

	String joined(List<String> parts) {
		return parts.stream()
			.filter((part) -> !part.isEmpty())
			.collect(Collectors.joining(this.messages.text("text.comma")));
	}

	private static String code(@Nullable String name) {
		return Markdown.code(name);
	}

}
