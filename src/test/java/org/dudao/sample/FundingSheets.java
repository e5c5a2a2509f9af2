package org.dudao.sample;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import org.dudao.sample.Figures.Funding;

/** The funding of a county by stage, as each county writes it. */
final class FundingSheets {

	private final Figures figures;

	FundingSheets(Figures figures) {
		this.figures = figures;
	}

	/** The county's file for that year. */
	Sheet of(County county, int year) {
		Sheet sheet = new Sheet(county.code() + "/funding-" + year + ".csv", county.form());
		switch (county.name()) {
			case "襄城区" -> table(sheet, county, year, perStudent());
			case "樊城区" -> table(sheet, county, year, wan());
			case "襄州区" -> table(sheet, county, year, english());
			case "南漳县" -> titled(sheet, county, year);
			case "谷城县" -> table(sheet, county, year, codeAndName());
			case "保康县" -> table(sheet, county, year, yuan());
			case "老河口市" -> table(sheet, county, year, fullWidth());
			case "枣阳市" -> twoHeaderRows(sheet, county, year);
			default -> wide(sheet, county, year);
		}
		return sheet;
	}

	private void table(Sheet sheet, County county, int year, Columns<Row> columns) {
		sheet.header(columns.headers());
		rows(county, year).forEach((row) -> sheet.data(columns.cells(row)));
	}

	/** With a title, the unit and the sender above, and totals and a note below. */
	private void titled(Sheet sheet, County county, int year) {
		sheet.preamble(county.name() + year + "年度分学段教育经费统计表", "", "", "", "");
		sheet.preamble("填报单位：" + county.name() + "教育局", "", "", "", "单位：万元");
		Columns<Row> columns = new Columns<Row>().with("县(市、区)", (row) -> row.county().name())
			.with("学段", (row) -> row.level().chinese())
			.with("在校学生数", (row) -> row.now().students())
			.with("教育经费", (row) -> Written.wan(row.now().education()))
			.with("教育事业费", (row) -> Written.wan(row.now().operating()))
			.with("公用经费", (row) -> Written.wan(row.now().publicFunds()));
		table(sheet, county, year, columns);
		Funding all = this.figures.funding(county, null, year);
		sheet.ignored("合计", "", String.valueOf(all.students()), Written.wan(all.education()),
				Written.wan(all.operating()), Written.wan(all.publicFunds()));
		sheet.ignored("注：在校学生数为学年初数，经费为决算数。", "", "", "", "", "");
	}

	/** The units in an upper header row, the names in a lower, and grouped digits. */
	private void twoHeaderRows(Sheet sheet, County county, int year) {
		sheet.preamble(county.name() + "教育经费执行情况", "", "", "", "", "", "");
		sheet.header(List.of("基本情况", "", "", "", "经费支出（万元）", "", ""));
		Columns<Row> columns = new Columns<Row>().with("县(市、区)", (row) -> row.county().name())
			.with("年度", Row::year)
			.with("学段", (row) -> row.level().chinese())
			.with("在校学生数", (row) -> Written.grouped(String.valueOf(row.now().students())))
			.with("教育经费", (row) -> Written.grouped(Written.wan(row.now().education())))
			.with("教育事业费", (row) -> Written.grouped(Written.wan(row.now().operating())))
			.with("公用经费", (row) -> Written.grouped(Written.wan(row.now().publicFunds())));
		table(sheet, county, year, columns);
	}

	/** One row for the county, the stages across. */
	private void wide(Sheet sheet, County county, int year) {
		List<String> headers = new ArrayList<>(List.of("县(市、区)", "年度"));
		List<String> cells = new ArrayList<>(List.of(county.name(), String.valueOf(year)));
		for (Row row : rows(county, year)) {
			String stage = row.level().chinese();
			headers.addAll(List.of(stage + "在校学生数", stage + "教育经费（万元）", stage + "教育事业费（万元）", stage + "公用经费（万元）"));
			cells.addAll(List.of(String.valueOf(row.now().students()), Written.wan(row.now().education()),
					Written.wan(row.now().operating()), Written.wan(row.now().publicFunds())));
		}
		sheet.header(headers);
		sheet.data(cells);
	}

	/** With amounts per student, the year before restated and the growth. */
	private static Columns<Row> perStudent() {
		return new Columns<Row>().with("行政区划代码", (row) -> row.county().code())
			.with("年度", Row::year)
			.with("学段", (row) -> row.level().chinese())
			.with("在校学生数（人）", (row) -> row.now().students())
			.with("教育经费（元）", (row) -> row.now().education())
			.with("生均教育经费（元/生）", Row::perStudent)
			.with("上年生均教育经费（元/生）", Row::perStudentBefore)
			.with("生均教育经费增长率（%）",
					(row) -> Written.growth(new BigDecimal(row.perStudentBefore()), new BigDecimal(row.perStudent())))
			.with("教育事业费（元）", (row) -> row.now().operating())
			.with("公用经费（元）", (row) -> row.now().publicFunds());
	}

	private static Columns<Row> wan() {
		return new Columns<Row>().with("县(市、区)", (row) -> row.county().name())
			.with("年份", Row::year)
			.with("学段", (row) -> row.level().chinese())
			.with("在校学生数", (row) -> row.now().students())
			.with("一般公共预算教育经费（万元）", (row) -> Written.wan(row.now().education()))
			.with("一般公共预算教育事业费（万元）", (row) -> Written.wan(row.now().operating()))
			.with("一般公共预算公用经费（万元）", (row) -> Written.wan(row.now().publicFunds()));
	}

	private static Columns<Row> english() {
		return new Columns<Row>().with("county_code", (row) -> row.county().code())
			.with("fiscal_year", Row::year)
			.with("stage", (row) -> row.level().stage())
			.with("students", (row) -> row.now().students())
			.with("education_expenditure", (row) -> row.now().education())
			.with("operating_expenditure", (row) -> row.now().operating())
			.with("public_funds", (row) -> row.now().publicFunds());
	}

	private static Columns<Row> codeAndName() {
		return new Columns<Row>().with("行政区划代码", (row) -> row.county().code())
			.with("地区", (row) -> row.county().name())
			.with("年度", (row) -> row.year() + "年")
			.with("办学阶段", (row) -> row.level().chinese())
			.with("学生数", (row) -> row.now().students())
			.with("教育经费（万元）", (row) -> Written.wan(row.now().education()))
			.with("教育事业费（万元）", (row) -> Written.wan(row.now().operating()))
			.with("公用经费（万元）", (row) -> Written.wan(row.now().publicFunds()));
	}

	private static Columns<Row> yuan() {
		return new Columns<Row>().with("区县", (row) -> row.county().name())
			.with("会计年度", (row) -> row.year() + "年度")
			.with("学段", (row) -> row.level().chinese())
			.with("在校生数", (row) -> row.now().students())
			.with("教育经费（元）", (row) -> row.now().education())
			.with("教育事业费（元）", (row) -> row.now().operating())
			.with("公用经费（元）", (row) -> row.now().publicFunds());
	}

	private static Columns<Row> fullWidth() {
		return new Columns<Row>().with("地区代码", (row) -> row.county().code())
			.with("年度", (row) -> Written.fullWidth(String.valueOf(row.year())))
			.with("学段", (row) -> row.level().chinese())
			.with("在校学生数", (row) -> Written.fullWidth(String.valueOf(row.now().students())))
			.with("教育经费（万元）", (row) -> Written.fullWidth(Written.wan(row.now().education())))
			.with("教育事业费（万元）", (row) -> Written.fullWidth(Written.wan(row.now().operating())))
			.with("公用经费（万元）", (row) -> Written.fullWidth(Written.wan(row.now().publicFunds())));
	}

	private List<Row> rows(County county, int year) {
		List<Row> rows = new ArrayList<>();
		for (Level level : Level.values()) {
			Funding now = this.figures.funding(county, level, year);
			boolean first = year == County.YEARS.get(0);
			// Before the first year of the sample there is what the sender restates only.
			Funding before = first
					? new Funding(now.students(), now.education() * 95 / 100, now.operating(), now.publicFunds())
					: this.figures.funding(county, level, year - 1);
			rows.add(new Row(county, level, year, now, before));
		}
		return rows;
	}

	private record Row(County county, Level level, int year, Funding now, Funding before) {

		String perStudent() {
			return Written.ratio(this.now.education(), this.now.students());
		}

		String perStudentBefore() {
			return Written.ratio(this.before.education(), this.before.students());
		}

	}

}
