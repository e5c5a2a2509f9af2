package org.dudao.dictionary;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.dudao.catalog.Catalog;
import org.dudao.catalog.Feed;
import org.dudao.intake.Sensor;
import org.jspecify.annotations.Nullable;

/** The data dictionary of a catalogue, in English and in Chinese. */
public final class DataDictionary {

	private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.CHINESE);

	private final Catalog catalog;

	/** The dictionary of that catalogue. */
	public DataDictionary(Catalog catalog) {
		this.catalog = catalog;
	}

	/**
	 * All pages by their path, such as {@code zh/feeds/funding.md}, in the order of the
	 * paths; the same catalogue always gives the same pages.
	 */
	public Map<String, String> pages() {
		Map<String, String> pages = new TreeMap<>();
		for (Locale language : LANGUAGES) {
			Voice voice = new Voice(this.catalog, language);
			String folder = language.getLanguage() + "/";
			RulePage rules = new RulePage(this.catalog, voice);
			CoveragePage coverage = new CoveragePage(this.catalog, voice);
			FeedPage feed = new FeedPage(this.catalog, voice);
			pages.put(folder + "README.md", index(voice));
			pages.put(folder + "indicators.md", new IndicatorPage(this.catalog, voice).all());
			pages.put(folder + "rules.md", rules.rules());
			pages.put(folder + "parameters.md", rules.parameters());
			pages.put(folder + "waivers.md", new WaiverPage(this.catalog, voice).all());
			pages.put(folder + "coverage.md", coverage.coverage());
			pages.put(folder + "figures.md", coverage.figures());
			pages.put(folder + "sensors.md", sensors(voice));
			this.catalog.feeds().forEach((each) -> pages.put(folder + "feeds/" + each.name() + ".md", feed.of(each)));
		}
		return pages;
	}

	/**
	 * Writes the pages below the folder and removes pages of this dictionary that are no
	 * more.
	 * @return how many pages there are
	 * @throws IOException when they cannot be written
	 */
	public int write(Path folder) throws IOException {
		Map<String, String> pages = pages();
		for (Path old : written(folder)) {
			if (!pages.containsKey(name(folder, old))) {
				Files.delete(old);
			}
		}
		for (Map.Entry<String, String> page : pages.entrySet()) {
			Path path = folder.resolve(page.getKey());
			Files.createDirectories(path.getParent());
			Files.writeString(path, page.getValue());
		}
		return pages.size();
	}

	private static List<Path> written(Path folder) throws IOException {
		List<Path> all = new ArrayList<>();
		for (Locale language : LANGUAGES) {
			Path below = folder.resolve(language.getLanguage());
			if (Files.isDirectory(below)) {
				try (Stream<Path> files = Files.walk(below)) {
					files.filter((file) -> file.toString().endsWith(".md")).forEach(all::add);
				}
			}
		}
		return all;
	}

	private static String name(Path folder, Path page) {
		return folder.relativize(page).toString().replace('\\', '/');
	}

	private String index(Voice voice) {
		Markdown page = new Markdown().heading(1, voice.say("index"));
		page.paragraph(voice.say("index.intro", this.catalog.feeds().size(), this.catalog.indicators().size(),
				this.catalog.rules().size(), this.catalog.parameters().size()));
		page.bullets(List.of(Markdown.link(voice.say("indicators"), "indicators.md"),
				Markdown.link(voice.say("rules"), "rules.md"), Markdown.link(voice.say("parameters"), "parameters.md"),
				Markdown.link(voice.say("waivers"), "waivers.md"), Markdown.link(voice.say("coverage"), "coverage.md"),
				Markdown.link(voice.say("figures"), "figures.md"), Markdown.link(voice.say("sensors"), "sensors.md")));
		page.heading(2, voice.say("feeds"));
		page.table(voice.says("feed", "title", "period", "fields", "checks"),
				this.catalog.feeds().stream().map((feed) -> row(feed, voice)).toList());
		return page.toString();
	}

	private static String sensors(Voice voice) {
		Markdown page = new Markdown().heading(1, voice.say("sensors"));
		page.paragraph(voice.say("sensors.intro"));
		page.table(voice.says("sensor", "sensor-effect", "sensor-place", "title", "sensor-about"), Stream
			.of(Sensor.values())
			.map((sensor) -> List.of(Markdown.code(sensor.id()), voice.text(sensor.effect().key()),
					voice.text(sensor.place().key()), voice.text(sensor.titleKey()), voice.text(sensor.aboutKey())))
			.toList());
		return page.toString();
	}

	private static List<@Nullable String> row(Feed feed, Voice voice) {
		return List.of(Markdown.link(feed.name(), "feeds/" + feed.name() + ".md"), voice.text(feed.title()),
				voice.say("period", feed.period()), String.valueOf(feed.fields().size()),
				String.valueOf(feed.checks().size()));
	}

}
