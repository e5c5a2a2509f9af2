package org.dudao.cli;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import org.dudao.batch.Pipeline;
import org.dudao.batch.Withdrawn;
import org.dudao.submission.Publications.Returned;
import org.dudao.submission.Publications.Withdrawal;
import org.dudao.submission.Runs;
import org.dudao.submission.Submission;
import org.dudao.submission.Submissions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code dudao withdraw}: takes a file back; what was in force before it is so again. */
@Command(name = "withdraw", mixinStandardHelpOptions = true, versionProvider = Version.class)
final class WithdrawCommand implements Callable<Integer> {

	/** More slots than these are a list for a program. */
	private static final int SHOWN = 20;

	@ParentCommand
	private DudaoCommand dudao;

	@Parameters(paramLabel = "ID", descriptionKey = "help.submission")
	private long id;

	@Option(names = "--reason", required = true, paramLabel = "REASON", descriptionKey = "help.withdraw.reason")
	private String reason;

	@Mixin
	private Author author = new Author();

	@Override
	public Integer call() throws IOException {
		try (Engine engine = this.dudao.engine()) {
			if (this.reason.isBlank()) {
				throw new Refusal("withdraw.empty-reason");
			}
			Submissions submissions = engine.part(Submissions.class);
			Submission submission = submissions.find(this.id)
				.orElseThrow(() -> new Refusal("given.unknown-submission", this.id));
			Withdrawn done = engine.part(Pipeline.class)
				.withdraw(new Withdrawal(this.id, this.reason.strip(), this.author.name()));
			Screen screen = this.dudao.screen();
			Runs.Judged judged = engine.part(Runs.class).judged(done.run());
			TurnText turns = new TurnText(engine, screen);
			switch (screen.format()) {
				case text -> forPeople(submission, done, judged, submissions, turns, screen);
				case json -> screen.json(object(done, judged, turns));
				case csv -> screen.show(slots(done.slots(), submissions, null));
			}
			return Exit.DONE;
		}
	}

	private void forPeople(Submission submission, Withdrawn done, Runs.Judged judged, Submissions submissions,
			TurnText turns, Screen screen) {
		screen.say("withdraw.done", this.id, submission.fileName(), this.author.name(), this.reason.strip());
		List<Returned> slots = done.slots();
		screen.show(slots(slots.subList(0, Math.min(SHOWN, slots.size())), submissions,
				screen.messages().text("withdraw.nothing")));
		if (slots.size() > SHOWN) {
			screen.say("preview.more", slots.size() - SHOWN);
		}
		screen.say("withdraw.judged", judged.computed(), judged.changed(), judged.opened(), judged.closed());
		turns.show(done.findings());
	}

	private static Listing slots(List<Returned> slots, Submissions submissions, @Nullable String nothing) {
		Listing listing = new Listing("feed", "part", "region", "period", "back_to", "file");
		for (Returned back : slots) {
			Long to = back.to();
			listing.add(back.slot().feed(), back.slot().part(), back.slot().region(), back.slot().period(), to,
					(to != null) ? submissions.find(to).map(Submission::fileName).orElse("") : nothing);
		}
		return listing;
	}

	private Map<String, Object> object(Withdrawn done, Runs.Judged judged, TurnText turns) {
		Map<String, Object> object = new LinkedHashMap<>();
		object.put("submission", this.id);
		object.put("run", done.run());
		object.put("by", this.author.name());
		object.put("reason", this.reason.strip());
		object.put("slots", done.slots().stream().map(WithdrawCommand::object).toList());
		object.put("indicators_computed", judged.computed());
		object.put("indicators_changed", judged.changed());
		object.put("findings", turns.objects(done.findings()));
		return object;
	}

	private static Map<String, Object> object(Returned back) {
		Map<String, Object> object = new LinkedHashMap<>();
		object.put("feed", back.slot().feed());
		object.put("part", back.slot().part());
		object.put("region", back.slot().region());
		object.put("period", back.slot().period());
		object.put("back_to", back.to());
		return object;
	}

}
