package org.dudao.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;

import org.dudao.batch.Replay;
import org.dudao.batch.Replayed;
import org.dudao.batch.Replayed.Compared;
import org.dudao.batch.Replayed.Difference;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code dudao replay}: whether a past run comes out the same once more. */
@Command(name = "replay", mixinStandardHelpOptions = true, versionProvider = Version.class)
final class ReplayCommand implements Callable<Integer> {

	private static final int SHORT = 12;

	@ParentCommand
	private DudaoCommand dudao;

	@Parameters(paramLabel = "RUN", descriptionKey = "help.replay.run")
	private long run;

	@Override
	public Integer call() throws IOException {
		try (Engine engine = this.dudao.engine()) {
			Screen screen = this.dudao.screen();
			Replayed replayed = engine.part(Replay.class).run(this.run, engine.application());
			switch (screen.format()) {
				case json -> screen.json(object(replayed, screen));
				case csv -> screen.show(differences(replayed));
				default -> say(replayed, screen);
			}
			return replayed.isEqual() ? Exit.DONE : Exit.NEEDS_OFFICER;
		}
	}

	private static void say(Replayed replayed, Screen screen) {
		screen.say("replay.head", replayed.run().id(), replayed.run().job(), screen.time(replayed.run().startedAt()),
				replayed.run().catalog().substring(0, SHORT), replayed.runs(), replayed.files());
		replayed.notes().forEach(screen::say);
		for (Compared part : replayed.parts()) {
			String name = screen.messages().text("replay.part." + name(part));
			screen.say(part.isEqual() ? "replay.equal" : "replay.different", name, digits(part.kept()),
					digits(part.anew()));
			for (Difference one : part.differences()) {
				if (one.column() == null) {
					screen.say((one.kept() != null) ? "replay.only-kept" : "replay.only-anew", one.key());
				}
				else {
					screen.say("replay.difference", one.key(), one.column(), shown(one.kept()), shown(one.anew()));
				}
			}
		}
		screen.say(replayed.isEqual() ? "replay.result-equal" : "replay.result-different", replayed.run().id());
	}

	private static String name(Compared part) {
		return part.part().name().toLowerCase(Locale.ROOT);
	}

	private static String digits(String sum) {
		return (sum.length() > SHORT) ? sum.substring(0, SHORT) : sum;
	}

	private static String shown(@Nullable String value) {
		return (value != null) ? value : "-";
	}

	private static Listing differences(Replayed replayed) {
		Listing listing = new Listing("part", "equal", "key", "column", "kept", "anew");
		for (Compared part : replayed.parts()) {
			if (part.differences().isEmpty()) {
				listing.add(name(part), part.isEqual(), null, null, part.kept(), part.anew());
			}
			part.differences()
				.forEach((one) -> listing.add(name(part), false, one.key(), one.column(), one.kept(), one.anew()));
		}
		return listing;
	}

	private static Map<String, Object> object(Replayed replayed, Screen screen) {
		Map<String, Object> object = new LinkedHashMap<>();
		object.put("run", replayed.run().id());
		object.put("job", replayed.run().job());
		object.put("started_at", replayed.run().startedAt().toString());
		object.put("catalog", replayed.run().catalog());
		object.put("runs", replayed.runs());
		object.put("files", replayed.files());
		object.put("equal", replayed.isEqual());
		object.put("notes", replayed.notes().stream().map(screen.messages()::text).toList());
		List<Object> parts = new ArrayList<>();
		for (Compared part : replayed.parts()) {
			Map<String, Object> one = new LinkedHashMap<>();
			one.put("part", name(part));
			one.put("equal", part.isEqual());
			one.put("kept", part.kept());
			one.put("anew", part.anew());
			one.put("differences", part.differences());
			parts.add(one);
		}
		object.put("parts", parts);
		return object;
	}

}
