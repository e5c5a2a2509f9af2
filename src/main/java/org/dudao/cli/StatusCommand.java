package org.dudao.cli;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;

import org.dudao.report.Status;
import org.dudao.submission.Submission;
import org.dudao.submission.SubmissionState;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code dudao status}: the grid of region, feed and period, and what is missing. */
@Command(name = "status", mixinStandardHelpOptions = true, versionProvider = Version.class)
final class StatusCommand implements Callable<Integer> {

	@ParentCommand
	private DudaoCommand dudao;

	@Option(names = "--region", paramLabel = "CODE", descriptionKey = "help.region")
	private @Nullable String region;

	@Option(names = "--feed", paramLabel = "FEED", descriptionKey = "help.feed")
	private @Nullable String feed;

	@Option(names = "--period", paramLabel = "YEAR", descriptionKey = "help.only-period")
	private @Nullable Integer period;

	@Option(names = "--missing", descriptionKey = "help.status.missing")
	private boolean missing;

	@Mixin
	private AsOfOption asOf = new AsOfOption();

	@Override
	public Integer call() {
		try (Engine engine = this.dudao.engine()) {
			Given given = new Given(engine);
			Screen screen = this.dudao.screen();
			Listing listing = new Listing("region", "region_name", "feed", "period", "state", "submission", "parts",
					"facts");
			engine.part(Status.class)
				.grid(given.region(this.region), given.feed(this.feed), this.period, this.asOf.moment())
				.stream()
				.filter((cell) -> !this.missing || cell.submissions().isEmpty())
				.forEach((cell) -> listing.add(cell.region(), cell.name(), feed(engine, cell, screen), cell.period(),
						state(cell, screen), cell.submissions(), cell.parts(), cell.facts()));
			this.asOf.head(screen);
			screen.show(this.asOf.mark(listing, screen));
			waiting(engine.part(Status.class))
				.forEach((one, state) -> screen.say("run.waiting", screen.messages().text("state-name." + state),
						one.id(), (one.sender() != null) ? one.sender() : "-", one.fileName()));
			if (listing.rows().isEmpty()) {
				screen.say("status.nothing");
			}
			return Exit.DONE;
		}
	}

	private Map<Submission, SubmissionState> waiting(Status status) {
		Instant moment = this.asOf.moment();
		if (moment != null) {
			return status.waiting(this.region, moment);
		}
		Map<Submission, SubmissionState> now = new LinkedHashMap<>();
		status.waiting(this.region).forEach((one) -> now.put(one, one.state()));
		return now;
	}

	/** People know a feed by its title, programs by its name. */
	private static String feed(Engine engine, Status.Cell cell, Screen screen) {
		return (screen.format() != Format.text) ? cell.feed()
				: engine.catalog()
					.feed(cell.feed())
					.map((feed) -> feed.title().in(screen.messages().locale()))
					.orElse(cell.feed());
	}

	/** Programs are told in one language. */
	private static String state(Status.Cell cell, Screen screen) {
		String state = cell.submissions().isEmpty() ? "missing" : "published";
		return (screen.format() == Format.text) ? screen.messages().text("status." + state) : state;
	}

}
