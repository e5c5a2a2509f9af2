package org.dudao.cli;

import java.util.List;
import java.util.concurrent.Callable;

import org.dudao.catalog.Rule;
import org.dudao.catalog.Stage;
import org.dudao.finding.Finding;
import org.dudao.finding.FindingQuery;
import org.dudao.finding.Listed;
import org.dudao.finding.Verdict;
import org.dudao.message.Messages;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code dudao findings}: what breaks a rule. */
@Command(name = "findings", mixinStandardHelpOptions = true, versionProvider = Version.class)
final class FindingsCommand implements Callable<Integer> {

	@ParentCommand
	private DudaoCommand dudao;

	@Option(names = "--rule", paramLabel = "NAME", descriptionKey = "help.rule")
	private @Nullable String rule;

	@Mixin
	private Scope scope = new Scope();

	@Option(names = "--state", paramLabel = "open|closed|all", descriptionKey = "help.findings.state",
			defaultValue = "open")
	private Wanted state = Wanted.open;

	@Option(names = "--not-evaluable", descriptionKey = "help.findings.not-evaluable")
	private boolean notEvaluable;

	@Option(names = "--restated", descriptionKey = "help.findings.restated")
	private boolean restated;

	@Override
	public Integer call() {
		try (Engine engine = this.dudao.engine()) {
			Given given = new Given(engine);
			Screen screen = this.dudao.screen();
			FindingQuery.Filter filter = new FindingQuery.Filter(given.rule(this.rule), this.scope.region(given),
					this.scope.period(), this.state.state, this.scope.asOf(), this.notEvaluable, this.restated);
			List<Listed> found = engine.part(FindingQuery.class).find(filter);
			this.scope.head(screen);
			screen.show((screen.format() == Format.text) ? forPeople(found, engine, screen.messages())
					: this.scope.mark(forPrograms(found, screen.messages()), screen));
			screen.say(found.isEmpty() ? "findings.none" : "findings.count", found.size());
			return Exit.DONE;
		}
	}

	private static Listing forPeople(List<Listed> found, Engine engine, Messages messages) {
		Listing listing = new Listing("finding", "severity", "region_name", "period", "stage", "title", "value",
				"compared", "growth", "materiality", "outcome");
		for (Listed one : found) {
			Verdict verdict = one.verdict();
			String stage = engine.catalog()
				.stage(one.subject().stage())
				.map(Stage::title)
				.map((title) -> title.in(messages.locale()))
				.orElse(one.subject().stage());
			listing.add((one.finding() != null) ? one.finding().id() : null, VerdictText.severity(one, messages),
					one.regionName(), one.subject().period(), stage, VerdictText.title(one, messages.locale()),
					(verdict != null) ? VerdictText.value(one, engine.catalog()) : null,
					(verdict != null) ? VerdictText.compared(one, engine.catalog()) : null,
					(verdict != null) ? Figures.shown(verdict.left().growth()) : null,
					VerdictText.materiality(one, messages), VerdictText.outcome(one, messages));
		}
		return listing;
	}

	private static Listing forPrograms(List<Listed> found, Messages messages) {
		Listing listing = new Listing("finding", "rule", "title", "severity", "materiality", "state", "region",
				"region_name", "period", "stage", "basis", "outcome", "cause", "cause_in", "classification", "value",
				"prior", "published", "growth", "source", "than_growth", "than_value", "threshold", "clauses",
				"opened_at", "opened_by", "closed_at", "closed_by", "closed_because");
		for (Listed one : found) {
			Finding finding = one.finding();
			Verdict verdict = one.verdict();
			Rule rule = one.rule();
			boolean judged = verdict != null;
			boolean kept = finding != null;
			listing.add(kept ? finding.id() : null, one.subject().rule(), VerdictText.title(one, messages.locale()),
					(rule != null) ? rule.severity() : null, one.materiality(), kept ? finding.state() : null,
					one.subject().region(), one.regionName(), one.subject().period(), one.subject().stage(),
					one.subject().basis(), judged ? verdict.outcome() : null, judged ? verdict.cause() : null,
					judged ? verdict.causeIndicator() : null, judged ? verdict.classification() : null,
					judged ? Figures.plain(verdict.left().value()) : null,
					judged ? Figures.plain(verdict.left().prior()) : null,
					judged ? Figures.plain(verdict.left().published()) : null,
					judged ? Figures.plain(verdict.left().growth()) : null, judged ? verdict.left().source() : null,
					judged ? Figures.plain(verdict.right().growth()) : null,
					judged ? Figures.plain(verdict.right().value()) : null,
					judged ? Figures.plain(verdict.threshold()) : null,
					(rule != null) ? rule.clauses().stream().map(VerdictText::clause).toList() : List.of(),
					kept ? finding.openedAt().toString() : null, kept ? finding.openedBy() : null,
					(kept && finding.closedAt() != null) ? finding.closedAt().toString() : null,
					kept ? finding.closedBy() : null, kept ? finding.because() : null);
		}
		return listing;
	}

	/** Which findings are wanted. */
	enum Wanted {

		/** Those that are there. */
		open(Finding.State.OPEN),

		/** Those that are gone. */
		closed(Finding.State.CLOSED),

		/** Both. */
		all(null);

		private final Finding.@Nullable State state;

		Wanted(Finding.@Nullable State state) {
			this.state = state;
		}

	}

}
