package org.dudao.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

import org.dudao.doctor.Check;
import org.dudao.doctor.Check.Level;
import org.dudao.doctor.Doctor;
import org.dudao.message.Message;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/**
 * {@code dudao doctor}: what is not as it should be around the program, and what to
 * change.
 */
@Command(name = "doctor", mixinStandardHelpOptions = true, versionProvider = Version.class)
final class DoctorCommand implements Callable<Integer> {

	@ParentCommand
	private DudaoCommand dudao;

	@Option(names = "--all", descriptionKey = "help.doctor.all")
	private boolean all;

	@Option(names = "--inbox", descriptionKey = "help.doctor.inbox", paramLabel = "DIR")
	private @Nullable Path inbox;

	@Override
	public Integer call() {
		try (Engine engine = this.dudao.engine()) {
			Screen screen = this.dudao.screen();
			List<Check> checks = Doctor.examine(engine.home(), engine::catalog, this.inbox);
			if (screen.format() == Format.text) {
				text(checks, screen);
			}
			else {
				screen.show(listing(checks, screen));
			}
			return code(checks);
		}
	}

	private static int code(List<Check> checks) {
		return switch (checks.stream().map(Check::level).max(Level::compareTo).orElse(Level.WELL)) {
			case WELL, UNKNOWN -> Exit.DONE;
			case ADVICE -> Exit.NEEDS_OFFICER;
			case FAULT -> Exit.FAILED;
		};
	}

	private void text(List<Check> checks, Screen screen) {
		for (Check check : checks) {
			if (this.all || check.level() != Level.WELL) {
				screen.say("doctor.line", level(check, screen), say(check.subject().title(), screen),
						say(check.found(), screen));
				say("doctor.line.wanted", check.wanted(), screen);
				say("doctor.line.change", check.change(), screen);
			}
		}
		Map<Level, Long> counts = checks.stream()
			.collect(Collectors.groupingBy(Check::level, TreeMap::new, Collectors.counting()));
		screen.say("doctor.sum", checks.size(), counts.getOrDefault(Level.FAULT, 0L),
				counts.getOrDefault(Level.ADVICE, 0L), counts.getOrDefault(Level.UNKNOWN, 0L));
	}

	private static void say(String line, @Nullable Message message, Screen screen) {
		if (message != null) {
			screen.say(Message.of(line, say(message, screen)));
		}
	}

	private static String level(Check check, Screen screen) {
		return screen.messages().text("doctor.level." + check.level());
	}

	private static @Nullable String say(@Nullable Message message, Screen screen) {
		return (message != null) ? screen.messages().text(message) : null;
	}

	private static Listing listing(List<Check> checks, Screen screen) {
		Listing listing = new Listing("check", "level", "found", "wanted", "change");
		checks.forEach((check) -> listing.add(check.subject().key(), check.level().toString(),
				say(check.found(), screen), say(check.wanted(), screen), say(check.change(), screen)));
		return listing;
	}

}
