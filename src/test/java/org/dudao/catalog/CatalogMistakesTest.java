package org.dudao.catalog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.dudao.message.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Each mistake is made alone in a small catalogue that is right otherwise: in a file, a
 * text is replaced by another, and the mistake must be found on the line where the last
 * text stands.
 */
class CatalogMistakesTest {

	private static final String STAGES = "stages.yaml";

	private static final String REGIONS = "regions.yaml";

	private static final String FEED = "feeds/visits.yaml";

	private static final String INDICATORS = "indicators/visits.yaml";

	private static final String RULES = "rules/visits.yaml";

	private static final String PARAMETERS = "parameters/visits.yaml";

	private static final String CARD = "scorecards/reading.yaml";

	@TempDir
	Path directory;

	static Stream<Arguments> mistakes() {
		return Stream.of(
				// YAML
				arguments(FEED, "title: {en: Library", "title: {en: Library}}", "catalog.yaml", "Library}}"),
				arguments(FEED, "missingValues: [\"\", n/a]", "missingValues: &a [\"\"]\nsuppressedValues: *a",
						"catalog.yaml.anchor", "&a"),
				arguments(FEED, "totals: ^total$", "totals: a\ntotals: b", "catalog.yaml.key", "totals: b"),
				// schema
				arguments(FEED, "period: school-year\n", "", "catalog.schema.required", "feed: visits"),
				arguments(RULES, "    clauses: [{document: Library Act, quote: enough, confidence: S}]\n", "",
						"catalog.schema.required", "rule: enough-loans"),
				arguments(RULES, "[{document: Library Act, quote: enough, confidence: S}]", "[]", "catalog.schema.few",
						"clauses: []"),
				arguments(FEED, "footnotes: ^note", "footnote: ^note", "catalog.schema.unknown", "footnote: ^note"),
				arguments(FEED, "type: integer, unit: visit", "type: decimal, unit: visit", "catalog.schema.enum",
						"name: visits"),
				arguments(RULES, "severity: explain", "severity: warn", "catalog.schema.enum", "severity: warn"),
				arguments(RULES, "confidence: S", "confidence: G", "catalog.schema.enum", "confidence: G"),
				arguments(FEED, "minimum: 0,", "minimum: none,", "catalog.schema.type", "minimum: none"),
				arguments(FEED, "feed: visits", "feed: Visits!", "catalog.schema.pattern", "feed: Visits!"),
				arguments(RULES, "threshold: {primary: 1, junior: 2}", "threshold: {}", "catalog.schema.few",
						"threshold: {}"),
				arguments(RULES, "threshold: {primary: 1, junior: 2}", "threshold: []", "catalog.schema.few",
						"threshold: []"),
				arguments(RULES, "{increases: {indicator: loans}}",
						"{increases: {indicator: loans}, never-decreases: {indicator: loans}}", "catalog.schema.many",
						"never-decreases"),
				arguments(RULES, "{increases: {indicator: loans}}", "{shrinks: {indicator: loans}}",
						"catalog.schema.unknown", "shrinks"),
				arguments(INDICATORS, "ratio: {of: loans, in: visits}",
						"ratio: {of: loans, in: visits}\n    share: {of: loans, in: visits}", "catalog.schema.choice",
						"indicator: loans-per-visit"),
				arguments(INDICATORS, "    total: {of: loans}\n", "", "catalog.schema.choice", "indicator: loans\n"),
				arguments(FEED, "title: {en: Library visits, zh: 图书馆借阅}", "title: Library visits",
						"catalog.schema.type", "title: Library visits"),
				// names
				arguments(STAGES, "stage: junior", "stage: primary", "catalog.name.twice", "Junior"),
				arguments(STAGES, "names: [grades 7-9]", "names: [GRADES 1-6]", "catalog.name.twice", "GRADES"),
				arguments(FEED, "name: loans_growth", "name: loans", "catalog.name.twice", "Loans, growth"),
				arguments(FEED, "name: loans-only", "name: wide", "catalog.name.twice",
						"name: wide\n    title: {en: Loans"),
				arguments(INDICATORS, "indicator: loans-per-visit", "indicator: loans", "catalog.name.twice",
						"indicator: loans\n    title: {en: Loans per"),
				arguments(RULES, "rule: enough-loans", "rule: loans-grow", "catalog.name.twice",
						"rule: loans-grow\n    title: {en: Enough"),
				arguments(FEED, "headers: [books lent]", "headers: [\"VISITS \"]", "catalog.header.twice", "VISITS"),
				// fields
				arguments(FEED, "name: library, type: string", "name: line, type: string", "catalog.field.reserved",
						"name: line"),
				arguments(FEED, "unit: visit, ", "", "catalog.field.needs", "name: visits"),
				arguments(FEED, "part: loans, title: {en: Loans,", "title: {en: Loans,", "catalog.field.needs",
						"name: loans,"),
				arguments(FEED, "type: stage,", "type: stage, unit: stage,", "catalog.field.figure", "unit: stage"),
				arguments(FEED, "maxLength: 40", "maximum: 40", "catalog.field.constraint", "maximum: 40"),
				arguments(FEED, "minimum: 0, maximum", "maxLength: 3, maximum", "catalog.field.constraint",
						"maxLength: 3"),
				arguments(FEED, "minimum: 0,", "minimum: 2000000,", "catalog.field.bounds", "minimum: 2000000"),
				arguments(FEED, "default: primary", "default: kindergarten", "catalog.field.default", "kindergarten"),
				arguments(FEED, "  - {name: loans,",
						"  - {name: note, type: string, title: {en: Note, zh: 说明}}\n  - {name: loans,",
						"catalog.field.order", "name: note"),
				arguments(FEED, "name: stage, type: stage", "name: stage, type: basis", "catalog.indicator.stage",
						null),
				arguments(FEED, "name: library, type: string",
						"name: other, type: region, title: {en: O, zh: 它}}\n  - {name: library, type: string",
						"catalog.field.dimension", "{name: region"),
				// keys
				arguments(FEED, "stage, library]", "stage, library, loans]", "catalog.key.figure", "primaryKey"),
				arguments(FEED, ", default: primary", "", "catalog.key.optional", "primaryKey"),
				arguments(FEED, "period, stage, library]", "period, library]", "catalog.key.missing", "primaryKey"),
				arguments(FEED, "stage, library]", "stage, libary]", "catalog.unknown.field", "primaryKey"),
				// expressions
				arguments(FEED, "loans <= 20 * visits", "loans <= 20 * ", "catalog.expression", "expect: loans"),
				arguments(FEED, "loans <= 20 * visits", "loans - visits", "catalog.expression.condition", "expect:"),
				arguments(FEED, "loans <= 20 * visits", "loan <= 20 * visits", "catalog.unknown.name", "expect:"),
				arguments(FEED, "loans <= 20 * visits", "stage <= 20 * visits", "catalog.field.measure", "expect:"),
				arguments(INDICATORS, "of: loans}", "of: loans + visits}", "catalog.expression.parts",
						"loans + visits"),
				arguments(INDICATORS, "of: loans}", "of: lones}", "catalog.unknown.name", "lones"),
				arguments(INDICATORS, "growth: loans_growth", "growth: growth", "catalog.unknown.field",
						"growth: growth"),
				arguments(INDICATORS, "growth: loans_growth", "growth: library", "catalog.field.measure",
						"growth: library"),
				arguments(FEED, "loans <= 20 * visits", "loans = \"many\"", "catalog.field.text", "expect:"),
				arguments(FEED, "loans <= 20 * visits", "stage = \"senior\"", "catalog.unknown.stage", "expect:"),
				arguments(FEED, "loans <= 20 * visits", "loans <= quota", "catalog.unknown.name", "expect:"),
				arguments(FEED, "loans <= 20 * visits", "1 < loans < visits", "catalog.expression", "expect:"),
				// words
				arguments(FEED, "name: library, type: string", "name: rank, type: string", "catalog.field.sql",
						"name: rank"),
				arguments(FEED, "part: visits, title", "part: visits, trueValues: [x], title", "catalog.field.words",
						"trueValues"),
				arguments(FEED, "headers: [branch],",
						"categories: [{value: a, title: {en: A, zh: 甲}, names: [b]}, {value: B, title: {en: B, zh: 乙}}],",
						"catalog.name.twice", "categories:"),
				arguments(FEED, "type: integer, unit: visit, part: visits", "type: boolean, part: visits",
						"catalog.field.constraint", "name: visits"),
				arguments(FEED, "headers: [branch],", "categories: [{value: a, title: {en: A, zh: 甲}}], default: b,",
						"catalog.field.default", "default: b"),
				// parameters, names for expressions and formulas
				arguments(PARAMETERS, "parameter: quota", "parameter: loans", "catalog.parameter.field", "loans"),
				arguments(PARAMETERS, "    clauses: [{document: Library Act, quote: two books, confidence: P1}]\n", "",
						"catalog.parameter.clauses", "parameter: quota"),
				arguments(PARAMETERS, "stages: [junior]", "stages: [senior]", "catalog.unknown.stage", "senior"),
				arguments(PARAMETERS, "from: 2023", "from: 2023, until: 2020", "catalog.rule.years", "until: 2020"),
				arguments(PARAMETERS, "parameter: unset", "parameter: quota", "catalog.name.twice",
						"quota\n    title: {en: Not"),
				arguments(RULES, "threshold: {primary: 1, junior: 2}", "parameter: quotas", "catalog.unknown.parameter",
						"quotas"),
				arguments(RULES, "threshold: {primary: 1, junior: 2}", "threshold: 1, parameter: quota",
						"catalog.schema.choice", "threshold: 1, parameter"),
				arguments(RULES, "threshold: {primary: 1, junior: 2}", "parameter: unset", "catalog.example.asleep",
						"{value: 1}, stage: junior"),
				arguments(INDICATORS, "total: {of: loans}", "let: {quota: loans}\n    total: {of: quota}",
						"catalog.let.taken", "let: {quota"),
				arguments(INDICATORS, "total: {of: loans}", "let: {x: y, y: loans}\n    total: {of: x}",
						"catalog.unknown.name", "let: {x"),
				arguments(INDICATORS, "total: {of: loans}", "total: {of: 'library = \"x\"'}", "catalog.expression.part",
						"library ="),
				arguments(INDICATORS, "total: {of: loans}", "total: {of: loans}\n    rows: visits > 3",
						"catalog.expression.parts", "total: {of: loans}"),
				arguments(INDICATORS, "total: {of: loans}", "total: {of: loans}\n    rows: loans + 3",
						"catalog.expression.condition", "rows:"),
				arguments(INDICATORS, "    feed: visits\n    total", "    total", "catalog.schema.required",
						"indicator: loans\n"),
				arguments(INDICATORS, "total: {of: loans}", "formula: {of: a, where: {a: loans-per-visit}}",
						"catalog.indicator.formula", "feed: visits\n    formula"),
				arguments(INDICATORS, "    feed: visits\n    total: {of: loans}",
						"    formula: {of: a, where: {a: loans}}", "catalog.indicator.circle", "where: {a"),
				arguments(INDICATORS, "    feed: visits\n    total: {of: loans}",
						"    formula: {of: a, where: {a: lones}}", "catalog.unknown.indicator", "where: {a"),
				arguments(INDICATORS, "    feed: visits\n    total: {of: loans}",
						"    formula: {of: a * b, where: {a: loans-per-visit}}", "catalog.unknown.name", "a * b"),
				arguments(INDICATORS, "    feed: visits\n    total: {of: loans}",
						"    formula: {of: a, where: {a: loans-per-visit}}\n    examples: [{rows: [], value: 1}]",
						"catalog.schema.required", "examples:"),
				arguments(INDICATORS, "total: {of: loans}",
						"total: {of: loans}\n    examples: [{rows: [{lones: 1}], value: 1}]", "catalog.unknown.name",
						"examples:"),
				arguments(INDICATORS, "total: {of: loans}",
						"total: {of: loans}\n    examples: [{rows: [{loans: many}], value: 1}]",
						"catalog.example.figure", "examples:"),
				// settings
				arguments(FEED, "totals: ^total$", "totals: ^(total$", "catalog.regex", "totals:"),
				arguments(FEED, "maxRejectedRows: 5%", "maxRejectedRows: 500%", "catalog.percent", "500%"),
				arguments(FEED, "maxRejectedRows: 5%", "maxRejectedRows: 5", "catalog.percent", "maxRejectedRows: 5"),
				arguments(FEED, "maxRejectedRows: 5%", "maxRejectedRows: few", "catalog.percent", "few"),
				// layouts
				arguments(FEED, "name: wide", "name: plain", "catalog.layout.plain", "name: plain"),
				arguments(FEED, "columns: {library: Library}", "columns: {branch: Library}", "catalog.unknown.field",
						"{branch: Library}"),
				arguments(FEED, "constants: {region: N1}", "constants: {library: N1}", "catalog.layout.twice",
						"constants:"),
				arguments(FEED, "constants: {region: N1}", "constants: {region: N1, stage: senior}",
						"catalog.unknown.stage", "constants:"),
				arguments(FEED, "field: period\n", "field: visits\n", "catalog.layout.dimension", "field: visits"),
				arguments(FEED, "      pattern: (\\d{4})\n", "", "catalog.layout.cases", "field: period"),
				arguments(FEED, "pattern: (\\d{4})", "pattern: \\d{4}", "catalog.layout.group", "pattern: \\d"),
				arguments(FEED, "\"Visits {case}\"", "\"Visits\"", "catalog.layout.case", "\"Visits\""),
				arguments(FEED, "junior: J", "senior: J", "catalog.unknown.stage", "senior: J"),
				arguments(FEED, "require: [Library, Year]", "require: [\"primary 2023\", library]",
						"catalog.layout.same", "name: loans-only"),
				// references and rules
				arguments(INDICATORS, "feed: visits\n    total", "feed: visit\n    total", "catalog.unknown.feed",
						"feed: visit\n"),
				arguments(RULES, "increases: {indicator: loans}", "increases: {indicator: lones}",
						"catalog.unknown.indicator", "lones"),
				arguments(RULES, "levels: [county, province]", "levels: [county, city]", "catalog.unknown.level",
						"levels:"),
				arguments(RULES, "stages: [primary, junior]", "stages: [primary, junior, senior]",
						"catalog.unknown.stage", "stages:"),
				arguments(RULES, "threshold: {primary: 1, junior: 2}", "threshold: {primary: 1}",
						"catalog.threshold.stage", "threshold:"),
				arguments(RULES, "levels: [county, province]", "stages: [primary]", "catalog.rule.stages",
						"stages: [primary]\n"),
				arguments(RULES, "until: 2030", "until: 2010", "catalog.rule.years", "until: 2010"),
				arguments(RULES, "{value: 1}, stage: primary", "{prior: 1}, stage: primary", "catalog.unknown.given",
						"{prior: 1}, stage"),
				arguments(RULES, "value: 1}, then: breach", "value: 2}, then: holds", "catalog.example.outcome",
						"- {given: {prior: 1, value: 2}, then: holds}"),
				arguments(RULES, "{prior: 1, value: 1}, then: breach", "{prior: 1, value: 0}, then: breach",
						"catalog.example.exact.prior", "- {given: {prior: 1, value: 2}"),
				arguments(RULES, "{value: 1}, stage: primary,", "{value: 1},", "catalog.example.stage",
						"{value: 1}, then"),
				// scorecards
				arguments(CARD, "total: 10", "total: 12", "catalog.scorecard.sum", "total: 12"),
				arguments(CARD, "    points: 10", "    points: 9", "catalog.scorecard.section-sum", "    points: 9"),
				arguments(CARD, "total: 10", "total: 12\nunaccounted: {points: 2, because: {en: Cut off., zh: 缺页。}}",
						"catalog.scorecard.unaccounted", "- {grade: good"),
				arguments(CARD, "rules: [loans-grow], loses: 2", "rules: [loans-grew], loses: 2",
						"catalog.unknown.rule", "loans-grew"),
				arguments(CARD, "level: county", "level: province", "catalog.scorecard.level", "rules: [enough-loans]"),
				arguments(CARD, "level: county", "level: city", "catalog.unknown.level", "level: city"),
				arguments(CARD, "rules: [enough-loans]", "rules: [loans-grow]", "catalog.scorecard.limit",
						"rules: [loans-grow], unit"),
				arguments(CARD, "stages: [primary]", "stages: [senior]", "catalog.unknown.stage", "stages: [senior]"),
				arguments(CARD, "indicator: loans,", "indicator: loans-per-visit,", "catalog.scorecard.stage",
						"indicator: loans-per-visit,"),
				arguments(CARD, "indicator: loans,", "indicator: loans, stage: primary,", "catalog.scorecard.no-stage",
						"indicator: loans,"),
				arguments(CARD, "{points: 0}", "{from: 1, points: 0}", "catalog.scorecard.bands", "{from: 10"),
				arguments(CARD, "{from: 10, points: 2}", "{from: 10, points: 1}", "catalog.scorecard.band-points",
						"{from: 10"),
				arguments(CARD, "zh: 好}, from: 5}", "zh: 好}}", "catalog.scorecard.grades", "grade: good"),
				arguments(CARD, "best: poor", "best: fair", "catalog.unknown.grade", "best: fair"),
				arguments(CARD, "best: poor", "best: poor\n    down: 1", "catalog.schema.choice", "veto: growth"),
				arguments(CARD, "item: enough", "item: growth", "catalog.name.twice",
						"item: growth\n        title: {en: Enough"),
				arguments(CARD, "counted: whole", "counted: half", "catalog.schema.enum", "counted: half"),
				arguments(CARD, "loses: 2", "loses: 0", "catalog.schema.other", "loses: 0"),
				arguments(CARD, "{per-finding: {rules: [loans-grow], loses: 2}}",
						"{per-finding: {rules: [loans-grow], loses: 2}, all-or-nothing: {rules: [loans-grow]}}",
						"catalog.schema.many", "all-or-nothing"),
				arguments(REGIONS, "file: regions.csv", "file: region.csv", "catalog.regions.file", "region.csv"));
	}

	@ParameterizedTest(name = "{3}: {2}")
	@MethodSource("mistakes")
	void findsMistakeOnItsLine(String file, String replaced, String by, String code, String place) throws IOException {
		String text = change(file, replaced, by);

		List<Mistake> mistakes = mistakes(this.directory);

		assertThat(mistakes).extracting((mistake) -> mistake.message().code()).contains(code);
		if (place != null) {
			int line = 1 + (int) text.substring(0, text.indexOf(place)).chars().filter((c) -> c == '\n').count();
			assertThat(text).contains(place);
			assertThat(mistakes).anySatisfy((mistake) -> {
				assertThat(mistake.message().code()).isEqualTo(code);
				assertThat(mistake.file()).isEqualTo(file);
				assertThat(mistake.line()).isEqualTo(line);
			});
		}
		for (Locale language : List.of(Locale.ENGLISH, Locale.CHINESE)) {
			Messages messages = new Messages(language);
			assertThat(mistakes).allSatisfy(
					(mistake) -> assertThat(messages.text(mistake.message())).doesNotContain("{0}", "{1}", "{2}"));
		}
	}

	@Test
	void reportsMistakesOfAllFilesTogetherInOrder() throws IOException {
		change(RULES, "severity: explain", "severity: warn");
		change(FEED, "maxRejectedRows: 5%", "maxRejectedRows: 500%");
		change(FEED, "footnotes: ^note", "footnotes: (");

		assertThat(mistakes(this.directory)).extracting(Mistake::file, (mistake) -> mistake.message().code())
			.containsExactly(tuple(FEED, "catalog.percent"), tuple(FEED, "catalog.regex"),
					tuple(RULES, "catalog.schema.enum"));
	}

	@Test
	void doesNotBlameOthersForUnreadableFile() throws IOException {
		change(FEED, "feed: visits", "feed: [");

		assertThat(mistakes(this.directory)).extracting(Mistake::file).containsOnly(FEED);
	}

	@Test
	void namesMissingFilesAndFolders() {
		assertThat(mistakes(this.directory)).extracting(Mistake::file)
			.containsExactly("feeds/", "indicators/", "regions.yaml", "rules/", "stages.yaml");
	}

	@Test
	void saysNothingElseAboutWhatTheSchemaRefuses() throws IOException {
		change(FEED, "type: integer, unit: visit", "type: decimal, unit: visit");

		assertThat(mistakes(this.directory)).extracting((mistake) -> mistake.message().code())
			.containsExactly("catalog.schema.enum");
	}

	@Test
	void refusesOtherCharsetThanUtf8() throws IOException {
		change(STAGES, "Primary", "Primary");
		Files.write(this.directory.resolve(STAGES), new byte[] { (byte) 0xD6, (byte) 0xD0 });

		assertThat(mistakes(this.directory)).extracting((mistake) -> mistake.message().code())
			.contains("catalog.file.charset");
	}

	/** Copies the small catalogue unless it is there, then changes one file of it. */
	private String change(String file, String replaced, String by) throws IOException {
		if (!Files.exists(this.directory.resolve(STAGES))) {
			SmallCatalog.copyTo(this.directory);
		}
		Path path = this.directory.resolve(file);
		String before = Files.readString(path);
		assertThat(before).contains(replaced);
		String after = before.replace(replaced, by);
		Files.writeString(path, after);
		return after;
	}

	private static List<Mistake> mistakes(Path directory) {
		CatalogInvalid invalid = catchThrowableOfType(CatalogInvalid.class, () -> CatalogReader.read(directory));
		assertThat(invalid).isNotNull();
		return invalid.mistakes();
	}

}
