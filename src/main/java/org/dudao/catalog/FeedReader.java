package org.dudao.catalog;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** Reads one file of {@code feeds/}. */
final class FeedReader {

	private static final Pattern NOTHING = Pattern.compile("(?!)");

	private final Mistakes mistakes;

	private final Lookup lookup;

	private final List<Stage> stages;

	private final Yaml defaults;

	/**
	 * A reader of feeds.
	 * @param defaults what holds for a feed that does not say otherwise
	 */
	FeedReader(Mistakes mistakes, List<Stage> stages, Yaml defaults) {
		this.mistakes = mistakes;
		this.lookup = new Lookup(mistakes);
		this.stages = stages;
		this.defaults = defaults;
	}

	Feed read(Yaml yaml) {
		List<Field> fields = new FieldReader(this.mistakes, this.stages).read(yaml.get("fields"));
		Yaml acceptance = setting(yaml, "acceptance");
		PeriodKind period = yaml.get("period").text().equals("school-year") ? PeriodKind.SCHOOL_YEAR
				: PeriodKind.FISCAL_YEAR;
		Feed unchecked = new Feed(yaml.get("feed").text(), Lookup.text(yaml.get("title")), period,
				primaryKey(yaml.get("primaryKey"), fields), fields, List.of(),
				new Acceptance(this.lookup.share(acceptance.get("maxRejectedRows")),
						this.lookup.share(acceptance.get("maxRowDrop")), number(acceptance.get("maxRowFactor")),
						number(acceptance.get("maxSumFactor"))),
				new LayoutReader(this.mistakes, this.stages, fields).read(yaml.get("layouts")),
				setting(yaml, "missingValues").texts(), setting(yaml, "suppressedValues").texts(),
				pattern(setting(yaml, "totals")), pattern(setting(yaml, "footnotes")), seriesBreaks(yaml));
		return unchecked.with(checks(yaml.get("checks"), unchecked));
	}

	private static @Nullable BigDecimal number(Yaml yaml) {
		return yaml.isMissing() ? null : yaml.number();
	}

	private Yaml setting(Yaml yaml, String key) {
		return yaml.get(key).isMissing() ? this.defaults.get(key) : yaml.get(key);
	}

	/** Those of the feed, and those that hold for every feed. */
	private List<SeriesBreak> seriesBreaks(Yaml yaml) {
		List<SeriesBreak> breaks = new ArrayList<>();
		for (Yaml from : List.of(yaml, this.defaults)) {
			for (Yaml item : from.get("seriesBreaks").items()) {
				Pattern note = this.lookup.pattern(item.get("note"));
				if (note != null && note.matcher("").groupCount() == 0) {
					this.mistakes.add(item.get("note"), "catalog.layout.group", note.pattern());
				}
				else if (note != null) {
					breaks.add(new SeriesBreak(note, item.get("years").text().equals("apart") ? SeriesBreak.Years.APART
							: SeriesBreak.Years.SINCE));
				}
			}
		}
		return List.copyOf(breaks);
	}

	private Pattern pattern(Yaml text) {
		return Optional.ofNullable(this.lookup.pattern(text)).orElse(NOTHING);
	}

	private List<String> primaryKey(Yaml list, List<Field> fields) {
		this.lookup.unique(list.items());
		for (Yaml name : list.items()) {
			this.lookup.isKnown(name, "field", names(fields));
			fields.stream().filter((field) -> field.name().equals(name.text())).findFirst().ifPresent((field) -> {
				if (field.type().isMeasure()) {
					this.mistakes.add(name, "catalog.key.figure", field.name());
				}
				else if (!field.constraints().required() && field.defaultValue() == null) {
					this.mistakes.add(name, "catalog.key.optional", field.name());
				}
			});
		}
		for (Field field : fields) {
			boolean needed = field.type() != FieldType.STRING && !field.type().isMeasure() && !field.name().isEmpty();
			if (needed && !list.isMissing() && !list.texts().contains(field.name())) {
				this.mistakes.add(list, "catalog.key.missing", field.name());
			}
		}
		return list.texts();
	}

	private List<RowCheck> checks(Yaml list, Feed feed) {
		Scope scope = Scope.of(this.mistakes, feed, this.stages.stream().map(Stage::name).toList(), List.of());
		this.lookup.unique(list.items().stream().map((check) -> check.get("id")).toList());
		List<RowCheck> checks = new ArrayList<>();
		for (Yaml yaml : list.items()) {
			Expression expect = scope.condition(yaml.get("expect"));
			if (expect == null) {
				continue;
			}
			RowCheck.Severity severity = yaml.get("severity").text().equals("inform") ? RowCheck.Severity.INFORM
					: RowCheck.Severity.REJECT;
			checks.add(new RowCheck(yaml.get("id").text(), Lookup.text(yaml.get("title")), expect, severity));
		}
		return checks;
	}

	private static List<String> names(List<Field> fields) {
		return fields.stream().map(Field::name).toList();
	}

}
