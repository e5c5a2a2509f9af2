package org.dudao.catalog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads a catalogue from its directory and checks it whole. */
public final class CatalogReader {

	private final Path directory;

	private final Mistakes mistakes = new Mistakes();

	private final Lookup lookup = new Lookup(this.mistakes);

	private final Set<Path> read = new LinkedHashSet<>();

	private CatalogReader(Path directory) {
		this.directory = directory;
	}

	/**
	 * Reads {@code stages.yaml}, {@code regions.yaml}, {@code defaults.yaml} (may be
	 * absent), {@code feeds/}, {@code parameters/} (may be absent), {@code indicators/},
	 * {@code rules/}, {@code scorecards/} and {@code coverage.yaml} (may be absent).
	 * @throws CatalogInvalid with all mistakes together when there is any
	 * @throws UncheckedIOException when a file cannot be read
	 */
	public static Catalog read(Path directory) {
		return new CatalogReader(directory).read();
	}

	/**
	 * All files that {@link #read} reads, as they are now.
	 * @throws CatalogInvalid when there is any mistake in them
	 */
	public static CatalogBundle bundle(Path directory) {
		CatalogReader reader = new CatalogReader(directory);
		reader.read();
		return CatalogBundle.of(directory, reader.read);
	}

	private Catalog read() {
		List<Stage> stages = stages(document("stages", "stage").get("stages").items());
		RegionSource regions = regions(document("regions", "level").get("regions"));
		boolean hasDefaults = Files.exists(this.directory.resolve("defaults.yaml"));
		Yaml defaults = hasDefaults ? document("defaults", "default") : Yaml.nothing("defaults.yaml");
		List<Feed> feeds = feeds(stages, defaults);
		List<Parameter> parameters = new ParameterReader(this.mistakes, stages, feeds)
			.read(hasFolder("parameters") ? folder("parameters", "parameter") : List.of());
		List<Indicator> indicators = new IndicatorReader(this.mistakes, stages, feeds, parameters)
			.read(folder("indicators", "indicator"));
		List<Rule> rules = new RuleReader(this.mistakes, stages, parameters, indicators, regions)
			.read(folder("rules", "rule"));
		List<Scorecard> scorecards = scorecards(new ScorecardReader(this.mistakes, stages, indicators, rules, regions));
		Coverage coverage = coverage(new CoverageReader(this.mistakes, feeds, parameters, indicators, rules));
		this.mistakes.raise();
		return new Catalog(this.directory, CatalogBundle.of(this.directory, this.read).version(), stages, regions,
				feeds, parameters, indicators, rules, scorecards, coverage);
	}

	private List<Stage> stages(List<Yaml> list) {
		this.lookup.unique(list.stream().map((stage) -> stage.get("stage")).toList());
		List<Yaml> names = new ArrayList<>();
		list.forEach((stage) -> names.addAll(stage.get("names").items()));
		this.lookup.unique(names, (name) -> Headers.plain(name.text()));
		return list.stream()
			.map((stage) -> new Stage(stage.get("stage").text(), Lookup.text(stage.get("title")),
					stage.get("isced").textOrNull(), stage.get("names").texts()))
			.toList();
	}

	private RegionSource regions(Yaml yaml) {
		Path file = this.directory.resolve(yaml.get("file").text());
		if (Files.isRegularFile(file)) {
			this.read.add(file);
		}
		else if (!yaml.get("file").isMissing()) {
			this.mistakes.add(yaml.get("file"), "catalog.regions.file", yaml.get("file").text());
		}
		List<Integer> prefixes = new ArrayList<>();
		for (Yaml prefix : yaml.get("parentPrefixes").items()) {
			Integer length = prefix.whole();
			if (length != null) {
				prefixes.add(length);
			}
		}
		return new RegionSource(file, yaml.get("code").text(), yaml.get("name").text(), yaml.get("level").text(),
				yaml.get("from").text(), yaml.get("until").text(), yaml.get("successors").textOrNull(),
				yaml.get("parent").textOrNull(), prefixes, yaml.get("levels").textEntries());
	}

	private List<Feed> feeds(List<Stage> stages, Yaml defaults) {
		FeedReader reader = new FeedReader(this.mistakes, stages, defaults);
		List<Yaml> files = documents("feeds", "feed", "feed");
		this.lookup.unique(files.stream().map((feed) -> feed.get("feed")).toList());
		return files.stream().map(reader::read).toList();
	}

	private boolean hasFolder(String name) {
		return Files.isDirectory(this.directory.resolve(name));
	}

	/** A catalogue may say nothing of it. */
	private Coverage coverage(CoverageReader reader) {
		boolean says = Files.exists(this.directory.resolve("coverage.yaml"));
		return says ? reader.read(document("coverage", "coverage")) : Coverage.NONE;
	}

	/** A catalogue may do without. */
	private List<Scorecard> scorecards(ScorecardReader reader) {
		return reader.read(hasFolder("scorecards") ? documents("scorecards", "scorecards", "scorecard") : List.of());
	}

	/** The entries of all files of a folder that holds lists. */
	private List<Yaml> folder(String name, String kind) {
		return documents(name, name, kind).stream().flatMap((document) -> document.get(name).items().stream()).toList();
	}

	/** The readable files of a folder by name. */
	private List<Yaml> documents(String folder, String schema, String kind) {
		Path path = this.directory.resolve(folder);
		if (!Files.isDirectory(path)) {
			this.mistakes.add(folder + "/", "catalog.file.missing", folder + "/");
			this.mistakes.unsureOf(kind);
			return List.of();
		}
		try (Stream<Path> files = Files.list(path)) {
			return files.map((file) -> folder + "/" + file.getFileName())
				.filter((name) -> name.endsWith(".yaml"))
				.sorted()
				.flatMap((name) -> document(name, schema, kind).stream())
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The file beside the folders, or nothing; its schema has its name. */
	private Yaml document(String name, String kind) {
		String file = name + ".yaml";
		if (!Files.isRegularFile(this.directory.resolve(file))) {
			this.mistakes.add(file, "catalog.file.missing", file);
			this.mistakes.unsureOf(kind);
			return Yaml.nothing(file);
		}
		return document(file, name, kind).orElse(Yaml.nothing(file));
	}

	private Optional<Yaml> document(String name, String schema, String kind) {
		Path path = this.directory.resolve(name);
		this.read.add(path);
		Optional<Yaml> root = YamlFile.read(name, path, this.mistakes);
		root.ifPresentOrElse((yaml) -> Schema.of(schema).check(yaml, this.mistakes),
				() -> this.mistakes.unsureOf(kind));
		return root;
	}

}
