package org.dudao.cli;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;

import org.dudao.catalog.Rule;
import org.dudao.catalog.Stage;
import org.dudao.finding.Finding;
import org.dudao.finding.FindingQuery;
import org.dudao.finding.Listed;
import org.dudao.finding.Statement;
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

	@Option(names = "--state", paramLabel = "STATE", descriptionKey = "help.findings.state", defaultValue = "open")
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
			LocalDate today = today(engine.part(Clock.class));
			FindingQuery query = engine.part(FindingQuery.class);
			List<Listed> found = query.find(filter).stream().filter((one) -> this.state.isWanted(one, today)).toList();
			this.scope.head(screen);
			screen.show((screen.format() == Format.text) ? forPeople(found, engine, screen.messages(), today)
					: this.scope.mark(forPrograms(found, screen.messages(), today), screen));
			screen.say(found.isEmpty() ? "findings.none" : "findings.count", found.size());
			if (this.state == Wanted.open && screen.format() == Format.text) {
				besides(query, filter, today, screen);
			}
			return Exit.DONE;
		}
	}

	/** The day it is, or was at the moment that is asked for. */
	private LocalDate today(Clock clock) {
		Instant moment = this.scope.asOf();
		return (moment != null) ? LocalDate.ofInstant(moment, clock.getZone()) : LocalDate.now(clock);
	}

	/** How many are not in the list since somebody said something of them. */
	private static void besides(FindingQuery query, FindingQuery.Filter filter, LocalDate today, Screen screen) {
		List<Listed> explained = query.find(filter.in(Finding.State.EXPLAINED));
		List<Listed> rectifying = query.find(filter.in(Finding.State.RECTIFYING));
		List<Listed> verified = query.find(filter.in(Finding.State.VERIFIED));
		if (explained.size() + rectifying.size() + verified.size() > 0) {
			long overdue = rectifying.stream().filter((one) -> Wanted.overdue.isWanted(one, today)).count();
			screen.say("findings.besides", explained.size(), rectifying.size(), overdue, verified.size());
		}
	}

	private static Listing forPeople(List<Listed> found, Engine engine, Messages messages, LocalDate today) {
		Listing listing = new Listing("finding", "severity", "region_name", "period", "stage", "title", "value",
				"compared", "growth", "materiality", "outcome", "state", "until");
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
					VerdictText.materiality(one, messages), VerdictText.outcome(one, messages),
					state(one.finding(), messages, today), until(one.finding()));
		}
		return listing;
	}

	private static Listing forPrograms(List<Listed> found, Messages messages, LocalDate today) {
		Listing listing = new Listing("finding", "rule", "title", "severity", "materiality", "state", "region",
				"region_name", "period", "stage", "basis", "outcome", "cause", "cause_in", "classification", "value",
				"prior", "published", "published_then", "growth", "source", "areas", "note", "note_line",
				"note_submission", "than_growth", "than_value", "threshold", "clauses", "opened_at", "opened_by",
				"closed_at", "closed_by", "closed_because", "reason", "until", "overdue", "author", "text");
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
					judged ? Figures.plain(verdict.left().then().figure()) : null,
					judged ? Figures.plain(verdict.left().growth()) : null, judged ? verdict.left().source() : null,
					judged ? verdict.grounds().areas() : null, (one.note() != null) ? one.note().text() : null,
					(one.note() != null) ? one.note().line() : null,
					(one.note() != null) ? one.note().submission() : null,
					judged ? Figures.plain(verdict.right().growth()) : null,
					judged ? Figures.plain(verdict.right().value()) : null,
					judged ? Figures.plain(verdict.threshold()) : null,
					(rule != null) ? rule.clauses().stream().map(VerdictText::clause).toList() : List.of(),
					kept ? finding.openedAt().toString() : null, kept ? finding.openedBy() : null,
					(kept && finding.closedAt() != null) ? finding.closedAt().toString() : null,
					kept ? finding.closedBy() : null, kept ? finding.because() : null, said(finding, Statement::reason),
					until(finding), Wanted.overdue.isWanted(one, today), said(finding, Statement::author),
					said(finding, Statement::text));
		}
		return listing;
	}

	/** Where it stands, and whether its time has run out. */
	private static @Nullable String state(@Nullable Finding finding, Messages messages, LocalDate today) {
		if (finding == null) {
			return null;
		}
		Statement said = finding.statement();
		String state = messages.text(VerdictText.key("finding.state.", finding.state()));
		if (said != null && said.isOverdue(today)) {
			return messages.text("finding.overdue", state);
		}
		return (said != null && said.isLapsing(today)) ? messages.text("finding.lapsing", state) : state;
	}

	private static @Nullable String until(@Nullable Finding finding) {
		LocalDate until = (finding != null && finding.statement() != null) ? finding.statement().until() : null;
		return (until != null) ? until.toString() : null;
	}

	private static @Nullable String said(@Nullable Finding finding, Function<Statement, @Nullable String> what) {
		return (finding != null && finding.statement() != null) ? what.apply(finding.statement()) : null;
	}

	/** Which findings are wanted. */
	enum Wanted {

		/** Those of which nobody said anything that counts. */
		open(Finding.State.OPEN),

		/** Those with a waiver. */
		explained(Finding.State.EXPLAINED),

		/** Those that are being put right. */
		rectifying(Finding.State.RECTIFYING),

		/** Those of them whose deadline has passed. */
		overdue(Finding.State.RECTIFYING),

		/** Those that someone saw put right. */
		verified(Finding.State.VERIFIED),

		/** Those that are gone. */
		closed(Finding.State.CLOSED),

		/** All of them. */
		all(null);

		private final Finding.@Nullable State state;

		Wanted(Finding.@Nullable State state) {
			this.state = state;
		}

		private boolean isWanted(Listed listed, LocalDate today) {
			Finding finding = listed.finding();
			return this != overdue
					|| (finding != null && finding.statement() != null && finding.statement().isOverdue(today));
		}

	}

}
