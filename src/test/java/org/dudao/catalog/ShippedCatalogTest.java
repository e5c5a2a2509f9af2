package org.dudao.catalog;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The catalogue in {@code jobs/}. */
class ShippedCatalogTest {

	private static final Path JOBS = Path.of("jobs");

	private static final Catalog CATALOG = CatalogReader.read(JOBS);

	@Test
	void keepsTheSeriesOfFundingAndTheOfficesOfTheBudgetApart() {
		assertThat(CATALOG.feed("funding")).hasValueSatisfying((feed) -> assertThat(feed.parts())
			.containsExactly("students", "education-expenditure", "operating-expenditure", "public-funds"));
		assertThat(CATALOG.feed("budget")).hasValueSatisfying((feed) -> assertThat(feed.parts()).startsWith("education",
				"expenditure", "revenue", "composition", "compulsory"));
	}

	@Test
	void endsEachFeedWithThePlainLayout() {
		assertThat(CATALOG.feeds())
			.allSatisfy((feed) -> assertThat(feed.layouts().get(feed.layouts().size() - 1).name()).isEqualTo("plain"));
	}

	@Test
	void readsPercentOfSettingsAsShares() {
		assertThat(CATALOG.feed("budget").orElseThrow().acceptance()).isEqualTo(
				new Acceptance(new BigDecimal("0.20"), new BigDecimal("0.30"), new BigDecimal(3), new BigDecimal(3)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "education_expenditure_per_student", "operating_expenditure_per_student",
			"public_funds_per_student" })
	void letsOneRuleSpeakOfEachSeries(String field) {
		List<Rule> rules = CATALOG.rules()
			.stream()
			.filter((rule) -> field
				.equals(CATALOG.indicator(rule.check().indicator()).map(Indicator::reported).orElse(null)))
			.toList();

		assertThat(rules).hasSize(1);
	}

	@Test
	void judgesTheMoneyOfTwoYearsAtEveryLevel() {
		List<Rule> rules = CATALOG.rules()
			.stream()
			.filter((rule) -> rule.check() instanceof Check.NeverDecreases || rule.check() instanceof Check.Increases
					|| rule.check() instanceof Check.GrowsFasterThan)
			.filter((rule) -> CATALOG.indicator(rule.check().indicator())
				.map(Indicator::feed)
				.filter(List.of("budget", "funding")::contains)
				.isPresent())
			.toList();

		assertThat(rules).hasSizeGreaterThan(8)
			.allSatisfy((rule) -> assertThat(rule.levels()).containsExactly("county", "city", "province"));
	}

	@Test
	void holdsCitiesToTheFiguresTheyStateThemselves() {
		assertThat(CATALOG.rules())
			.filteredOn((rule) -> CATALOG.indicator(rule.check().indicator())
				.filter((indicator) -> "claims".equals(indicator.feed()))
				.isPresent())
			.hasSize(8)
			.allSatisfy((rule) -> assertThat(rule.levels()).containsExactly("county", "city"));
	}

	@ParameterizedTest(name = "{0}: {1}")
	@CsvSource(nullValues = "-",
			textBlock = """
					funding,    public-funds-within-operating,      public_funds=100 operating_expenditure=100, 1
					funding,    public-funds-within-operating,      public_funds=101 operating_expenditure=100, 0
					funding,    public-funds-growth-recomputes,     -, -
					funding,    public-funds-per-student-growth-recomputes, public_funds_per_student=18601.94 prior_public_funds_per_student=24605.57 public_funds_per_student_growth=-24.4, 1
					funding,    public-funds-per-student-recomputes, public_funds=1000000 students=500 public_funds_per_student=2011, 1
					funding,    public-funds-per-student-recomputes, public_funds=1000000 students=500 public_funds_per_student=2012, 0
					funding,    public-funds-per-student-recomputes, public_funds=50000 students=500 public_funds_per_student=101, 1
					funding,    public-funds-per-student-plausible, public_funds=100 students=500 public_funds_per_student=2000, 0
					budget,     growth-gap,                         education_growth=2.52 regular_revenue_growth=-16.23 growth_gap=18.75, 1
					budget,     growth-gap,                         education_growth=19.11 regular_revenue_growth=17.78 growth_gap=-17.7, 0
					budget,     growth-gap,                         education_growth=0.08 regular_revenue_growth=17.78 growth_gap=-17.7, 1
					budget,     education-share-recomputes,         education_expenditure=284597 general_budget_expenditure=1814597 education_share=15.68, 1
					budget,     composition-adds-up,                operating_expenditure=800000 capital_expenditure=150000 surcharge_expenditure=50000 education_expenditure=1020000, 1
					budget,     composition-adds-up,                operating_expenditure=800000 capital_expenditure=150000 surcharge_expenditure=50000 education_expenditure=1020001, 0
					budget,     preschool-within-fiscal-funds,      preschool_funds=100 fiscal_education_funds=100, 1
					budget,     preschool-within-fiscal-funds,      preschool_funds=101 fiscal_education_funds=100, 0
					pay,        teacher-pay-growth-recomputes,      teacher_average_pay=101500 prior_teacher_average_pay=98000 teacher_pay_growth=3.57, 1
					pay,        teacher-average-plausible,          teacher_pay_total=98 teacher_average_pay=98000 teachers=10, 0
					student-aid, aided-within-eligible,             aided_students=101 eligible_students=100, 0
					public-funds-allocation, students-within-school, students=60 school_students=50, 0
					public-funds-allocation, allocation-plausible,  allocated_funds=72000 students=1, 1
					public-funds-allocation, allocation-plausible,  allocated_funds=5000001 students=99, 0
					class-size, bands-add-up,                       classes=3 classes_36_40=2 classes_41_45=1, 1
					class-size, bands-add-up,                       classes=3 classes_36_40=2 classes_41_45=2, 0
					class-size, students-fill-bands,                students=113 classes_36_40=2 classes_41_45=1, 1
					class-size, students-fill-bands,                students=112 classes_36_40=2 classes_41_45=1, 0
					class-size, students-fit-bands,                 students=125 classes_36_40=2 classes_41_45=1, 1
					class-size, students-fit-bands,                 students=126 classes_36_40=2 classes_41_45=1, 0
					class-size, students-fit-bands,                 students=126 classes_36_40=2 classes_66_and_over=1, 1
					teacher-rotation, directions-add-up,            rotated=9 town_to_rural=4 rural_to_town=3 within_town=2 within_rural=0, 1
					teacher-rotation, directions-add-up,            rotated=9 town_to_rural=4 rural_to_town=3 within_town=2 within_rural=1, 0
					""")
	void checksRows(String feed, String check, String row, BigDecimal expected) {
		Map<String, BigDecimal> figures = new HashMap<>();
		if (feed.equals("class-size")) {
			CATALOG.feed(feed).orElseThrow().fields().forEach((field) -> figures.put(field.name(), BigDecimal.ZERO));
		}
		for (String figure : (row != null) ? row.split(" ") : new String[0]) {
			figures.put(figure.split("=")[0], new BigDecimal(figure.split("=")[1]));
		}
		RowCheck rowCheck = CATALOG.feed(feed)
			.flatMap((each) -> each.checks().stream().filter((one) -> one.id().equals(check)).findFirst())
			.orElseThrow();

		assertThat(rowCheck.expect().evaluate(figures::get)).isEqualTo(expected);
	}

	@ParameterizedTest(name = "{0} {1}")
	@CsvSource({ "1133007639, true", "2111000001, true", "2199000001, false", "9911000001, false",
			"21110000011, false" })
	void knowsTheFormOfSchoolCodes(String code, boolean valid) {
		Field field = CATALOG.feed("class-size").flatMap((feed) -> feed.field("school_code")).orElseThrow();

		assertThat(field.constraints().pattern().matcher(code).matches()).isEqualTo(valid);
	}

	/** What mounts the catalogue in Kubernetes lies beside it, and is none of it. */
	@Test
	void tellsEditorsTheSchemaOfEachFile() throws IOException {
		try (Stream<Path> files = Files.walk(JOBS)) {
			assertThat(files.filter((file) -> file.toString().endsWith(".yaml"))
				.filter((file) -> !file.endsWith("kustomization.yaml"))).isNotEmpty().allSatisfy((file) -> {
					String line = Files.readAllLines(file).get(0);
					assertThat(line).startsWith("# yaml-language-server: $schema=");
					assertThat(file.resolveSibling(line.substring(line.indexOf('=') + 1))).exists();
				});
		}
	}

}
