package org.dudao.batch;

import java.util.List;

import org.dudao.catalog.Rule.Severity;
import org.dudao.database.TestDatabase;
import org.dudao.finding.FindingQuery;
import org.dudao.finding.FindingQuery.Filter;
import org.dudao.finding.Listed;
import org.dudao.submission.Submission.Hints;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Last year is published again after this year was. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class RestatedPriorTests {

	private static final String RULE = "education-per-student-never-decreases";

	private final TestDatabase database;

	private House house;

	RestatedPriorTests(TestDatabase database) {
		this.database = database;
	}

	@BeforeEach
	void open() {
		this.house = House.on(this.database);
	}

	@Test
	void laterFileThatLowersLastYearIsAFindingOfItsOwn() {
		send("2022.csv", Sheets.funding("420602", 2022, 100, 1_000_000));
		send("2023.csv", Sheets.funding("420602", 2023, 100, 950_000));
		assertThat(verdict()).isEqualTo("BREACH REAL");

		send("2022-again.csv", Sheets.funding("420602", 2022, 100, 940_000));

		assertThat(verdict()).isEqualTo("HOLDS HIDDEN_BY_RESTATING");
		assertThat(this.house.openFindings()).contains(RULE + ":restated 420602 2023")
			.doesNotContain(RULE + " 420602 2023");
		Listed finding = findings(RULE + ":restated").get(0);
		assertThat(finding.finding().severity()).isEqualTo(Severity.EXPLAIN);
		assertThat(finding.rule().title().en()).endsWith("only by a restated prior year");
		assertThat(finding.verdict().left().then().figure()).isEqualByComparingTo("10000");
		assertThat(finding.verdict().left().then().submission()).isEqualTo(this.house.submission("2022.csv").id());
		assertThat(finding.verdict().left().published()).isEqualByComparingTo("9400");
	}

	@Test
	void fundsThatStandStillToTheYuanDoNotGrow() {
		send("2022.csv", Sheets.funding("420602", 2022, 100, 1_000_000));
		send("2023.csv", Sheets.funding("420602", 2023, 100, 1_000_000));
		assertThat(this.house.openFindings()).contains("public-funds-per-student-grow 420602 2023");
	}

	@Test
	void firstFileComesBackAndNothingIsLeftToExplain() {
		send("2022.csv", Sheets.funding("420602", 2022, 100, 1_000_000));
		send("2023.csv", Sheets.funding("420602", 2023, 100, 950_000));
		String digest = this.house.digest();
		send("2022-again.csv", Sheets.funding("420602", 2022, 100, 940_000));

		this.house.take("2022.csv", "420602", Sheets.accepting("the other one was of another year"));

		assertThat(verdict()).isEqualTo("BREACH REAL");
		assertThat(this.house.digest()).isEqualTo(digest);
	}

	@Test
	void laterFileThatRaisesLastYearMakesTheBreach() {
		send("2022.csv", Sheets.funding("420602", 2022, 100, 1_000_000));
		send("2023.csv", Sheets.funding("420602", 2023, 100, 1_050_000));
		send("2022-again.csv", Sheets.funding("420602", 2022, 100, 1_100_000));

		assertThat(verdict()).isEqualTo("BREACH MADE_BY_RESTATING");
	}

	@Test
	void whatWasMendedBeforeThisYearCameIsNoRestatement() {
		send("2022.csv", Sheets.funding("420602", 2022, 100, 1_000_000));
		send("2022-again.csv", Sheets.funding("420602", 2022, 100, 940_000));
		send("2023.csv", Sheets.funding("420602", 2023, 100, 950_000));

		assertThat(verdict()).isEqualTo("HOLDS null");
	}

	@Test
	void fileThatComesLateIsNoRestatement() {
		send("2022.csv", Sheets.funding("420602", 2022, 100, 1_000_000));
		send("2023.csv", Sheets.funding("420602", 2023, 100, 950_000));
		String inOrder = this.house.digest();
		this.house.empty();

		send("2023.csv", Sheets.funding("420602", 2023, 100, 950_000));
		send("2022.csv", Sheets.funding("420602", 2022, 100, 1_000_000));

		assertThat(verdict()).isEqualTo("BREACH REAL");
		assertThat(this.house.digest()).isEqualTo(inOrder);
	}

	/** 1.10 亿元 is 1.095 to 1.105; the money is of all stages, so are the students. */
	@Test
	void fallInsideTheLastDigitOfTheFileIsReportedApart() {
		send("2022.csv", "行政区划代码,年度,学段,在校学生数,教育经费（亿元）\n420602,2022,小学,10000,1.104\n");
		send("2023.csv", "行政区划代码,年度,学段,在校学生数,教育经费（亿元）\n420602,2023,小学,10000,1.1\n");

		assertThat(verdict()).isEqualTo("NOT_EVALUABLE null");
		assertThat(this.house.openFindings()).doesNotContain(RULE + " 420602 2023");

		send("2023-again.csv", "行政区划代码,年度,学段,在校学生数,教育经费（亿元）\n420602,2023,小学,10000,1.100\n");
		assertThat(verdict()).isEqualTo("BREACH REAL");
	}

	private void send(String name, String text) {
		this.house.put("420602/" + name, text);
		this.house.take(name, "420602", Hints.NONE);
	}

	private String verdict() {
		return this.house.part(FindingQuery.class)
			.judged(List.of(RULE), List.of("420602"), 2023, null)
			.stream()
			.map((listed) -> listed.verdict().outcome() + " " + listed.verdict().classification())
			.findFirst()
			.orElse("none");
	}

	private List<Listed> findings(String rule) {
		return this.house.part(FindingQuery.class)
			.find(Filter.OPEN)
			.stream()
			.filter((listed) -> listed.subject().rule().equals(rule))
			.toList();
	}

}
