package org.dudao.cli;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.dudao.catalog.Scorecard;
import org.dudao.finding.Listed;
import org.dudao.message.Messages;
import org.dudao.scorecard.Grading;
import org.dudao.scorecard.Range;
import org.dudao.scorecard.Rank;
import org.dudao.scorecard.Score;
import org.dudao.scorecard.Score.ItemScore;
import org.dudao.scorecard.Score.Loss;
import org.dudao.scorecard.Score.SectionScore;
import org.dudao.scorecard.Unknown;
import org.jspecify.annotations.Nullable;

/** Points told to a program. */
final class ScorecardObject {

	private final Messages messages;

	private final @Nullable Instant asOf;

	/**
	 * Tells points in that language.
	 * @param asOf the moment that they are of; null for now
	 */
	ScorecardObject(Messages messages, @Nullable Instant asOf) {
		this.messages = messages;
		this.asOf = asOf;
	}

	/** A region in one line of a list. */
	Map<String, Object> summary(Score score) {
		Map<String, Object> object = new LinkedHashMap<>();
		Scorecard card = score.card();
		object.put("scorecard", card.name());
		object.put("title", card.title().in(this.messages.locale()));
		object.put("period", score.period());
		object.put("region", score.region());
		object.put("region_name", score.regionName());
		object.put("total", card.total());
		object.put("accounted", card.accounted());
		points(object, score.points(), score.lost());
		object.put("determined", score.points().isCertain());
		object.put("grade", grade(score.grading()));
		object.put("ranks", score.ranks().stream().map(ScorecardObject::rank).toList());
		object.put("findings", ScorecardRows.ids(score.findings()));
		object.put("feeds", score.feeds());
		if (this.asOf != null) {
			object.put("as_of", this.asOf.toString());
		}
		return object;
	}

	/** A region with every item. */
	Map<String, Object> full(Score score) {
		Map<String, Object> object = summary(score);
		Scorecard card = score.card();
		object.put("note", (card.note() != null) ? card.note().in(this.messages.locale()) : null);
		object.put("unaccounted",
				(card.unaccounted() != null) ? card.unaccounted().because().in(this.messages.locale()) : null);
		object.put("clauses", card.clauses().stream().map(VerdictText::clause).toList());
		object.put("sections", score.sections().stream().map(this::section).toList());
		object.put("vetoes",
				(score.grading() != null) ? score.grading().vetoes().stream().map(this::veto).toList() : List.of());
		object.put("not_covered", card.notCovered().stream().map((text) -> text.in(this.messages.locale())).toList());
		return object;
	}

	private static void points(Map<String, Object> object, Range points, Object lost) {
		object.put("earned", points.least());
		object.put("lost", lost);
		object.put("undetermined", points.undetermined());
	}

	private @Nullable Map<String, Object> grade(@Nullable Grading grading) {
		if (grading == null) {
			return null;
		}
		Map<String, Object> object = new LinkedHashMap<>();
		object.put("grade", (grading.grade() != null) ? grading.grade().name() : null);
		object.put("worst", grading.worst().name());
		object.put("best", grading.best().name());
		return object;
	}

	private static Map<String, Object> rank(Rank rank) {
		Map<String, Object> object = new LinkedHashMap<>();
		object.put("region", rank.region());
		object.put("region_name", rank.regionName());
		object.put("place", rank.place());
		object.put("ranked", rank.ranked());
		object.put("unranked", rank.unranked());
		return object;
	}

	private Map<String, Object> section(SectionScore section) {
		Map<String, Object> object = new LinkedHashMap<>();
		object.put("section", section.section().name());
		object.put("title", section.section().title().in(this.messages.locale()));
		object.put("points", section.section().points());
		points(object, section.points(), section.lost());
		object.put("items", section.items().stream().map(this::item).toList());
		return object;
	}

	private Map<String, Object> item(ItemScore item) {
		Map<String, Object> object = new LinkedHashMap<>();
		object.put("item", item.item().name());
		object.put("title", item.item().title().in(this.messages.locale()));
		object.put("points", item.item().points());
		points(object, item.points(), item.lost());
		object.put("clauses", ScorecardRows.clauses(item).stream().map(VerdictText::clause).toList());
		object.put("losses", item.losses().stream().map(this::loss).toList());
		object.put("missing", item.unknowns().stream().map(this::unknown).toList());
		return object;
	}

	private Map<String, Object> loss(Loss loss) {
		Map<String, Object> object = new LinkedHashMap<>();
		Listed finding = loss.finding();
		object.put("points", loss.points());
		object.put("finding", (finding != null) ? Objects.requireNonNull(finding.finding()).id() : null);
		object.put("state", (finding != null) ? Objects.requireNonNull(finding.finding()).state() : null);
		object.put("rule", (finding != null) ? finding.subject().rule() : null);
		object.put("stage", (finding != null) ? finding.subject().stage() : null);
		object.put("value", (loss.value() != null) ? Figures.plain(loss.value().value()) : null);
		return object;
	}

	private Map<String, Object> unknown(Unknown unknown) {
		Map<String, Object> object = new LinkedHashMap<>();
		object.put("region", unknown.region());
		object.put("rule", unknown.rule());
		object.put("indicator", unknown.indicator());
		object.put("stage", unknown.stage());
		object.put("cause", unknown.why().code());
		object.put("why", this.messages.text(unknown.why()));
		object.put("feeds", unknown.feeds());
		return object;
	}

	private Map<String, Object> veto(Grading.VetoScore veto) {
		Map<String, Object> object = new LinkedHashMap<>();
		object.put("veto", veto.veto().name());
		object.put("title", veto.veto().title().in(this.messages.locale()));
		object.put("holds", veto.holds() ? Boolean.TRUE : veto.unknowns().isEmpty() ? Boolean.FALSE : null);
		object.put("findings", ScorecardRows.ids(veto.findings()));
		object.put("missing", veto.unknowns().stream().map(this::unknown).toList());
		return object;
	}

}
