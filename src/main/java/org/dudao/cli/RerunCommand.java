package org.dudao.cli;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import org.dudao.submission.Archive;
import org.dudao.batch.PlannedFile;
import org.dudao.submission.Lineage;
import org.dudao.submission.Submission;
import org.dudao.submission.SubmissionState;
import org.dudao.submission.Submissions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/**
 * {@code dudao rerun}: what failed on our side is run again from the archive; for what
 * the sender must correct it says exactly what.
 */
@Command(name = "rerun", mixinStandardHelpOptions = true, versionProvider = Version.class)
final class RerunCommand implements Callable<Integer> {

	@ParentCommand
	private DudaoCommand dudao;

	@Parameters(arity = "0..1", paramLabel = "SUBMISSION", descriptionKey = "help.rerun.submission")
	private @Nullable Long id;

	@Option(names = "--region", paramLabel = "CODE", descriptionKey = "help.region")
	private @Nullable String region;

	@Option(names = "--feed", paramLabel = "FEED", descriptionKey = "help.feed")
	private @Nullable String feed;

	@Override
	public Integer call() throws IOException {
		try (Engine engine = this.dudao.engine()) {
			Screen screen = this.dudao.screen();
			List<Submission> found = find(engine);
			if (found.isEmpty()) {
				screen.say("rerun.nothing");
			}
			List<Submission> failed = found.stream().filter((one) -> one.state().isUnfinished()).toList();
			List<Submission> waiting = found.stream().filter((one) -> !one.state().isUnfinished()).toList();
			Map<Long, List<Long>> corrections = engine.part(Lineage.class)
				.corrections(waiting.stream().map(Submission::id).toList());
			if (failed.isEmpty() || screen.format() == Format.text) {
				SubmissionText.show(waiting, corrections, screen);
			}
			if (failed.isEmpty()) {
				return waiting.stream()
					.anyMatch((one) -> one.state().needsOfficer() && !corrections.containsKey(one.id()))
							? Exit.NEEDS_OFFICER : Exit.DONE;
			}
			return new WatchedRun(screen, engine).run((pipeline) -> pipeline.importFiles(List.of()));
		}
	}

	private List<Submission> find(Engine engine) {
		Submissions submissions = engine.part(Submissions.class);
		if (this.id != null) {
			long wanted = this.id;
			return List.of(submissions.find(wanted).orElseThrow(() -> new Refusal("given.unknown-submission", wanted)));
		}
		Given given = new Given(engine);
		return submissions.needing(given.region(this.region), given.feed(this.feed));
	}

}
