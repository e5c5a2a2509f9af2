package org.dudao.assessment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.dudao.assessment.Report.Block;
import org.dudao.assessment.Report.Paragraph;
import org.dudao.assessment.Report.Run;
import org.dudao.assessment.Report.Table;
import org.dudao.catalog.ReportForm.Phrase;
import org.dudao.catalog.Scorecard;
import org.dudao.finding.Listed;
import org.dudao.message.Messages;
import org.dudao.scorecard.Grading;
import org.dudao.scorecard.Range;
import org.dudao.scorecard.Score;
import org.dudao.scorecard.Score.ItemScore;
import org.dudao.scorecard.Scorecards;
import org.jspecify.annotations.Nullable;

/**
 * What a region comes to on each scorecard, item by item, with what each lost point was
 * lost by.
 */
final class Scores {

	private final Scope scope;

	private final Scorecards cards;

	private final @Nullable Instant asOf;

	private final Messages messages;

	Scores(Scope scope, Scorecards cards, @Nullable Instant asOf) {
		this.scope = scope;
		this.cards = cards;
		this.asOf = asOf;
		this.messages = new Messages(scope.locale());
	}

	List<Block> of() {
		List<Block> blocks = new ArrayList<>();
		for (Scorecard card : this.scope.catalog().scorecards()) {
			this.cards.mark(card, this.scope.region().code(), this.scope.period(), this.asOf)
				.filter(Score::anything)
				.ifPresent((score) -> card(score, blocks));
		}
		if (blocks.isEmpty()) {
			blocks.add(new Paragraph(List.of(Run.words(this.scope.say(Phrase.NO_SCORE, Map.of())))));
		}
		return blocks;
	}

	private void card(Score score, List<Block> blocks) {
		blocks.add(new Paragraph(List.of(Run.words(this.scope.say(Phrase.SCORE,
				Map.of("title", score.card().title().in(this.scope.locale()), "points", range(score.points()), "total",
						score.card().accounted().toPlainString(), "grade", grade(score.grading()), "ranks",
						ranks(score)))))));
		List<List<List<Run>>> rows = new ArrayList<>();
		for (ItemScore item : score.items()) {
			rows.add(List.of(cell(item.item().title().in(this.scope.locale())),
					cell(item.item().points().toPlainString()), cell(range(item.points())), cell(lost(item))));
		}
		blocks.add(new Table(List.of(head("item"), head("full"), head("points"), head("lost")), rows));
	}

	private String range(Range points) {
		return points.isCertain() ? points.least().toPlainString()
				: points.least().toPlainString() + "–" + points.most().toPlainString();
	}

	private String grade(@Nullable Grading grading) {
		if (grading == null) {
			return "";
		}
		Scorecard.Grade grade = grading.grade();
		return (grade != null) ? this.messages.text("assessment.score.grade", grade.title().in(this.scope.locale()))
				: this.messages.text("assessment.score.grades", grading.worst().title().in(this.scope.locale()),
						grading.best().title().in(this.scope.locale()));
	}

	private String ranks(Score score) {
		return score.ranks()
			.stream()
			.filter((rank) -> rank.place() != null)
			.map((rank) -> this.messages.text("assessment.score.rank", rank.regionName(), String.valueOf(rank.place()),
					rank.ranked()))
			.collect(Collectors.joining());
	}

	/** The findings that cost points, and how many figures are missing. */
	private String lost(ItemScore item) {
		List<String> causes = new ArrayList<>();
		String findings = item.losses()
			.stream()
			.map(Score.Loss::finding)
			.filter(Objects::nonNull)
			.map(Listed::finding)
			.filter(Objects::nonNull)
			.map((finding) -> String.valueOf(finding.id()))
			.distinct()
			.collect(Collectors.joining(this.scope.comma()));
		if (!findings.isEmpty()) {
			causes.add(this.messages.text("assessment.score.findings", findings));
		}
		if (!item.unknowns().isEmpty()) {
			String missing = item.unknowns()
				.stream()
				.map((unknown) -> this.scope.indicator(unknown.indicator()))
				.distinct()
				.collect(Collectors.joining(this.scope.comma()));
			causes.add(this.messages.text("assessment.score.missing", missing));
		}
		return causes.isEmpty() ? "–" : String.join(this.scope.isChinese() ? "；" : "; ", causes);
	}

	private static List<Run> cell(String text) {
		return List.of(Run.words(text));
	}

	private List<Run> head(String column) {
		return cell(this.messages.text("assessment.column." + column));
	}

}
