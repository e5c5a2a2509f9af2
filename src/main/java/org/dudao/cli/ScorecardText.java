package org.dudao.cli;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.dudao.catalog.Catalog;
import org.dudao.catalog.Feed;
import org.dudao.catalog.Indicator;
import org.dudao.catalog.Rule;
import org.dudao.catalog.Scorecard;
import org.dudao.catalog.Stage;
import org.dudao.catalog.Text;
import org.dudao.finding.Listed;
import org.dudao.message.Messages;
import org.dudao.scorecard.Grading;
import org.dudao.scorecard.Grading.VetoScore;
import org.dudao.scorecard.Score;
import org.dudao.scorecard.Score.ItemScore;
import org.dudao.scorecard.Score.Loss;
import org.dudao.scorecard.Score.SectionScore;
import org.dudao.scorecard.Unknown;

/** A region's points as a person reads them. */
final class ScorecardText {

	private final Screen screen;

	private final Messages messages;

	private final Catalog catalog;

	ScorecardText(Screen screen, Catalog catalog) {
		this.screen = screen;
		this.messages = screen.messages();
		this.catalog = catalog;
	}

	/** One region in full. */
	void full(Score score) {
		head(score);
		this.screen.line("");
		Listing table = new Listing("item", "points", "earned", "lost", "undetermined");
		for (SectionScore section : score.sections()) {
			table.add(title(section.section().title()), section.section().points(), section.points().least(),
					section.lost(), section.points().undetermined());
			section.items()
				.forEach((item) -> table.add("  " + title(item.item().title()), item.item().points(),
						item.points().least(), item.lost(), item.points().undetermined()));
		}
		this.screen.show(table);
		part("scorecard.lost", score.items().stream().filter((item) -> !item.losses().isEmpty()).toList(), this::lost);
		part("scorecard.undetermined", score.items().stream().filter((item) -> !item.unknowns().isEmpty()).toList(),
				this::undetermined);
		if (score.grading() != null) {
			part("scorecard.vetoes", score.grading().vetoes(), this::veto);
		}
		part("scorecard.not-covered", score.card().notCovered(), (text) -> this.screen.line("  " + title(text)));
		this.screen.line("");
	}

	private <T> void part(String heading, List<T> entries, Consumer<T> each) {
		if (!entries.isEmpty()) {
			this.screen.line("");
			this.screen.say(heading);
			entries.forEach(each);
		}
	}

	private void head(Score score) {
		Scorecard card = score.card();
		this.screen.say("scorecard.head", title(card.title()), score.regionName(), score.region(), score.period());
		card.clauses()
			.forEach((clause) -> this.screen.say("explain.clause", VerdictText.clause(clause), clause.confidence()));
		if (card.note() != null) {
			this.screen.line("  " + title(card.note()));
		}
		this.screen.line(points(score, this.messages));
		if (card.unaccounted() != null) {
			this.screen.say("scorecard.unaccounted", card.accounted(), card.total(),
					title(card.unaccounted().because()));
		}
		if (score.grading() != null) {
			grade(score, score.grading());
		}
		if (!score.feeds().isEmpty()) {
			this.screen.say("scorecard.feeds",
					score.feeds()
						.stream()
						.map(this::feed)
						.collect(Collectors.joining(this.messages.text("scorecard.and"))));
		}
		score.ranks().forEach((rank) -> {
			if (rank.place() != null) {
				this.screen.say("scorecard.rank", rank.regionName(), rank.place(), rank.ranked(), rank.unranked());
			}
			else {
				this.screen.say("scorecard.no-rank", rank.regionName(), rank.ranked(), rank.unranked());
			}
		});
	}

	/** The points in one line, such as "62 of 100 points". */
	static String points(Score score, Messages messages) {
		BigDecimal of = score.card().accounted();
		return score.points().isCertain() ? messages.text("scorecard.points", score.points().least(), of)
				: messages.text("scorecard.points-range", score.points().least(), score.points().most(), of,
						score.points().undetermined());
	}

	private void grade(Score score, Grading grading) {
		String barred = grading.lowered() ? this.messages.text("scorecard.grade-lowered") : "";
		if (grading.grade() != null) {
			this.screen.say("scorecard.grade", title(grading.grade().title()), barred);
		}
		else {
			long items = score.items().stream().filter((item) -> !item.unknowns().isEmpty()).count();
			long vetoes = grading.vetoes().stream().filter((veto) -> !veto.unknowns().isEmpty()).count();
			this.screen.say("scorecard.grade-range", title(grading.worst().title()), title(grading.best().title()),
					items, vetoes, barred);
		}
	}

	private void lost(ItemScore item) {
		this.screen.say("scorecard.lost-item", title(item.item().title()), item.lost(), item.item().points());
		Set<String> cited = new LinkedHashSet<>();
		for (Loss loss : item.losses()) {
			if (loss.finding() != null) {
				finding(loss.finding(), "-" + loss.points() + "  ");
				Rule rule = loss.finding().rule();
				if (rule != null && cited.add(rule.name())) {
					rule.clauses().forEach((clause) -> this.screen.line("      " + VerdictText.clause(clause)));
				}
			}
			else if (loss.value() != null) {
				this.screen.say("scorecard.lost-value", loss.points(), indicator(loss.value().key().indicator()),
						Figures.shown(loss.value().value()));
				item.item().clauses().forEach((clause) -> this.screen.line("      " + VerdictText.clause(clause)));
			}
		}
	}

	private void finding(Listed listed, String before) {
		String figures = (listed.verdict() != null) ? this.messages.text("scorecard.figures",
				VerdictText.value(listed, this.catalog), VerdictText.compared(listed, this.catalog)) : "";
		this.screen.say("scorecard.finding", before, Objects.requireNonNull(listed.finding()).id(),
				VerdictText.title(listed, this.messages.locale()), stage(listed.subject().stage()), figures);
		if (Objects.requireNonNull(listed.finding()).statement() != null) {
			this.screen.say("scorecard.said", LifeText.standing(listed.finding(), this.screen));
		}
	}

	private void undetermined(ItemScore item) {
		this.screen.say("scorecard.undetermined-item", title(item.item().title()), item.points().undetermined(),
				item.item().points());
		unknowns(item.unknowns());
	}

	/** What is missing in the same way from several regions is said once. */
	private void unknowns(List<Unknown> all) {
		Map<List<Object>, List<Unknown>> alike = new LinkedHashMap<>();
		all.forEach(
				(unknown) -> alike
					.computeIfAbsent(List.of(unknown.indicator(), String.valueOf(unknown.rule()), unknown.stage(),
							unknown.why().code()), (none) -> new ArrayList<>())
					.add(unknown));
		alike.values().forEach((unknowns) -> unknown(unknowns.get(0), unknowns.size() - 1));
	}

	private void unknown(Unknown unknown, int more) {
		String what = this.catalog.rule((unknown.rule() != null) ? unknown.rule() : "")
			.map((rule) -> title(rule.title()))
			.orElseGet(() -> indicator(unknown.indicator()));
		String feeds = unknown.feeds()
			.stream()
			.map(this::feed)
			.collect(Collectors.joining(this.messages.text("scorecard.and")));
		this.screen.say("scorecard.unknown", what, stage(unknown.stage()), this.messages.text(unknown.why()),
				(more > 0) ? this.messages.text("scorecard.unknown-more", more) : "",
				feeds.isEmpty() ? "" : this.messages.text("scorecard.feed", feeds));
	}

	private void veto(VetoScore veto) {
		String state = veto.holds() ? "holds" : veto.unknowns().isEmpty() ? "not" : "unknown";
		this.screen.say("scorecard.veto", this.messages.text("scorecard.veto." + state), title(veto.veto().title()));
		veto.findings()
			.forEach((finding) -> finding(finding, (veto.veto().below() != null) ? finding.regionName() + "  " : ""));
		if (!veto.holds()) {
			unknowns(veto.unknowns());
		}
	}

	/** The tables of all regions, one a card and period. */
	void tables(List<Score> all) {
		Map<String, List<Score>> cards = new LinkedHashMap<>();
		all.forEach((score) -> cards.computeIfAbsent(score.card().name(), (none) -> new ArrayList<>()).add(score));
		cards.values().forEach((scores) -> {
			List<Score> marked = scores.stream().filter(Score::anything).toList();
			if (!marked.isEmpty()) {
				Score first = marked.get(0);
				this.screen.say("scorecard.table", title(first.card().title()), first.period());
				this.screen.show(ScorecardRows.ranked(marked, this.messages, this::feed));
				long ranked = marked.stream().filter((score) -> score.points().isCertain()).count();
				this.screen.say("scorecard.counted", scores.size(), ranked, marked.size() - ranked,
						scores.size() - marked.size());
				this.screen.line("");
			}
		});
	}

	private String title(Text text) {
		return text.in(this.messages.locale());
	}

	private String stage(String stage) {
		return this.catalog.stage(stage)
			.map(Stage::title)
			.map((title) -> this.messages.text("scorecard.stage", title(title)))
			.orElse("");
	}

	/** People know a feed by its title. */
	private String feed(String name) {
		return this.catalog.feed(name).map(Feed::title).map(this::title).orElse(name);
	}

	private String indicator(String name) {
		return this.catalog.indicator(name).map(Indicator::title).map(this::title).orElse(name);
	}

}
