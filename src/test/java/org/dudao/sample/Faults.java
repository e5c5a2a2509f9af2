package org.dudao.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.dudao.catalog.Text;

/** The bad rows planted in otherwise fine files, and the figures left out or withheld. */
final class Faults {

	private static final Map<String, Consumer<Sheet>> PLAN = Map
		.ofEntries(
				Map.entry("420600/budget-2022.csv",
						(sheet) -> sheet.spoil(sheet.row("襄州区"), "行政区划代码", "420621", "region.replaced",
								new Text("code of Xiangyang county, gone since 2001", "襄阳县代码，2001年已撤销"))),
				Map.entry("420607/funding-2022.csv",
						(sheet) -> sheet.spoil(sheet.row("special"), "education_expenditure", "15234900.1.2",
								"row.number", new Text("two decimal points", "两个小数点"))),
				Map.entry("420626/funding-2022.csv", (sheet) -> sheet.write(sheet.row("中等职业学校"), "公用经费（元）", "—")),
				Map.entry("420682/funding-2024.csv", (sheet) -> sheet.write(sheet.row("特殊教育"), "公用经费（万元）", "*")),
				Map.entry("420602/class-size-2022-2023.csv", (sheet) -> sheet.spoil(sheet.row("襄城区第04小学", "三年级"), "学生数",
						"1.23E+05", "row.scientific", new Text("Excel's scientific notation", "Excel科学计数法"))),
				Map.entry("420683/class-size-2022-2023.csv",
						(sheet) -> sheet.spoil(sheet.row("枣阳市第02高级中学", "高二"), "学段", "大学", "row.stage",
								new Text("no stage of the catalogue", "目录中没有的学段"))),
				Map.entry("420684/class-size-2022-2023.csv",
						(sheet) -> sheet.spoil(sheet.row("宜城市第09小学", "五年级"), "地区代码", "420623", "region.replaced",
								new Text("code of Yicheng county, gone since 1994", "宜城县代码，1994年已撤销"))),
				Map.entry("420606/class-size-2023-2024.csv", Faults::schoolTwice), Map
					.entry("420624/class-size-2023-2024.csv",
							(sheet) -> sheet.spoil(sheet.row("南漳县第03初级中学", "八年级"), "班数", "9", "row.check",
									new Text("classes are not the sum of the bands", "班数不等于各班额段之和"))
								.whole()),
				Map.entry("420625/class-size-2023-2024.csv",
						(sheet) -> sheet.spoil(sheet.row("谷城县第11小学", "二年级"), "地区", "东宝区", "region.outside",
								new Text("a district of another city", "其他市的区"))),
				Map.entry("420602/class-size-2024-2025.csv",
						(sheet) -> sheet.write(sheet.row("襄城区第20小学", "六年级"), "学生数", "—")),
				Map.entry("420626/class-size-2024-2025.csv", (sheet) -> sheet.extra(sheet.row("保康县第05小学", "四年级"), "复式",
						"row.cells-extra", new Text("one cell too many", "多一格"))),
				Map.entry("420607/teacher-rotation-2022-2023.csv",
						(sheet) -> sheet.spoil(sheet.row("襄州区第12小学"), "county_code", "420699", "region.unknown-code",
								new Text("a code that never was", "从未有过的代码"))),
				Map.entry("420626/teacher-rotation-2022-2023.csv",
						(sheet) -> sheet.spoil(sheet.row("保康县第03初级中学"), "符合交流条件教师数", "27人", "row.unit-in-cell",
								new Text("a unit behind the figure", "数字后带单位"))),
				Map.entry("420682/teacher-rotation-2022-2023.csv",
						(sheet) -> sheet.cut(sheet.row("老河口市第06小学"), "row.cells-missing",
								new Text("the last cell is missing", "缺最后一格"))),
				Map.entry("420602/teacher-rotation-2023-2024.csv",
						(sheet) -> sheet.spoil(sheet.row("襄城区第07小学"), "学校名称", "", "row.required",
								new Text("no school", "缺学校名称"))),
				Map.entry("420606/teacher-rotation-2023-2024.csv",
						(sheet) -> sheet.spoil(sheet.row("樊城区第05初级中学"), "实际交流教师数", "=SUM(F2:F9)", "row.number",
								new Text("a formula instead of its result", "公式而非结果"))),
				Map.entry("420625/teacher-rotation-2023-2024.csv", Faults::dateAndWithheld), Map
					.entry("420684/teacher-rotation-2023-2024.csv",
							(sheet) -> sheet
								.spoil(sheet.row("宜城市第02初级中学"), "实际交流骨干教师数", "-1", "row.below-minimum",
										new Text("below zero", "负数"))),
				Map.entry("420606/teacher-rotation-2024-2025.csv",
						(sheet) -> sheet.spoil(sheet.row("樊城区第08小学"), "实际交流骨干教师数", "90", "row.check",
								new Text("more backbone teachers than moved", "骨干教师多于交流教师"))
							.whole()));

	private Faults() {
	}

	/** Plants in the sheet what is planned for it. */
	static Sheet plant(Sheet sheet) {
		PLAN.getOrDefault(sheet.path(), (none) -> {
		}).accept(sheet);
		return sheet;
	}

	private static void schoolTwice(Sheet sheet) {
		Line first = sheet.row("樊城区第10小学", "一年级");
		List<String> cells = new ArrayList<>(first.cells());
		Line second = sheet.insertBelow(sheet.row("樊城区第10小学", "六年级"), cells);
		Text what = new Text("the same school and grade twice", "同一学校同一年级出现两次");
		first.reject(0, "row.duplicated", what);
		second.reject(0, "row.duplicate", what);
	}

	private static void dateAndWithheld(Sheet sheet) {
		sheet.spoil(sheet.row("谷城县第14小学"), "实际交流教师数", "2月3日", "row.date",
				new Text("Excel made a date of 2-3", "Excel将2-3改成日期"));
		sheet.write(sheet.row("谷城县第24小学"), "实际交流骨干教师数", "*");
	}

}
