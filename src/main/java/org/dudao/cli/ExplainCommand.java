package org.dudao.cli;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Callable;

import org.dudao.finding.Explainer;
import org.dudao.finding.Explanation;
import org.dudao.report.SourceLines;
import org.dudao.submission.Archive;
import org.dudao.submission.Submissions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code dudao explain}: one finding, down to the very line of the archived file. */
@Command(name = "explain", mixinStandardHelpOptions = true, versionProvider = Version.class)
final class ExplainCommand implements Callable<Integer> {

	@ParentCommand
	private DudaoCommand dudao;

	@Parameters(paramLabel = "ID", descriptionKey = "help.finding")
	private long id;

	@Mixin
	private AsOfOption asOf = new AsOfOption();

	@Override
	public Integer call() throws IOException {
		try (Engine engine = this.dudao.engine()) {
			Explanation explanation = engine.part(Explainer.class)
				.explain(this.id, this.asOf.moment())
				.orElseThrow(this::unknown);
			SourceLines lines = new SourceLines(engine.part(Submissions.class), engine.part(Archive.class));
			Screen screen = this.dudao.screen();
			this.asOf.head(screen);
			switch (screen.format()) {
				case text -> new ExplanationText(screen, lines, engine.catalog()).show(explanation);
				case json -> {
					Map<String, Object> object = new ExplanationObject(lines, screen.messages()).of(explanation);
					if (this.asOf.moment() != null) {
						object.put("as_of", this.asOf.moment().toString());
					}
					screen.json(object);
				}
				case csv -> screen.show(this.asOf.mark(new ExplanationLines(lines).of(explanation), screen));
			}
			return Exit.DONE;
		}
	}

	private Refusal unknown() {
		return (this.asOf.moment() != null)
				? new Refusal("finding.unknown-then", this.id, Moment.text(this.asOf.moment()))
				: new Refusal("finding.unknown", this.id);
	}

}
