package org.dudao.cli;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.dudao.catalog.Clause;
import org.dudao.catalog.Scorecard;
import org.dudao.finding.Finding;
import org.dudao.finding.Listed;
import org.dudao.message.Messages;
import org.dudao.scorecard.Grading;
import org.dudao.scorecard.Rank;
import org.dudao.scorecard.Score;
import org.dudao.scorecard.Score.ItemScore;
import org.dudao.scorecard.Score.Loss;
import org.dudao.scorecard.Score.SectionScore;
import org.jspecify.annotations.Nullable;

/** Points as rows of a table. */
final class ScorecardRows {

	private ScorecardRows() {
	}

	/** One row a region. */
	static Listing regions(List<Score> scores, Messages messages) {
		Listing listing = new Listing("scorecard", "period", "region", "region_name", "earned", "lost", "undetermined",
				"grade", "ranks", "findings", "feeds");
		for (Score score : scores) {
			listing.add(score.card().name(), score.period(), score.region(), score.regionName(), score.points().least(),
					score.lost(), score.points().undetermined(), grade(score.grading(), messages),
					score.ranks().stream().map(ScorecardRows::rank).toList(), ids(score.findings()),
					List.copyOf(score.feeds()));
		}
		return listing;
	}

	/** One row a region, without what stands above the table. */
	static Listing ranked(List<Score> scores, Messages messages, UnaryOperator<String> feed) {
		Listing listing = new Listing("region", "region_name", "earned", "lost", "undetermined", "grade", "ranks",
				"findings", "feeds");
		for (Score score : scores) {
			listing.add(score.region(), score.regionName(), score.points().least(), score.lost(),
					score.points().undetermined(), grade(score.grading(), messages),
					score.ranks().stream().map(ScorecardRows::rank).toList(), ids(score.findings()),
					score.feeds().stream().map(feed).toList());
		}
		return listing;
	}

	/** One row an item. */
	static Listing items(List<Score> scores, Messages messages) {
		Listing listing = new Listing("scorecard", "period", "region", "region_name", "section", "item", "title",
				"points", "earned", "lost", "undetermined", "findings", "rules", "clauses", "missing", "feeds");
		for (Score score : scores) {
			for (SectionScore section : score.sections()) {
				section.items().forEach((item) -> item(listing, score, section, item, messages));
			}
		}
		return listing;
	}

	/** What a card declares, one row an item. */
	static Listing declared(Scorecard card, Locale locale) {
		Listing listing = new Listing("section", "item", "title", "points", "rules", "indicator");
		card.sections()
			.forEach((section) -> section.items()
				.forEach((item) -> listing.add(section.name(), item.name(), item.title().in(locale), item.points(),
						item.scoring().rules(), item.scoring().indicator())));
		return listing;
	}

	private static void item(Listing listing, Score score, SectionScore section, ItemScore item, Messages messages) {
		listing.add(score.card().name(), score.period(), score.region(), score.regionName(), section.section().name(),
				item.item().name(), item.item().title().in(messages.locale()), item.item().points(),
				item.points().least(), item.lost(), item.points().undetermined(), ids(findings(item)),
				findings(item).stream().map((listed) -> listed.subject().rule()).distinct().toList(),
				clauses(item).stream().map(VerdictText::clause).toList(),
				item.unknowns().stream().map((unknown) -> messages.text(unknown.why())).toList(),
				item.unknowns().stream().flatMap((unknown) -> unknown.feeds().stream()).distinct().toList());
	}

	/** The clauses of the rules that cost points, else those of the item. */
	static List<Clause> clauses(ItemScore item) {
		Stream<Clause> ofRules = findings(item).stream()
			.map(Listed::rule)
			.filter(Objects::nonNull)
			.flatMap((rule) -> rule.clauses().stream());
		return Stream.concat(item.item().clauses().stream(), ofRules).distinct().toList();
	}

	private static List<Listed> findings(ItemScore item) {
		return item.losses().stream().map(Loss::finding).filter(Objects::nonNull).toList();
	}

	static List<Long> ids(List<Listed> findings) {
		return findings.stream().map(Listed::finding).filter(Objects::nonNull).map(Finding::id).distinct().toList();
	}

	/** The grade, or both between which it lies. */
	private static String grade(@Nullable Grading grading, Messages messages) {
		if (grading == null) {
			return "";
		}
		String best = grading.best().title().in(messages.locale());
		return (grading.grade() != null) ? best
				: messages.text("scorecard.between", grading.worst().title().in(messages.locale()), best);
	}

	private static String rank(Rank rank) {
		return rank.regionName() + " " + ((rank.place() != null) ? rank.place() : "-") + "/" + rank.ranked();
	}

}
