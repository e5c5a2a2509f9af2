package org.dudao.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

import org.dudao.batch.PlannedFile;
import org.dudao.intake.DamagedFile;
import org.dudao.intake.Ending;
import org.dudao.intake.Intake;
import org.dudao.intake.Issue;
import org.dudao.intake.Limits;
import org.dudao.intake.Row;
import org.dudao.intake.RowReader;
import org.dudao.intake.Screening;
import org.dudao.intake.Source;
import org.dudao.message.Message;
import org.dudao.submission.Submission.Hints;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code dudao check}: what a run would say of a file, without a database. */
@Command(name = "check", mixinStandardHelpOptions = true, versionProvider = Version.class)
final class CheckCommand implements Callable<Integer> {

	@ParentCommand
	private DudaoCommand dudao;

	@Mixin
	private FileOptions given = new FileOptions();

	@Option(names = "--preview", descriptionKey = "help.preview")
	private boolean preview;

	private final Listing problems = new Listing("file", "line", "column", "header", "value", "code", "problem");

	@Override
	public Integer call() throws IOException {
		try (Engine engine = this.dudao.engine()) {
			Given checked = new Given(engine);
			String sender = this.given.sender(checked);
			String feed = this.given.feed(checked);
			Intake intake = new Intake(engine.catalog(), engine.regions(), Limits.defaults());
			Screen screen = this.dudao.screen();
			PreviewRun run = new PreviewRun(screen, engine);
			if (this.preview && screen.format() != Format.text) {
				return run.run(planned(sender, feed));
			}
			for (Path file : this.given.files()) {
				check(intake, new Source(file, file.getFileName().toString(), sender, feed, this.given.period()),
						screen);
			}
			screen.show(this.problems);
			if (this.preview) {
				return run.run(planned(sender, feed));
			}
			return this.problems.rows().isEmpty() ? Exit.DONE : Exit.NEEDS_OFFICER;
		}
	}

	private List<PlannedFile> planned(@Nullable String sender, @Nullable String feed) {
		Hints hints = new Hints(feed, this.given.period(), null, null);
		return this.given.files()
			.stream()
			.map((file) -> new PlannedFile(file.toAbsolutePath().normalize(), sender, hints, null))
			.toList();
	}

	private void check(Intake intake, Source source, Screen screen) throws IOException {
		Screening screening = intake.screen(source);
		if (screening instanceof Screening.Refused refused) {
			refused.reasons().forEach((reason) -> whole(source, reason, screen));
		}
		else if (screening instanceof Screening.Recognised file) {
			try (RowReader rows = intake.read(file)) {
				read(rows, source, screen);
			}
			catch (DamagedFile damaged) {
				whole(source, damaged.reason(), screen);
			}
		}
	}

	private void read(RowReader rows, Source source, Screen screen) throws IOException {
		int accepted = 0;
		int rejected = 0;
		int ignored = 0;
		for (Row row = rows.next(); row != null; row = rows.next()) {
			if (row instanceof Row.Rejected set) {
				rejected++;
				set.issues().forEach((issue) -> add(source, set.line(), issue, screen));
			}
			else if (row instanceof Row.Ignored) {
				ignored++;
			}
			else {
				accepted++;
			}
		}
		Ending ending = rows.ending();
		ending.refusals().forEach((reason) -> whole(source, reason, screen));
		ending.doubts().forEach((reason) -> whole(source, reason, screen));
		ending.hints()
			.forEach((hint) -> screen
				.line(source.fileName() + screen.messages().text("text.colon") + screen.messages().text(hint)));
		ending.duplicatedLines().stream().sorted().forEach((line) -> add(source, line, Ending.duplicated(), screen));
		screen.say("check.rows", source.fileName(), accepted + rejected + ignored,
				accepted - ending.duplicatedLines().size(), rejected + ending.duplicatedLines().size(), ignored);
	}

	private void whole(Source source, Message reason, Screen screen) {
		add(source, 0, new Issue(0, "", "", reason), screen);
	}

	private void add(Source source, int line, Issue issue, Screen screen) {
		this.problems.add(source.fileName(), line, issue.column(), issue.header(), issue.value(),
				issue.message().code(), screen.messages().text(issue.message()));
	}

}
