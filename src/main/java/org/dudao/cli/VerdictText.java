package org.dudao.cli;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.dudao.catalog.Catalog;
import org.dudao.catalog.Clause;
import org.dudao.catalog.Rule.Outcome;
import org.dudao.finding.Listed;
import org.dudao.finding.Verdict;
import org.dudao.finding.Verdict.Classification;
import org.dudao.message.Messages;
import org.jspecify.annotations.Nullable;

/** A verdict as a person reads it. */
final class VerdictText {

	private VerdictText() {
	}

	static String title(Listed listed, Locale locale) {
		return (listed.rule() != null) ? listed.rule().title().in(locale) : listed.subject().rule();
	}

	/** What was judged: the value, or its growth where growths are compared. */
	static String value(Listed listed, Catalog catalog) {
		Verdict verdict = Objects.requireNonNull(listed.verdict());
		return (verdict.right().growth() != null) ? Figures.shown(verdict.left().growth()) + " %"
				: Figures.shown(verdict.left().value()) + unit(listed, catalog);
	}

	/** What it was compared with: the limit, the other growth or the prior year. */
	static String compared(Listed listed, Catalog catalog) {
		Verdict verdict = Objects.requireNonNull(listed.verdict());
		if (verdict.right().growth() != null) {
			return Figures.shown(verdict.right().growth()) + " %";
		}
		return Figures.shown(limit(verdict)) + unit(listed, catalog);
	}

	/** The limit, the value of the other indicator, or the prior year. */
	private static @Nullable BigDecimal limit(Verdict verdict) {
		if (verdict.threshold() != null) {
			return verdict.threshold();
		}
		return (verdict.right().value() != null) ? verdict.right().value() : verdict.left().prior();
	}

	/** How grave a breach is, by the rule; null when the rule is gone. */
	static @Nullable String severity(Listed listed, Messages messages) {
		return (listed.rule() != null) ? messages.text(key("rule.severity.", listed.rule().severity())) : null;
	}

	/** How much a fall weighs, in a word. */
	static @Nullable String materiality(Listed listed, Messages messages) {
		return (listed.materiality() != null) ? messages.text(key("finding.materiality.", listed.materiality())) : null;
	}

	private static String unit(Listed listed, Catalog catalog) {
		boolean percent = listed.rule() != null && catalog.indicator(listed.rule().check().indicator())
			.filter((indicator) -> indicator.unit().equals("percent"))
			.isPresent();
		return percent ? " %" : "";
	}

	static String outcome(Listed listed, Messages messages) {
		Verdict verdict = listed.verdict();
		if (verdict == null) {
			return messages.text(key("finding.state.", listed.finding().state()));
		}
		if (verdict.classification() == Classification.HIDDEN_BY_RESTATING && verdict.outcome() == Outcome.BREACH) {
			return messages.text("verdict.outcome.restated");
		}
		return (verdict.cause() != null) ? cause(listed, messages)
				: messages.text(key("verdict.outcome.", verdict.outcome()));
	}

	/**
	 * Why it cannot be judged, and in what that lies where it is not the rule's own
	 * figure.
	 */
	static String cause(Listed listed, Messages messages) {
		Verdict verdict = Objects.requireNonNull(listed.verdict());
		String cause = messages.text(Objects.requireNonNull(verdict.cause()).message(), listed.regionName(),
				listed.subject().period());
		String areas = verdict.grounds().areas();
		String named = (areas != null) ? messages.text("verdict.cause.areas", cause, areas) : cause;
		Listed.Note note = listed.note();
		String noted = (note != null) ? messages.text("verdict.cause.note", named, note.submission(), note.fileName(),
				note.line(), note.text()) : named;
		return (verdict.causeIndicator() == null || verdict.causeIndicator().equals(verdict.key().indicator())) ? noted
				: messages.text("verdict.cause.in", noted, verdict.causeIndicator());
	}

	/** For a program, in any language the same. */
	static String clause(Clause clause) {
		return clause(clause, ": ");
	}

	/** For a person. */
	static String clause(Clause clause, Messages messages) {
		return clause(clause, messages.text("text.colon"));
	}

	private static String clause(Clause clause, String colon) {
		String head = Stream.of(clause.document(), clause.number(), clause.article())
			.filter(Objects::nonNull)
			.collect(Collectors.joining(" "));
		return head + colon + clause.quote();
	}

	/** The bundle key of an enum's value. */
	static String key(String prefix, @Nullable Enum<?> value) {
		return prefix + Objects.requireNonNull(value).name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
