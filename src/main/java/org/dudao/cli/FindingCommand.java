package org.dudao.cli;

import java.util.concurrent.Callable;

import org.dudao.finding.Explainer;
import org.dudao.finding.Explanation;
import org.dudao.finding.Finding;
import org.dudao.finding.Listed;
import org.dudao.finding.Statement;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code dudao finding}: where one finding stands, and how it got there. */
@Command(name = "finding", mixinStandardHelpOptions = true, versionProvider = Version.class)
final class FindingCommand implements Callable<Integer> {

	@ParentCommand
	private DudaoCommand dudao;

	@Parameters(paramLabel = "ID", descriptionKey = "help.finding")
	private long id;

	@Option(names = "--history", descriptionKey = "help.finding.history")
	private boolean history;

	@Mixin
	private AsOfOption asOf = new AsOfOption();

	@Override
	public Integer call() {
		try (Engine engine = this.dudao.engine()) {
			Explanation explanation = engine.part(Explainer.class)
				.explain(this.id, this.asOf.moment())
				.orElseThrow(() -> new Refusal("finding.unknown", this.id));
			Screen screen = this.dudao.screen();
			if (screen.format() == Format.text) {
				this.asOf.head(screen);
				forPeople(explanation, screen);
			}
			else {
				screen.show(this.asOf.mark(events(explanation), screen));
			}
			return Exit.DONE;
		}
	}

	private void forPeople(Explanation explanation, Screen screen) {
		Listed listed = explanation.finding();
		Finding finding = listed.finding();
		screen.say("say.done", finding.id(), listed.regionName(), finding.subject().period(),
				VerdictText.title(listed, screen.locale()),
				screen.messages().text(VerdictText.key("finding.state.", finding.state())));
		if (finding.statement() != null) {
			screen.line("  " + LifeText.said(finding.statement(), screen));
		}
		if (this.history) {
			LifeText.show(explanation.events(), screen);
		}
	}

	private Listing events(Explanation explanation) {
		Listing listing = new Listing("finding", "at", "event", "state", "submission", "because", "author", "reason",
				"until", "text");
		int all = explanation.events().size();
		for (Explanation.Event event : explanation.events().subList(this.history ? 0 : Math.max(0, all - 1), all)) {
			Statement said = event.statement();
			listing.add(this.id, event.at().toString(), event.turn(), event.state(), event.submission(),
					event.because(), (said != null) ? said.author() : null, (said != null) ? said.reason() : null,
					(said != null && said.until() != null) ? said.until().toString() : null,
					(said != null) ? said.text() : null);
		}
		return listing;
	}

}
