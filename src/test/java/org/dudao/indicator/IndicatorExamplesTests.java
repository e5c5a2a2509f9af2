package org.dudao.indicator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.dudao.catalog.Catalog;
import org.dudao.catalog.CatalogReader;
import org.dudao.message.Message;
import org.dudao.region.Regions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class IndicatorExamplesTests {

	@TempDir
	Path jobs;

	@Test
	void allOfTheShippedCatalogueComeOut() {
		Catalog shipped = CatalogReader.read(Path.of("jobs"));

		assertThat(new IndicatorExamples(shipped, Regions.read(shipped.regions())).failures()).isEmpty();
	}

	/**
	 * The five schools are those of the published example of the weighted coefficient of
	 * variation; the other outcomes are worked out by hand.
	 */
	@ParameterizedTest(name = "{0}: {1}")
	@CsvSource(delimiter = '|', nullValues = "-",
			textBlock = """
					variation: {of: books, by: students} | rows: [{students: 45, books: 279}, {students: 37, books: 137}, {students: 89, books: 935}, {students: 76, books: 160}, {students: 55, books: 402}], value: 0.5153 | -
					variation: {of: books, by: students} | rows: [{students: 3, books: 1}, {students: 6, books: 2}], value: 0.000000 | -
					variation: {of: books, by: students} | rows: [{students: 3, books: 1}, {students: 6}], value: null | -
					variation: {of: books, by: students} | rows: [{students: 3, books: 1}, {students: 0, books: 5}], value: null | -
					variation: {of: books, by: students} | rows: [], value: null | -
					total: {of: books} | rows: [{books: 1}, {books: 2}], value: 3 | -
					total: {of: books} | rows: [{books: 1}, {books: 2}], value: 4 | 3
					total: {of: books} | rows: [{books: 1}, {students: 2}], value: null | -
					total: {of: books > 1} | rows: [{books: 1}, {books: 2}, {books: 3}], value: 2 | -
					ratio: {of: books, in: students} | rows: [{students: 2, books: 1}, {students: 1, books: 1}], value: 0.67 | -
					ratio: {of: books, in: students} | rows: [{students: 2, books: 1}, {students: 1, books: 1}], value: 0.66 | 0.6666666667
					ratio: {of: books, in: students} | rows: [{students: 0, books: 1}], value: null | -
					share: {of: books, in: students} | rows: [{students: 8, books: 1}], value: 12.5 | -
					share: {of: library, in: library >= 0} | rows: [{library: true}, {library: false}, {library: 1}], value: 66.7 | -
					total: {of: books >= quota} | period: 2022, rows: [{books: 2}, {books: 3}], value: 2 | -
					total: {of: books >= quota} | period: 2023, region: "420602", stage: junior, rows: [{books: 2}, {books: 3}], value: 1 | -
					total: {of: books >= quota} | period: 2023, region: "420602", stage: primary, rows: [{books: 2}, {books: 3}], value: null | -
					total: {of: books >= quota} | period: 2023, stage: junior, rows: [{books: 2}, {books: 3}], value: null | -
					total: {of: books >= quota} | period: 2023, rows: [{books: 2, quota: 1}, {books: 3, quota: 9}], value: 1 | -
					total: {of: (year_of - 2020) * books} | period: 2022, rows: [{books: 3}], value: 6 | -
					total: {of: books}, rows: stage = "primary" | stage: primary, rows: [{books: 3}], value: 3 | -
					total: {of: books}, rows: stage = "primary" | stage: junior, rows: [{books: 3}], value: 0 | -
					total: {of: books}, rows: students >= 50 | rows: [{students: 50, books: 3}, {students: 49}], value: 3 | -
					total: {of: books}, rows: students >= 50 | rows: [{students: 50, books: 3}, {books: 4}], value: null | -
					total: {of: met = 2}, let: {met: (books > 1) + (students > 1)} | rows: [{students: 2, books: 2}, {students: 2, books: 1}], value: 1 | -
					formula: {of: a / b * 100, where: {a: one, b: two}} | given: {a: 1, b: 3}, value: 33.333 | -
					formula: {of: a / b * 100, where: {a: one, b: two}} | given: {a: 1, b: 0}, value: null | -
					formula: {of: a / b * 100, where: {a: one, b: two}} | given: {a: 1}, value: null | -
					formula: {of: a - quota, where: {a: one}} | period: 2022, given: {a: 5}, value: 3 | -
					formula: {of: a - quota, where: {a: one}} | given: {a: 5, quota: 1}, value: 4 | -
					""")
	void triesEachKindWithTheRowsGiven(String kind, String example, String found) throws IOException {
		List<Message> failures = failures(kind, example);

		assertThat(failures).hasSize((found != null) ? 1 : 0)
			.allSatisfy((failure) -> assertThat(failure.args()).startsWith("tried", "1").endsWith(found));
	}

	private List<Message> failures(String kind, String example) throws IOException {
		write("stages.yaml", """
				stages:
				  - {stage: primary, title: {en: Primary, zh: 小学}, names: [小学]}
				  - {stage: junior, title: {en: Junior, zh: 初中}, names: [初中]}
				""");
		write("regions.yaml", Files.readString(Path.of("jobs/regions.yaml"))
			.replaceFirst("file: \\S+",
					"file: " + Path.of("jobs/regions").toAbsolutePath() + "/areacodes-1981-2025-with-changes.csv"));
		write("feeds/schools.yaml", """
				feed: schools
				title: {en: Schools, zh: 学校}
				period: fiscal-year
				primaryKey: [region, year_of, stage]
				fields:
				  - {name: region, type: region, title: {en: Region, zh: 地区}, constraints: {required: true}}
				  - {name: year_of, type: period, title: {en: Year, zh: 年度}, constraints: {required: true}}
				  - {name: stage, type: stage, title: {en: Stage, zh: 学段}, default: primary}
				  - {name: students, type: integer, unit: person, part: all, title: {en: Students, zh: 学生数}}
				  - {name: books, type: number, unit: book, part: all, title: {en: Books, zh: 图书}}
				  - {name: library, type: boolean, part: all, title: {en: Library, zh: 图书馆}}
				""");
		write("parameters/quota.yaml", """
				parameters:
				  - parameter: quota
				    title: {en: Quota, zh: 定额}
				    unit: book
				    clauses: [{document: D, quote: q, confidence: P1}]
				    values:
				      - {value: 2, until: 2022}
				      - {value: 3, stages: [junior], regions: ["420000"], from: 2023}
				""");
		write("indicators/tried.yaml", """
				indicators:
				  - {indicator: one, title: {en: One, zh: 一}, unit: book, feed: schools, total: {of: books}}
				  - {indicator: two, title: {en: Two, zh: 二}, unit: person, feed: schools, total: {of: students}}
				  - {indicator: tried, title: {en: Tried, zh: 试}, unit: u, %s%s, examples: [{%s}]}
				""".formatted(kind.startsWith("formula") ? "" : "feed: schools, ", quoted(kind), example));
		write("rules/none.yaml", "rules: []\n");
		Catalog catalog = CatalogReader.read(this.jobs);
		return new IndicatorExamples(catalog, Regions.read(catalog.regions())).failures();
	}

	/** In a map in braces a condition with a quotation mark is quoted. */
	private static String quoted(String kind) {
		return kind.replace("rows: stage = \"primary\"", "rows: 'stage = \"primary\"'");
	}

	private void write(String file, String text) throws IOException {
		Path path = this.jobs.resolve(file);
		Files.createDirectories(path.getParent());
		Files.writeString(path, text);
	}

}
