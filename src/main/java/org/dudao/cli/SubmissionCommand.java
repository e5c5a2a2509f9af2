package org.dudao.cli;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import org.dudao.report.RejectedRows;
import org.dudao.submission.Lineage;
import org.dudao.submission.Submission;
import org.dudao.submission.SubmissionEvents;
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
			switch (screen.format()) {
				case text -> forPeople(submission, engine, screen);
				case json -> screen.json(withStory(submission, engine, screen));
				case csv -> screen.show(SubmissionText.listing(List.of(submission), screen));
			}
			return Exit.DONE;
		}
	}

	private Map<String, Object> withStory(Submission submission, Engine engine, Screen screen) {
		Map<String, Object> object = SubmissionText.object(submission, screen);
		object.put("story", new StoryText(screen).objects(engine.part(SubmissionEvents.class).of(this.id)));
		return object;
	}

	private void forPeople(Submission submission, Engine engine, Screen screen) {
		SubmissionText.show(submission, engine.part(Lineage.class).corrections(this.id), screen);
		new StoryText(screen).show(engine.part(SubmissionEvents.class).of(this.id));
		engine.part(RejectedRows.class)
			.notes(this.id, (line, note) -> screen
				.line("  " + screen.messages().text("submission.note", line) + screen.messages().text(note.message())));
	}

}
