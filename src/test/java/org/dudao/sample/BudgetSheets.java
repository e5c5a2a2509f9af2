package org.dudao.sample;

import java.math.BigDecimal;
import java.util.List;

import org.dudao.sample.Figures.Budget;

/** The budgets of all counties, which the city's bureau sends in one file a year. */
final class BudgetSheets {

	private final Figures figures;

	BudgetSheets(Figures figures) {
		this.figures = figures;
	}

	/** The bureau's file for that year; it is written otherwise every year. */
	Sheet of(int year) {
		return switch (year) {
			case 2022 -> titled(year);
			case 2023 -> plain(year);
			default -> withYearBefore(year);
		};
	}

	private Sheet titled(int year) {
		Sheet sheet = new Sheet(path(year), Form.GBK_CRLF);
		sheet.preamble("襄阳市各县（市、区）一般公共预算教育投入情况表", "", "", "", "");
		sheet.preamble("年度：" + year + "年", "", "", "", "单位：亿元");
		Columns<Row> columns = new Columns<Row>().with("行政区划代码", (row) -> row.county().code())
			.with("地区", (row) -> row.county().name())
			.with("教育经费", (row) -> Written.yi(row.now().education()))
			.with("一般公共预算支出", (row) -> Written.yi(row.now().general()))
			.with("财政经常性收入", (row) -> Written.yi(row.now().revenue()));
		fill(sheet, columns, year);
		Budget all = all(year);
		sheet.ignored("合计", "", Written.yi(all.education()), Written.yi(all.general()), Written.yi(all.revenue()));
		sheet.ignored("数据来源：各县（市、区）财政决算", "", "", "", "");
		return sheet;
	}

	private Sheet plain(int year) {
		Sheet sheet = new Sheet(path(year), Form.UTF_8_MARKED);
		Columns<Row> columns = new Columns<Row>().with("地区", (row) -> row.county().name())
			.with("年度", Row::year)
			.with("一般公共预算教育经费（亿元）", (row) -> Written.yi(row.now().education()))
			.with("一般公共预算支出（亿元）", (row) -> Written.yi(row.now().general()))
			.with("财政经常性收入（亿元）", (row) -> Written.yi(row.now().revenue()));
		fill(sheet, columns, year);
		Budget all = all(year);
		sheet.ignored("全市", String.valueOf(year), Written.yi(all.education()), Written.yi(all.general()),
				Written.yi(all.revenue()));
		return sheet;
	}

	private Sheet withYearBefore(int year) {
		Sheet sheet = new Sheet(path(year), Form.UTF_8_PLAIN);
		Columns<Row> columns = new Columns<Row>().with("行政区划代码", (row) -> row.county().code())
			.with("年度", Row::year)
			.with("一般公共预算教育经费（亿元）", (row) -> Written.yi(row.now().education()))
			.with("上年一般公共预算教育经费（亿元）", (row) -> Written.yi(row.before().education()))
			.with("一般公共预算教育经费本年比上年增长（%）", (row) -> growth(row.before().education(), row.now().education()))
			.with("一般公共预算支出（亿元）", (row) -> Written.yi(row.now().general()))
			.with("财政经常性收入（亿元）", (row) -> Written.yi(row.now().revenue()))
			.with("上年财政经常性收入（亿元）", (row) -> Written.yi(row.before().revenue()))
			.with("财政经常性收入本年比上年增长（%）", (row) -> growth(row.before().revenue(), row.now().revenue()));
		fill(sheet, columns, year);
		return sheet;
	}

	private void fill(Sheet sheet, Columns<Row> columns, int year) {
		sheet.header(columns.headers());
		for (County county : County.ALL) {
			boolean first = year == County.YEARS.get(0);
			Budget now = this.figures.budget(county, year);
			Budget before = first ? now : this.figures.budget(county, year - 1);
			sheet.data(columns.cells(new Row(county, year, now, before)));
		}
	}

	private Budget all(int year) {
		List<Budget> budgets = County.ALL.stream().map((county) -> this.figures.budget(county, year)).toList();
		return new Budget(budgets.stream().mapToLong(Budget::education).sum(),
				budgets.stream().mapToLong(Budget::general).sum(), budgets.stream().mapToLong(Budget::revenue).sum());
	}

	private static String growth(long before, long now) {
		return Written.growth(BigDecimal.valueOf(before), BigDecimal.valueOf(now));
	}

	private static String path(int year) {
		return County.CITY + "/budget-" + year + ".csv";
	}

	private record Row(County county, int year, Budget now, Budget before) {
	}

}
