package org.dudao.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import org.dudao.catalog.Scorecard;
import org.dudao.region.Region;
import org.dudao.scorecard.Score;
import org.dudao.scorecard.Scorecards;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code dudao scorecard}: one region marked in full, or all below one with ranks. */
@Command(name = "scorecard", mixinStandardHelpOptions = true, versionProvider = Version.class)
final class ScorecardCommand implements Callable<Integer> {

	@ParentCommand
	private DudaoCommand dudao;

	@Parameters(arity = "0..1", paramLabel = "CARD", descriptionKey = "help.scorecard.card")
	private @Nullable String name;

	@Mixin
	private Scope scope = new Scope();

	@Override
	public Integer call() {
		try (Engine engine = this.dudao.engine()) {
			String region = this.scope.region(new Given(engine));
			List<Scorecard> cards = cards(engine);
			List<Score> full = new ArrayList<>();
			List<Score> all = new ArrayList<>();
			for (Scorecard card : cards) {
				Optional<Integer> period = period(card, region, engine);
				if (region != null && isMarked(card, region, period.orElse(null), engine)) {
					period.flatMap((year) -> engine.part(Scorecards.class).mark(card, region, year, this.scope.asOf()))
						.ifPresent(full::add);
				}
				else {
					period.ifPresent((year) -> all
						.addAll(engine.part(Scorecards.class).below(card, region, year, this.scope.asOf())));
				}
			}
			show(full, all, engine);
			return Exit.DONE;
		}
	}

	private List<Scorecard> cards(Engine engine) {
		List<Scorecard> cards = engine.catalog().scorecards();
		if (this.name == null) {
			return cards;
		}
		String names = String.join(", ", cards.stream().map(Scorecard::name).toList());
		return List.of(engine.catalog()
			.scorecard(this.name)
			.orElseThrow(() -> new Refusal("given.unknown-scorecard", this.name, names)));
	}

	/** The one that is asked for, else the latest with anything to mark by. */
	private Optional<Integer> period(Scorecard card, @Nullable String region, Engine engine) {
		Integer asked = this.scope.period();
		return (asked != null) ? Optional.of(asked)
				: engine.part(Scorecards.class).latest(card, region, this.scope.asOf());
	}

	private static boolean isMarked(Scorecard card, String region, @Nullable Integer period, Engine engine) {
		Optional<Region> known = (period != null) ? engine.regions().byCode(region, period)
				: engine.regions().spans(region).stream().findFirst();
		return known.filter((one) -> one.level().equals(card.level())).isPresent();
	}

	private void show(List<Score> full, List<Score> all, Engine engine) {
		Screen screen = this.dudao.screen();
		List<Score> marked = full.stream().filter((score) -> this.name != null || score.anything()).toList();
		switch (screen.format()) {
			case text -> {
				this.scope.head(screen);
				ScorecardText text = new ScorecardText(screen, engine.catalog());
				marked.forEach(text::full);
				text.tables(all);
				if (marked.isEmpty() && all.stream().noneMatch(Score::anything)) {
					screen.say("scorecard.nothing");
				}
			}
			case json -> {
				ScorecardObject object = new ScorecardObject(screen.messages(), this.scope.asOf());
				screen
					.json(Stream.concat(marked.stream().map(object::full), all.stream().map(object::summary)).toList());
			}
			case csv ->
				screen.show(this.scope.mark(
						all.isEmpty() ? ScorecardRows.items(marked, screen.messages()) : ScorecardRows
							.regions(Stream.concat(marked.stream(), all.stream()).toList(), screen.messages()),
						screen));
		}
	}

}
