package org.dudao.cli;

import java.util.List;
import java.util.concurrent.Callable;

import org.dudao.report.Status;
import org.dudao.report.Status.Cell;
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
			StatusText text = new StatusText(engine, screen);
			Status status = engine.part(Status.class);
			List<Cell> cells = status.grid(given.region(this.region), given.feed(this.feed), this.period,
					this.asOf.moment());
			List<Cell> wanted = this.missing ? cells.stream().filter((cell) -> cell.submissions().isEmpty()).toList()
					: cells;
			this.asOf.head(screen);
			if (screen.format() != Format.text) {
				screen.show(this.asOf.mark(text.listing(wanted), screen));
				return Exit.DONE;
			}
			if (cells.isEmpty()) {
				screen.say("status.nothing");
			}
			else {
				text.forPeople(cells, wanted, this.region, this.missing);
			}
			if (this.asOf.moment() == null) {
				text.files(status.waiting(this.region));
			}
			return Exit.DONE;
		}
	}

}
