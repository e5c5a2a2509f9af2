package org.dudao.cli;

import org.dudao.batch.Catalogues;
import org.dudao.catalog.Catalog;
import org.dudao.catalog.CatalogBundle;
import org.dudao.catalog.Mistake;
import org.dudao.catalog.ReportForms;
import org.dudao.catalog.NightlyPlan;
import org.dudao.catalog.WaiverReasons;
import org.dudao.dictionary.DataDictionary;
import org.dudao.finding.RuleExamples;
import org.dudao.indicator.IndicatorExamples;
import org.dudao.intake.Sensor;
import org.dudao.message.Message;
import org.dudao.message.Messages;
import org.dudao.submission.Runs;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** {@code dudao catalog}: what Dudao knows, and whether it is in order. */
@Command(name = "catalog", mixinStandardHelpOptions = true, versionProvider = Version.class)
final class CatalogCommand implements Runnable {

	/** So many digits tell one version from another. */
	private static final int SHORT = 12;

	@ParentCommand
	private DudaoCommand dudao;

	/** What can be listed alone, as the command line names it. */
	enum Kind {

		feeds, indicators, parameters, rules, scorecards, sensors

	}

	@Override
	public void run() {
		list(null);
	}

	@Command(name = "list", mixinStandardHelpOptions = true, versionProvider = Version.class)
	int list(@Parameters(paramLabel = "KIND", arity = "0..1",
			descriptionKey = "help.catalog.kind") @Nullable Kind kind) {
		if (kind == Kind.sensors) {
			return sensors();
		}
		try (Engine engine = this.dudao.engine()) {
			Catalog catalog = engine.catalog();
			Locale locale = this.dudao.screen().locale();
			Listing listing = new Listing("kind", "name", "title", "feed");
			if (isAsked(Kind.feeds, kind)) {
				catalog.feeds().forEach((feed) -> listing.add("feed", feed.name(), feed.title().in(locale), null));
			}
			if (isAsked(Kind.indicators, kind)) {
				catalog.indicators()
					.forEach((one) -> listing.add("indicator", one.name(), one.title().in(locale), one.feed()));
			}
			if (isAsked(Kind.parameters, kind)) {
				catalog.parameters()
					.forEach((one) -> listing.add("parameter", one.name(), one.title().in(locale), null));
			}
			if (isAsked(Kind.rules, kind)) {
				catalog.rules().forEach((rule) -> listing.add("rule", rule.name(), rule.title().in(locale), null));
			}
			if (isAsked(Kind.scorecards, kind)) {
				catalog.scorecards()
					.forEach((card) -> listing.add("scorecard", card.name(), card.title().in(locale), null));
			}
			if (kind == null) {
				Messages messages = this.dudao.screen().messages();
				Stream.of(Sensor.values())
					.forEach((one) -> listing.add("sensor", one.id(), messages.text(one.titleKey()), null));
			}
			this.dudao.screen().show(listing);
			return Exit.DONE;
		}
	}

	private static boolean isAsked(Kind kind, @Nullable Kind asked) {
		return asked == null || asked == kind;
	}

	private int sensors() {
		Screen screen = this.dudao.screen();
		Listing listing = new Listing("sensor", "effect", "looks_at", "title", "looks_for");
		for (Sensor sensor : Sensor.values()) {
			listing.add(sensor.id(), screen.messages().text(sensor.effect().key()),
					screen.messages().text(sensor.place().key()), screen.messages().text(sensor.titleKey()),
					screen.messages().text(sensor.aboutKey()));
		}
		screen.show(listing);
		return Exit.DONE;
	}

	@Command(name = "show", mixinStandardHelpOptions = true, versionProvider = Version.class)
	int show(@Parameters(paramLabel = "NAME", descriptionKey = "help.catalog.name") String name) {
		try (Engine engine = this.dudao.engine()) {
			new CatalogText(this.dudao.screen()).show(engine.catalog(), name);
			return Exit.DONE;
		}
	}

	@Command(name = "verify", mixinStandardHelpOptions = true, versionProvider = Version.class)
	int verify() {
		try (Engine engine = this.dudao.engine()) {
			Catalog catalog = engine.catalog();
			ReportForms.read(catalog);
			WaiverReasons.read(catalog);
			NightlyPlan.read(catalog);
			Screen screen = this.dudao.screen();
			List<Message> failures = new ArrayList<>(new IndicatorExamples(catalog, engine.regions()).failures());
			failures.addAll(new RuleExamples(catalog, engine.regions()).failures());
			failures.forEach(screen::say);
			if (!failures.isEmpty()) {
				return Exit.USAGE;
			}
			screen.say("catalog.in-order", catalog.feeds().size(), catalog.indicators().size(), catalog.rules().size(),
					catalog.version().substring(0, SHORT));
			return Exit.DONE;
		}
	}

	@Command(name = "docs", mixinStandardHelpOptions = true, versionProvider = Version.class)
	int docs(@Option(names = { "-o", "--output" }, paramLabel = "DIR", defaultValue = "docs/catalogue",
			descriptionKey = "help.catalog.docs.output") Path folder) {
		try (Engine engine = this.dudao.engine()) {
			this.dudao.screen().say("catalog.docs", new DataDictionary(engine.catalog()).write(folder), folder);
			return Exit.DONE;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Command(name = "versions", mixinStandardHelpOptions = true, versionProvider = Version.class)
	int versions() {
		try (Engine engine = this.dudao.engine()) {
			Screen screen = this.dudao.screen();
			Listing listing = new Listing("version", "runs", "first_run", "last_run", "from", "until", "kept");
			Catalogues kept = engine.part(Catalogues.class);
			boolean people = screen.format() == Format.text;
			for (Runs.CatalogUse one : engine.part(Runs.class).catalogues()) {
				boolean there = kept.holds(one.version());
				listing.add(people ? one.version().substring(0, SHORT) : one.version(), one.runs(), one.first(),
						one.last(), people ? screen.time(one.from()) : one.from().toString(),
						people ? screen.time(one.until()) : one.until().toString(),
						people ? screen.messages().text(there ? "text.yes" : "text.no") : (Object) there);
			}
			screen.show(listing);
			if (listing.rows().isEmpty()) {
				screen.say("catalog.no-versions");
			}
			return Exit.DONE;
		}
	}

	@Command(name = "export", mixinStandardHelpOptions = true, versionProvider = Version.class)
	int export(@Parameters(paramLabel = "VERSION", descriptionKey = "help.catalog.version") String version,
			@Option(names = { "-o", "--output" }, paramLabel = "DIR", required = true,
					descriptionKey = "help.catalog.export.output") Path folder)
			throws IOException {
		try (Engine engine = this.dudao.engine()) {
			Catalogues kept = engine.part(Catalogues.class);
			List<String> found = engine.part(Runs.class)
				.catalogues()
				.stream()
				.map(Runs.CatalogUse::version)
				.filter((one) -> !version.isBlank() && one.startsWith(version.toLowerCase(Locale.ROOT)))
				.toList();
			if (found.size() != 1 || !kept.holds(found.get(0))) {
				throw new Refusal("catalog.unknown-version", version, found.size());
			}
			if (Files.exists(folder) && !isEmpty(folder)) {
				throw new Refusal("catalog.export-not-empty", folder);
			}
			CatalogBundle bundle = kept.find(found.get(0));
			this.dudao.screen().say("catalog.exported", bundle.names().size(), bundle.write(folder));
			return Exit.DONE;
		}
	}

	private static boolean isEmpty(Path folder) throws IOException {
		if (!Files.isDirectory(folder)) {
			return false;
		}
		try (Stream<Path> files = Files.list(folder)) {
			return files.findAny().isEmpty();
		}
	}

	/** A mistake as a person reads it. */
	static String text(Mistake mistake, Messages messages) {
		return mistake.file() + ":" + mistake.line() + ": " + messages.text(mistake.message());
	}

}
