package org.dudao.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import org.dudao.catalog.Catalog;
import org.dudao.catalog.CatalogReader;
import org.dudao.catalog.Rule;
import org.dudao.finding.RuleExamples;
import org.dudao.indicator.IndicatorExamples;
import org.dudao.intake.Intake;
import org.dudao.intake.Limits;
import org.dudao.intake.Row;
import org.dudao.intake.RowReader;
import org.dudao.intake.Screening;
import org.dudao.intake.Source;
import org.dudao.message.Message;
import org.dudao.message.Messages;
import org.dudao.region.Regions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Whoever follows the documentation gets what it promises. */
class DocsTests {

	private static final Path ADD_A_FEED = Path.of("docs/add-a-feed.md");

	private final Messages english = new Messages(Locale.ENGLISH);

	@TempDir
	private Path directory;

	@ParameterizedTest
	@CsvSource({ "README.md, special-education-public-funds-at-least-8000",
			"README.zh-CN.md, special-education-public-funds-at-least-8000",
			"docs/add-a-rule.md, special-education-public-funds-at-least-8000",
			"docs/add-a-feed.md, fitness-does-not-fall" })
	void shownRuleIsInOrderAndItsExamplesComeOut(Path page, String rule) throws IOException {
		Catalog catalog = CatalogReader.read(Page.of(page).catalogueIn(this.directory));

		assertThat(catalog.rules()).extracting(Rule::name).contains(rule);
		Regions regions = Regions.read(catalog.regions());
		assertThat(new RuleExamples(catalog, regions).failures()).isEmpty();
		assertThat(new IndicatorExamples(catalog, regions).failures()).isEmpty();
	}

	@Test
	void shownScorecardIsInOrder() throws IOException {
		Catalog catalog = CatalogReader.read(Page.of(Path.of("docs/add-a-scorecard.md")).catalogueIn(this.directory));

		assertThat(catalog.scorecard("two-sections")).isPresent();
	}

	@Test
	void verifyingSaysWhatThePageShows() throws IOException {
		Page page = Page.of(Path.of("docs/add-a-rule.md"));

		String said = this.english.text(Message.of("catalog.in-order", "…", "…", "…", ""));
		assertThat(page.text()).contains(said.substring(0, said.indexOf(" Version")));
	}

	@Test
	void shownFileOfACountyReadsAsThePageShows() throws IOException {
		Page page = Page.of(ADD_A_FEED);
		List<Row> rows = rows(page, "fitness-2023.csv", "plain");

		assertThat(rows).filteredOn(Row.Accepted.class::isInstance).hasSize(2);
		assertThat(rows).filteredOn(Row.Ignored.class::isInstance).hasSize(1);
		assertThat(rows).filteredOn(Row.Rejected.class::isInstance).singleElement().satisfies((row) -> {
			assertThat(row.line()).isEqualTo(5);
			assertThat(((Row.Rejected) row).issues()).extracting((issue) -> issue.message().code())
				.containsExactly("row.check");
		});
		assertThat(page.text()).contains(this.english.text(Message.of("check.rows", "fitness-2023.csv", 4, 2, 1, 1)));
	}

	@Test
	void shownFileOfTheProvincialSystemTakesItsYearFromItsName() throws IOException {
		List<Row> rows = rows(Page.of(ADD_A_FEED), "体质监测-2024-2025学年.csv", "provincial-system");

		assertThat(rows).hasSize(2).allSatisfy((row) -> {
			assertThat(row).isInstanceOf(Row.Accepted.class);
			assertThat(((Row.Accepted) row).facts().get(0).values()).startsWith("420607", 2024);
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "README", "docs/guide", "docs/install", "docs/configure", "docs/operate" })
	void chinesePageHasTheSectionsOfTheEnglishOne(String name) throws IOException {
		Page english = Page.of(Path.of(name + ".md"));
		Page chinese = Page.of(Path.of(name + ".zh-CN.md"));

		assertThat(chinese.headings()).isEqualTo(english.headings());
	}

	@Test
	void everyLinkLeadsSomewhere() throws IOException {
		assertThat(Page.all()).isNotEmpty()
			.allSatisfy((page) -> assertThat(page.links()).allSatisfy((link) -> assertThat(link).exists()));
	}

	private List<Row> rows(Page page, String name, String layout) throws IOException {
		Catalog catalog = CatalogReader.read(page.catalogueIn(this.directory));
		Intake intake = new Intake(catalog, Regions.read(catalog.regions()), Limits.defaults());
		Path file = Files.writeString(this.directory.resolve("sent.csv"), page.files().get(name));
		Screening screening = intake.screen(new Source(file, name, "420607", null, null));
		assertThat(screening).isInstanceOf(Screening.Recognised.class);
		Screening.Recognised recognised = (Screening.Recognised) screening;
		assertThat(recognised.feed().name()).isEqualTo("fitness");
		assertThat(recognised.layout().name()).isEqualTo(layout);
		List<Row> rows = new java.util.ArrayList<>();
		try (RowReader reader = intake.read(recognised)) {
			for (Row row = reader.next(); row != null; row = reader.next()) {
				rows.add(row);
			}
		}
		return rows;
	}

}
