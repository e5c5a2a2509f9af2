package org.dudao.batch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

import org.dudao.assessment.Assessments;
import org.dudao.assessment.HtmlPage;
import org.dudao.assessment.Report;
import org.dudao.assessment.WordFile;
import org.dudao.catalog.Catalog;
import org.dudao.catalog.ReportForm;
import org.dudao.catalog.ReportForms;
import org.dudao.database.TestDatabase;
import org.dudao.region.Regions;
import org.dudao.report.RunSummary;
import org.dudao.submission.Submission.Hints;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A report of an earlier moment is the report of that moment, with the words that counted
 * then.
 */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class ReportAsOfTests {

	private final TestDatabase database;

	private House house;

	ReportAsOfTests(TestDatabase database) {
		this.database = database;
	}

	@BeforeEach
	void open() {
		this.house = House.on(this.database);
		for (int year : List.of(2023, 2024)) {
			this.house.put("420602/rotation-" + year + ".csv", Sheets.rotation("420602", year, 100, 7 + year % 10, 3));
			this.house.put("420602/funding-" + year + ".csv", Sheets.funding("420602", year, 1000, 4_000 * year));
		}
		this.house.put("420602/report-2024.md", "开头的话。\n\n# 教师队伍建设\n\n开展了**名师工作室**建设。\n");
		this.house.night();
	}

	private Report report(@Nullable Instant asOf) throws IOException {
		ReportForm form = ReportForms.read(this.house.part(Catalog.class)).get(0);
		return this.house.part(Assessments.class)
			.of(form, this.house.part(Regions.class).byCode("420602", 2024).orElseThrow(), 2024, Locale.CHINESE, asOf);
	}

	private String page(@Nullable Instant asOf) throws IOException {
		return new HtmlPage().of(report(asOf));
	}

	private byte[] word(@Nullable Instant asOf) throws IOException {
		return new WordFile(null).of(report(asOf));
	}

	@Test
	void reportOfAnEarlierMomentIsTheOldOneByteForByte() throws IOException {
		String page = page(null);
		byte[] word = word(null);
		Instant then = this.house.clock().instant();

		this.house.put("420602/corrected.csv", Sheets.rotation("420602", 2024, 100, 15, 4));
		this.house.take("corrected.csv", "420602", Hints.NONE);
		this.house.put("420602/report-2024.md", "# 教师队伍建设\n\n另外写的话。\n").night();

		assertThat(page(null)).isNotEqualTo(page).contains("15.00%", "另外写的话。").doesNotContain("名师工作室");
		assertThat(page(then)).isEqualTo(page);
		assertThat(word(then)).isEqualTo(word);
		assertThat(word(null)).isNotEqualTo(word);
	}

	@Test
	void countyTextStandsInTheSectionThatItNames() throws IOException {
		String page = page(null);
		assertThat(page.indexOf("开头的话。")).isBetween(page.indexOf("class=\"opening\""),
				page.indexOf("id=\"basic-facts\""));
		assertThat(page).contains("<strong>名师工作室</strong>");
		assertThat(page.indexOf("名师工作室")).isBetween(page.indexOf("id=\"teachers\""), page.indexOf("id=\"balance\""));
	}

	@Test
	void nothingOfACountyTextRunsOrLeadsOutOfThePage() throws IOException {
		this.house.put("420602/report-2024.md", """
				# 其他

				文字 <script>alert(1)</script> <img src="x" onerror="alert(1)"> [链接](https://example.com)
				![图](http://example.com/a.png) [坏](javascript:alert(1))

				<iframe src="https://example.com"></iframe>

				| 项 | 数 |
				|---|---|
				| <b>甲</b> | 1 |
				""").night();
		String page = page(null);
		String section = page.substring(page.indexOf("<section id=\"other-matters\""), page.indexOf("id=\"evidence\""));
		assertThat(section).contains("文字", "链接", "<td>甲</td>")
			.doesNotContain("<script", "<img", "<iframe", "example.com", "javascript", "onerror");
	}

	@Test
	void textIsKeptAndNobodyHasToDoAnything() throws IOException {
		RunSummary again = this.house.night();
		assertThat(again.texts()).hasSize(1);
		assertThat(again.left()).isEmpty();
		assertThat(this.house.count("county_text")).isEqualTo(1);
		assertThat(this.house.files("archive")).anySatisfy((file) -> assertThat(
				Files.readString(this.house.home().resolve("archive").resolve(file), StandardCharsets.ISO_8859_1))
			.startsWith(new String("开头".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1)));
	}

	@Test
	void textThatIsNotUtf8StaysWhereItIs() {
		this.house.put("420602/report-2023.md", new byte[] { (byte) 0xB1, (byte) 0xA8, (byte) 0xFF });
		RunSummary summary = this.house.night();
		assertThat(this.house.unread(summary)).contains("report-2023.md inbox.text-charset");
		assertThat(summary.needsOfficer()).isTrue();
	}

}
