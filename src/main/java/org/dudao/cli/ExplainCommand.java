package org.dudao.cli;

import java.io.IOException;
import java.util.concurrent.Callable;

import org.dudao.finding.Explainer;
import org.dudao.finding.Explanation;
import org.dudao.report.SourceLines;
import org.dudao.submission.Archive;
import org.dudao.submission.Submissions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code dudao explain}: one finding, down to the very line of the archived file. */
@Command(name = "explain", mixinStandardHelpOptions = true, versionProvider = Version.class)
final class ExplainCommand implements Callable<Integer> {

	@ParentCommand
	private DudaoCommand dudao;

	@Parameters(paramLabel = "ID", descriptionKey = "help.finding")
	private long id;

	@Override
	public Integer call() throws IOException {
		try (Engine engine = this.dudao.engine()) {
			Explanation explanation = engine.part(Explainer.class)
				.explain(this.id)
				.orElseThrow(() -> new Refusal("finding.unknown", this.id));
			SourceLines lines = new SourceLines(engine.part(Submissions.class), engine.part(Archive.class));
			Screen screen = this.dudao.screen();
			switch (screen.format()) {
				case text -> new ExplanationText(screen, lines, engine.catalog()).show(explanation);
				case json -> screen.json(new ExplanationObject(lines, screen.messages()).of(explanation));
				case csv -> screen.show(new ExplanationLines(lines).of(explanation));
			}
			return Exit.DONE;
		}
	}

}
