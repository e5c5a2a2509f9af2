package org.dudao.cli;

import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.dudao.batch.Deciding;
import org.dudao.batch.Settings;
import org.dudao.submission.Archive;
import org.dudao.upkeep.Purge;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

import org.springframework.jdbc.core.JdbcTemplate;

/** {@code dudao purge}: removes what is old and in force nowhere. */
@Command(name = "purge", mixinStandardHelpOptions = true, versionProvider = Version.class)
final class PurgeCommand implements Callable<Integer> {

	private static final Pattern AGE = Pattern.compile("([1-9][0-9]{0,4})([dmy])");

	@ParentCommand
	private DudaoCommand dudao;

	@Option(names = "--older-than", required = true, paramLabel = "AGE", descriptionKey = "help.purge.older-than")
	private String age;

	@Option(names = "--archive", descriptionKey = "help.purge.archive")
	private boolean archive;

	@Option(names = "--dry-run", descriptionKey = "help.purge.dry-run")
	private boolean dryRun;

	@Mixin
	private Author author = new Author();

	@Override
	public Integer call() {
		Period period = period();
		try (Engine engine = this.dudao.engine()) {
			Screen screen = this.dudao.screen();
			Clock clock = engine.part(Clock.class);
			Instant before = ZonedDateTime.now(clock).minus(period).toInstant();
			Purge purge = new Purge(engine.part(JdbcTemplate.class), engine.part(Deciding.class),
					engine.part(Settings.class), engine.part(Archive.class), clock);
			Map<String, Long> amounts = this.dryRun ? purge.look(before, this.archive)
					: purge.remove(before, this.archive, this.author.name());
			screen.say(this.dryRun ? "purge.would" : "purge.done", screen.time(before));
			Listing listing = new Listing("what", "amount");
			amounts
				.forEach((what,
						amount) -> listing.add((screen.format() == Format.text)
								? screen.messages().text("purge.what." + what) : what.toLowerCase(Locale.ROOT),
								amount));
			screen.show(listing);
			if (amounts.getOrDefault("FACTS", 0L) > 0) {
				screen.say("purge.facts", screen.time(before));
			}
			if (amounts.getOrDefault("FILES", 0L) > 0) {
				screen.say("purge.files");
			}
			return Exit.DONE;
		}
	}

	private Period period() {
		Matcher given = AGE.matcher(this.age.strip().toLowerCase(Locale.ROOT));
		if (!given.matches()) {
			throw new Refusal("purge.age", this.age);
		}
		int number = Integer.parseInt(given.group(1));
		return switch (given.group(2)) {
			case "d" -> Period.ofDays(number);
			case "m" -> Period.ofMonths(number);
			default -> Period.ofYears(number);
		};
	}

}
