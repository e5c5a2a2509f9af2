package org.dudao.cli;

import java.util.concurrent.Callable;

import org.dudao.report.RejectedRows;
import org.dudao.submission.Submission;
import org.dudao.submission.Submissions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code dudao submission}: one file's story. */
@Command(name = "submission", mixinStandardHelpOptions = true, versionProvider = Version.class)
final class SubmissionCommand implements Callable<Integer> {

	@ParentCommand
	private DudaoCommand dudao;

	@Parameters(paramLabel = "ID", descriptionKey = "help.submission")
	private long id;

	@Override
	public Integer call() {
		try (Engine engine = this.dudao.engine()) {
			Submission submission = engine.part(Submissions.class)
				.find(this.id)
				.orElseThrow(() -> new Refusal("given.unknown-submission", this.id));
			Screen screen = this.dudao.screen();
			if (screen.format() == Format.json) {
				screen.json(SubmissionText.object(submission, screen));
			}
			else {
				SubmissionText.show(submission, screen);
				engine.part(RejectedRows.class)
					.notes(this.id, (line, note) -> screen.line("  " + screen.messages().text("submission.note", line)
							+ screen.messages().text(note.message())));
			}
			return Exit.DONE;
		}
	}

}
