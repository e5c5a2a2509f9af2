package org.dudao.batch;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.dudao.catalog.Rule.Outcome;
import org.dudao.database.TestDatabase;
import org.dudao.finding.Cause;
import org.dudao.finding.FindingQuery;
import org.dudao.finding.Listed;
import org.dudao.submission.Submission.Hints;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A sample of one in a hundred beside samples of one in a thousand: every province of the
 * file falls by more than four fifths in 2016, and a note at its foot says why.
 */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class SeriesBreakTests {

	private static final String NAME = "分省年度数据 (1).csv";

	private static final Charset GBK = Charset.forName("GBK");

	private static final String NOTE = "注：1.2005年、2015年为1%人口抽样调查样本数据，其他年份为1‰人口变动调查样本数据。" + "具体抽样比详见出版物中《中国统计年鉴》。";

	private final TestDatabase database;

	private House house;

	SeriesBreakTests(TestDatabase database) {
		this.database = database;
	}

	@BeforeEach
	void open() {
		this.house = House.on(this.database).with(Path.of("src/test/resources/nbs/jobs"));
	}

	@AfterEach
	void close() {
		this.house.close();
	}

	@Test
	void sampleBreakIsNotEvaluableWithTheFootnoteAsCause() throws IOException {
		take(NAME, text());

		for (int year : new int[] { 2015, 2016 }) {
			assertThat(verdicts(year)).hasSize(31).allSatisfy((listed) -> {
				assertThat(listed.verdict().outcome()).isEqualTo(Outcome.NOT_EVALUABLE);
				assertThat(listed.verdict().cause()).isEqualTo(Cause.SERIES_BREAK);
				assertThat(listed.note().text()).isEqualTo(NOTE);
				assertThat(listed.note().line()).isEqualTo(36);
				assertThat(listed.note().fileName()).isEqualTo(NAME);
				assertThat(listed.finding()).isNull();
			});
		}
	}

	@Test
	void otherYearsAreJudged() throws IOException {
		take(NAME, text());

		// 北京 has 17673 persons in the sample of 2018 after 17801, 天津 12794 after 12778
		assertThat(verdicts(2018)).hasSize(31).extracting((listed) -> listed.verdict().cause()).containsOnlyNulls();
		assertThat(breaches(2018)).contains("110000").doesNotContain("120000", "540000");
		assertThat(breaches(2019)).hasSize(31);
	}

	@Test
	void withoutTheNoteEveryProvinceWouldBeABreach() throws IOException {
		take(NAME, text().replace("注：1.2005年、2015年为1%", "注：1.为1%"));

		assertThat(breaches(2016)).hasSize(31);
	}

	@Test
	void noteOfTheYearBeforePartsItFromAFileThatHasNone() throws IOException {
		take("2016.csv", "行政区划代码,年度,人口数\n110000,2016,18132\n");
		take("2015.csv", "行政区划代码,年度,人口数\n110000,2015,335775\n" + NOTE + "\n");

		assertThat(verdicts(2016)).extracting((listed) -> listed.verdict().cause()).containsExactly(Cause.SERIES_BREAK);
		assertThat(verdicts(2016)).extracting((listed) -> listed.note().line()).containsExactly(3);
	}

	@Test
	void sameFiguresWithoutTheNoteAreJudgedAgain() throws IOException {
		String figures = "行政区划代码,年度,人口数\n110000,2016,18132\n110000,2015,335775\n";
		take("with.csv", figures + NOTE + "\n");
		assertThat(breaches(2016)).isEmpty();

		take("without.csv", figures);

		assertThat(breaches(2016)).containsExactly("110000");
	}

	private List<Listed> verdicts(int year) {
		return this.house.part(FindingQuery.class).judged(List.of("sample-never-shrinks"), provinces(), year, null);
	}

	private List<String> provinces() {
		return this.house.jdbc().sql("select distinct region from indicator_value").query(String.class).list();
	}

	private List<String> breaches(int year) {
		return verdicts(year).stream()
			.filter((listed) -> listed.verdict().outcome() == Outcome.BREACH)
			.map((listed) -> listed.subject().region())
			.toList();
	}

	private void take(String name, String text) {
		this.house.put(name, text.getBytes(GBK));
		this.house.take(name, null, Hints.NONE);
	}

	private static String text() throws IOException {
		return Files.readString(Path.of("src/test/resources/nbs", NAME), GBK);
	}

}
