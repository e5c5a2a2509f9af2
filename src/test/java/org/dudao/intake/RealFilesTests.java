package org.dudao.intake;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.dudao.catalog.Catalog;
import org.dudao.catalog.CatalogReader;
import org.dudao.message.Message;
import org.dudao.region.Regions;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Files as their publishers put them out, read with the catalogue that ships. */
class RealFilesTests {

	private static final Path BEIJING = Path.of("src/test/resources/beijing");

	private static final Path NBS = Path.of("src/test/resources/nbs");

	private static final Catalog CATALOG = CatalogReader.read(Path.of("jobs"));

	private static final Regions REGIONS = Regions.read(CATALOG.regions());

	private static final Intake INTAKE = new Intake(CATALOG, REGIONS, Limits.defaults());

	private static final Catalog YEARBOOK = CatalogReader.read(Path.of("src/test/resources/intake/jobs"));

	private record Read(Screening.Recognised file, List<Row> rows, Ending ending) {

		private List<Fact> facts() {
			return this.rows.stream()
				.flatMap((row) -> (row instanceof Row.Accepted accepted) ? accepted.facts().stream()
						: List.<Fact>of().stream())
				.toList();
		}

		private Object value(Fact fact, String field) {
			return fact.values()[this.file.feed().indexOf(field)];
		}

		private Fact fact(Map<String, Object> key) {
			return facts().stream()
				.filter((fact) -> key.entrySet()
					.stream()
					.allMatch((one) -> one.getValue().equals(value(fact, one.getKey()))))
				.reduce((one, other) -> {
					throw new AssertionError("several facts for " + key);
				})
				.orElseThrow();
		}

	}

	private static Read read(Intake intake, Path directory, String name, String sender, String feed)
			throws IOException {
		Screening screening = intake.screen(new Source(directory.resolve(name), name, sender, feed, null));
		assertThat(screening).isInstanceOf(Screening.Recognised.class);
		Screening.Recognised file = (Screening.Recognised) screening;
		List<Row> rows = new ArrayList<>();
		try (RowReader reader = intake.read(file)) {
			for (Row row = reader.next(); row != null; row = reader.next()) {
				rows.add(row);
			}
			return new Read(file, rows, reader.ending());
		}
	}

	@Test
	void readsPublicFundsOfBeijing() throws IOException {
		Read read = read(INTAKE, BEIJING, "per-pupil-public-funds-2023-2025.csv", "110000", null);
		assertThat(read.file.layout().name()).isEqualTo("beijing-public-funds");
		assertThat(read.file.charset()).isEqualTo("UTF-8");
		assertThat(read.file.unknownHeaders()).isEmpty();
		assertThat(read.rows).hasSize(32).allSatisfy((row) -> {
			assertThat(row).isInstanceOf(Row.Accepted.class);
			assertThat(((Row.Accepted) row).facts()).hasSize(2);
			// each row states two growths; all 64 recompute
			assertThat(((Row.Accepted) row).notes()).isEmpty();
		});
		assertThat(read.rows).extracting(Row::line).startsWith(2, 3, 4).endsWith(33);
		Fact yanqing = read.fact(Map.of("region", "110119", "period", 2023, "stage", "preschool"));
		assertThat(read.value(yanqing, "public_funds_per_student")).isEqualTo(new BigDecimal("10932.4"));
		assertThat(read.value(yanqing, "prior_public_funds_per_student")).isEqualTo(new BigDecimal("19355.02"));
		assertThat(read.value(yanqing, "public_funds_per_student_growth")).isEqualTo(new BigDecimal("-43.52"));
		assertThat(read.value(yanqing, "operating_expenditure_per_student")).isNull();
		assertThat(read.value(yanqing, "basis")).isEqualTo("standard");
		assertThat(read.facts().stream().filter((fact) -> fell(read, fact, "preschool"))).hasSize(10);
		assertThat(read.facts().stream().filter((fact) -> fell(read, fact, "primary"))).hasSize(7);
		assertThat(read.ending.duplicatedLines()).isEmpty();
		assertThat(read.ending.refusals()).isEmpty();
		assertThat(read.ending.doubts()).isEmpty();
		assertThat(read.ending.hints()).isEmpty();
		assertThat(read.ending.declared().notes()).isEmpty();
		// money down to the cent is exact; what remains are the growths of two stages
		assertThat(read.ending.declared().lastDigits()).hasSize(2)
			.allSatisfy((digit) -> assertThat(digit.exponent()).isEqualTo(-2));
	}

	private static boolean fell(Read read, Fact fact, String stage) {
		return stage.equals(read.value(fact, "stage")) && ((BigDecimal) read.value(fact, "public_funds_per_student"))
			.compareTo((BigDecimal) read.value(fact, "prior_public_funds_per_student")) < 0;
	}

	@Test
	void readsOperatingExpenditureOfBeijingByItsFileName() throws IOException {
		Read read = read(INTAKE, BEIJING, "per-pupil-operating-expenditure-2023.csv", "110000", null);
		assertThat(read.file.layout().name()).isEqualTo("beijing-operating-expenditure");
		assertThat(read.facts()).hasSize(32)
			.allSatisfy((fact) -> assertThat(read.value(fact, "operating_expenditure_per_student")).isNotNull());
		assertThat(read.rows).hasSize(16);
	}

	@Test
	void refusesBeijingFileWhoseNameDoesNotTell() throws IOException {
		Path file = BEIJING.resolve("per-pupil-operating-expenditure-2023.csv");
		Screening screening = INTAKE.screen(new Source(file, "北京.csv", "110000", null, null));
		assertThat(((Screening.Refused) screening).reasons()).extracting(Message::code)
			.containsExactly("header.two-layouts");
	}

	@Test
	void namesColumnsThatAreExchangedInBudgetOf2025() throws IOException {
		Read read = read(INTAKE, BEIJING, "education-budget-growth-2023-2025.csv", "110000", null);
		assertThat(read.file.feed().name()).isEqualTo("budget");
		assertThat(read.rows).hasSize(32);
		assertThat(read.rows).filteredOn(Row.Accepted.class::isInstance).hasSize(16);
		assertThat(read.facts()).hasSize(16)
			.allSatisfy((fact) -> assertThat(read.value(fact, "period")).isEqualTo(2023));
		assertThat(read.value(read.fact(Map.of("region", "110111")), "education_expenditure"))
			.isEqualTo(new BigDecimal("5529000000"));
		assertThat(read.ending.duplicatedLines()).isEmpty();
		assertThat(read.ending.refusals()).singleElement().satisfies((refusal) -> {
			assertThat(refusal.code()).isEqualTo("row.swapped");
			assertThat(refusal.args()).contains("2025", "一般公共预算教育经费占一般公共预算支出比例（%）", "一般公共预算教育经费本年比上年增长（%）", "16");
		});
	}

	@Test
	void readsYearbookFromRightToLeft() throws IOException {
		Intake intake = new Intake(YEARBOOK, REGIONS, Limits.defaults());
		Read read = read(intake, NBS, "分省年度数据 (1).csv", null, "population");
		assertThat(read.file.charset()).isEqualTo("GB18030");
		assertThat(read.file.headerLine()).isEqualTo(4);
		assertThat(read.rows).filteredOn(Row.Accepted.class::isInstance).hasSize(31);
		assertThat(read.rows).filteredOn(Row.Rejected.class::isInstance).isEmpty();
		assertThat(read.rows).filteredOn(Row.Ignored.class::isInstance)
			.allSatisfy((row) -> assertThat(((Row.Ignored) row).reason()).isEqualTo(Row.Ignored.Reason.FOOTNOTE))
			.extracting(Row::line)
			.containsExactly(36, 37, 38);
		// twenty years across, of which 2025, 2020 and 2010 are blank
		assertThat(read.facts()).hasSize(31 * 17);
		assertThat(read.value(read.fact(Map.of("region", "110000", "period", 2024)), "population")).isEqualTo(22470L);
		assertThat(read.value(read.fact(Map.of("region", "110000", "period", 2006)), "population")).isEqualTo(14294L);
		assertThat(read.value(read.fact(Map.of("region", "650000", "period", 2015)), "population")).isEqualTo(367631L);
	}

	@Test
	void takesUnitFromIndicatorAboveHeader() throws IOException {
		Intake intake = new Intake(YEARBOOK, REGIONS, Limits.defaults());
		Read read = read(intake, NBS, "分省年度数据.csv", null, "product");
		assertThat(read.facts()).hasSize(31 * 19);
		// 49670.2 亿元
		assertThat(read.value(read.fact(Map.of("region", "110000", "period", 2024)), "product"))
			.isEqualTo(new BigDecimal("4967020000000"));
		assertThat(read.rows).filteredOn(Row.Rejected.class::isInstance).isEmpty();
	}

	@Test
	void refusesYearbookThatFitsTwoFeeds() throws IOException {
		Intake intake = new Intake(YEARBOOK, REGIONS, Limits.defaults());
		Screening screening = intake.screen(new Source(NBS.resolve("分省年度数据.csv"), "分省年度数据.csv", null, null, null));
		assertThat(((Screening.Refused) screening).reasons()).extracting(Message::code)
			.containsExactly("header.two-feeds");
	}

	@Test
	void findsRawLinesAgain() throws IOException {
		assertThat(Intake.rawLines(NBS.resolve("分省年度数据.csv"), "GB18030", Set.of(1, 3, 99))).containsOnlyKeys(1, 3)
			.containsEntry(1, "数据库：分省年度数据")
			.containsEntry(3, "时间：最近20年");
	}

}
