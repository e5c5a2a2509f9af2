package org.dudao.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;

import org.dudao.intake.Issue;
import org.dudao.correction.CorrectionFile;
import org.dudao.correction.CorrectionRefused;
import org.dudao.report.RejectedRows;
import org.dudao.submission.Submission;
import org.dudao.submission.SubmissionState;
import org.dudao.submission.Submissions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code dudao rejects}: the rejected rows of a submission, to read or to correct. */
@Command(name = "rejects", mixinStandardHelpOptions = true, versionProvider = Version.class)
final class RejectsCommand implements Callable<Integer> {

	@ParentCommand
	private DudaoCommand dudao;

	@Parameters(paramLabel = "ID", descriptionKey = "help.submission")
	private long id;

	@Option(names = { "-o", "--output" }, paramLabel = "FILE", descriptionKey = "help.rejects.output")
	private @Nullable Path output;

	@Override
	public Integer call() throws IOException {
		try (Engine engine = this.dudao.engine()) {
			Screen screen = this.dudao.screen();
			Submission submission = engine.part(Submissions.class)
				.find(this.id)
				.orElseThrow(() -> new Refusal("given.unknown-submission", this.id));
			if (this.output != null) {
				write(submission, this.output, engine, screen);
				return Exit.DONE;
			}
			Listing listing = new Listing("line", "column", "header", "value", "code", "problem");
			engine.part(RejectedRows.class).of(this.id).forEach((row) -> {
				for (Issue issue : row.issues()) {
					listing.add(row.line(), issue.column(), issue.header(), issue.value(), issue.message().code(),
							screen.messages().text(issue.message()));
				}
			});
			if (listing.rows().isEmpty()) {
				screen.say(none(submission), this.id);
			}
			screen.show(listing);
			return Exit.DONE;
		}
	}

	private void write(Submission submission, Path file, Engine engine, Screen screen) throws IOException {
		int rows;
		try {
			rows = engine.part(CorrectionFile.class).write(this.id, file, screen.locale());
		}
		catch (CorrectionRefused refused) {
			throw new Refusal(refused.reason());
		}
		if (rows == 0) {
			screen.say(none(submission), this.id);
			return;
		}
		screen.say("rejects.written", rows, file);
		screen.say(CorrectionFile.isWorkbook(file) ? "rejects.next" : "rejects.next-csv", file);
	}

	/** Of a file that was rejected as a whole no rows are known. */
	private static String none(Submission submission) {
		return (submission.state() == SubmissionState.REJECTED) ? "rejects.whole-file" : "rejects.none";
	}

}
