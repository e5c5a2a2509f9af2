package org.dudao.catalog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import org.dudao.catalog.ReportForm.Chart;
import org.dudao.catalog.ReportForm.Content;
import org.dudao.catalog.ReportForm.Figure;
import org.dudao.catalog.ReportForm.Phrase;
import org.dudao.catalog.ReportForm.Scale;
import org.dudao.catalog.ReportForm.Section;
import org.dudao.catalog.ReportForm.Sentence;
import org.dudao.catalog.ReportForm.Unit;

/**
 * Reads the forms of {@code reports/} against a catalogue. They are no part of its
 * version: another wording changes no verdict.
 */
public final class ReportForms {

	private final Catalog catalog;

	private final Mistakes mistakes = new Mistakes();

	private final Lookup lookup = new Lookup(this.mistakes);

	private ReportForms(Catalog catalog) {
		this.catalog = catalog;
	}

	/**
	 * The forms of that catalogue, by file name; none when it has no {@code reports/}.
	 * @throws CatalogInvalid with all mistakes together when there is any
	 * @throws UncheckedIOException when a file cannot be read
	 */
	public static List<ReportForm> read(Catalog catalog) {
		return new ReportForms(catalog).read();
	}

	private List<ReportForm> read() {
		Path folder = this.catalog.directory().resolve("reports");
		if (!Files.isDirectory(folder)) {
			return List.of();
		}
		List<ReportForm> forms = new ArrayList<>();
		try (Stream<Path> files = Files.list(folder)) {
			for (Path file : files.filter((path) -> path.toString().endsWith(".yaml")).sorted().toList()) {
				Optional<Yaml> root = YamlFile.read("reports/" + file.getFileName(), file, this.mistakes);
				root.ifPresent((yaml) -> {
					Schema.of("report").check(yaml, this.mistakes);
					forms.add(form(yaml));
				});
			}
		}
		catch (IOException fault) {
			throw new UncheckedIOException(fault);
		}
		this.mistakes.raise();
		return forms;
	}

	private ReportForm form(Yaml yaml) {
		List<String> about = List.of("region", "year", "prior_year");
		Map<Phrase, Text> phrases = new EnumMap<>(Phrase.class);
		for (Phrase phrase : Phrase.values()) {
			Yaml text = yaml.get("phrases").get(phrase.name().toLowerCase(Locale.ROOT).replace('_', '-'));
			phrases.put(phrase,
					pattern(text,
							Set.of("region", "year", "prior_year", "trend", "growth", "increase", "figures", "feeds",
									"count", "title", "stage", "value", "clause", "finding", "points", "total", "grade",
									"ranks")));
		}
		List<Unit> units = yaml.get("units")
			.items()
			.stream()
			.map((unit) -> new Unit(unit.get("unit").text(), scales(unit.get("en")), scales(unit.get("zh"))))
			.toList();
		this.lookup.unique(yaml.get("sections").items().stream().map((section) -> section.get("section")).toList());
		return new ReportForm(yaml.get("report").text(), pattern(yaml.get("title"), about),
				pattern(yaml.get("opening"), about), phrases, units,
				yaml.get("sections").items().stream().map(this::section).toList());
	}

	private static List<Scale> scales(Yaml list) {
		return list.items()
			.stream()
			.map((scale) -> new Scale(number(scale.get("from"), BigDecimal.ZERO),
					number(scale.get("over"), BigDecimal.ONE),
					number(scale.get("decimals"), BigDecimal.ZERO).intValue(), scale.get("text").text()))
			.toList();
	}

	private static BigDecimal number(Yaml yaml, BigDecimal otherwise) {
		BigDecimal number = yaml.number();
		return (number != null) ? number : otherwise;
	}

	private Section section(Yaml yaml) {
		String content = yaml.get("content").text().replace('-', '_').toUpperCase(Locale.ROOT);
		return new Section(yaml.get("section").text(), Lookup.text(yaml.get("title")),
				Arrays.stream(Content.values())
					.filter((each) -> each.name().equals(content))
					.findFirst()
					.orElse(Content.SENTENCES),
				yaml.get("sentences").items().stream().map(this::sentence).toList(),
				yaml.get("charts").items().stream().map(this::chart).toList());
	}

	private Sentence sentence(Yaml yaml) {
		Map<String, Figure> figures = new LinkedHashMap<>();
		yaml.get("figures").entries().forEach((name, figure) -> figures.put(name, figure(figure)));
		Sentence named = new Sentence(stages(yaml.get("stages")), figures, new Text("", ""));
		return new Sentence(named.stages(), figures, pattern(yaml.get("say"), named.arguments()));
	}

	private Figure figure(Yaml yaml) {
		indicator(yaml.get("indicator"));
		if (!yaml.get("than").isMissing()) {
			indicator(yaml.get("than"));
		}
		if (!yaml.get("stage").isMissing()) {
			this.lookup.isKnown(yaml.get("stage"), "stage", stageNames());
		}
		return new Figure(yaml.get("indicator").text(), yaml.get("stage").textOrNull(), yaml.get("than").textOrNull(),
				yaml.get("optional").isTrue());
	}

	private Chart chart(Yaml yaml) {
		indicator(yaml.get("indicator"));
		boolean trend = yaml.get("kind").text().equals("trend");
		return new Chart(pattern(yaml.get("title"), List.of("region", "year", "prior_year")),
				yaml.get("indicator").text(), stages(yaml.get("stages")),
				trend ? Chart.Kind.TREND : Chart.Kind.COMPARISON);
	}

	private void indicator(Yaml name) {
		this.lookup.isKnown(name, "indicator", this.catalog.indicators().stream().map(Indicator::name).toList());
	}

	private List<String> stages(Yaml list) {
		list.items().forEach((stage) -> this.lookup.isKnown(stage, "stage", stageNames()));
		return list.texts();
	}

	private List<String> stageNames() {
		return this.catalog.stages().stream().map(Stage::name).toList();
	}

	/** A pattern in both languages, whose arguments must be known. */
	private Text pattern(Yaml yaml, Collection<String> known) {
		pattern(yaml.get("en"), ULocale.ENGLISH, known);
		pattern(yaml.get("zh"), ULocale.CHINESE, known);
		return Lookup.text(yaml);
	}

	private void pattern(Yaml text, ULocale locale, Collection<String> known) {
		if (text.isMissing()) {
			return;
		}
		try {
			Set<String> unknown = new HashSet<>(new MessageFormat(text.text(), locale).getArgumentNames());
			unknown.removeAll(known);
			unknown.stream()
				.sorted()
				.forEach((name) -> this.mistakes.add(text, "catalog.report.argument", name, String.join(", ", known)));
		}
		catch (IllegalArgumentException unreadable) {
			this.mistakes.add(text, "catalog.report.pattern", String.valueOf(unreadable.getMessage()));
		}
	}

}
