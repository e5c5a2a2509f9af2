package org.dudao.cli;

import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.Callable;

import org.dudao.batch.Deciding;
import org.dudao.finding.Finding;
import org.dudao.finding.FindingQuery;
import org.dudao.finding.Listed;
import org.dudao.finding.Statement;
import org.dudao.finding.Statements;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** What the commands share by which a person says something of a finding. */
abstract class SayCommand implements Callable<Integer> {

	@ParentCommand
	private DudaoCommand dudao;

	@Parameters(paramLabel = "FINDING", descriptionKey = "help.finding")
	private long id;

	@Option(names = "--text", paramLabel = "TEXT", required = true, descriptionKey = "help.say.text")
	private String text;

	@Mixin
	private Author author = new Author();

	/** What is said, in these words, by that person. */
	abstract Statement statement(String text, String author);

	@Override
	public final Integer call() {
		try (Engine engine = this.dudao.engine()) {
			Statement statement = statement(this.text.strip(), this.author.name());
			Statements statements = engine.part(Statements.class);
			Clock clock = engine.part(Clock.class);
			Finding finding = engine.part(Deciding.class)
				.decide(() -> (statement.state() == Finding.State.OPEN)
						? statements.reopen(this.id, statement.text(), statement.author(), clock.instant())
						: statements.enter(this.id, statement, LocalDate.now(clock), clock.instant()));
			show(finding, engine.part(FindingQuery.class).find(finding.id()), this.dudao.screen());
			return Exit.DONE;
		}
	}

	private static void show(Finding finding, Listed listed, Screen screen) {
		String state = screen.messages().text(VerdictText.key("finding.state.", finding.state()));
		screen.say("say.done", finding.id(), listed.regionName(), finding.subject().period(),
				VerdictText.title(listed, screen.locale()), state);
		Statement said = finding.statement();
		if (said != null && screen.format() == Format.text) {
			screen.line("  " + LifeText.said(said, screen));
		}
		if (screen.format() != Format.text) {
			screen.show(new Listing("finding", "state", "author", "reason", "until", "text").add(finding.id(),
					finding.state(), (said != null) ? said.author() : null, (said != null) ? said.reason() : null,
					(said != null && said.until() != null) ? said.until().toString() : null,
					(said != null) ? said.text() : null));
		}
	}

}
