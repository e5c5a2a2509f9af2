package org.dudao.sample;

import java.util.List;
import java.util.stream.Stream;

import org.dudao.sample.Classes.Grade;

/** The classes of a county by size, as each county writes them. */
final class ClassSheets {

	private static final List<String> FIELDS = List.of("classes_25_and_under", "classes_26_30", "classes_31_35",
			"classes_36_40", "classes_41_45", "classes_46_50", "classes_51_55", "classes_56_60", "classes_61_65",
			"classes_66_and_over");

	private ClassSheets() {
	}

	/** The county's file for the school year that begins in that year. */
	static Sheet of(County county, int year) {
		String path = county.code() + "/class-size-" + Written.schoolYear(year, "-") + ".csv";
		Sheet sheet = new Sheet(path, county.form());
		switch (county.name()) {
			case "襄城区" ->
				table(sheet, county, year, named("行政区划代码", county.code(), Written.schoolYear(year, "-"), "学生数"));
			case "樊城区" ->
				table(sheet, county, year, named("县(市、区)", county.name(), Written.schoolYear(year, "/") + "学年", ""));
			case "襄州区" -> table(sheet, county, year, english(county, year));
			case "南漳县" -> titled(sheet, county, year);
			case "谷城县" -> table(sheet, county, year, named("地区", county.name(), year + "学年", ""));
			case "保康县" -> table(sheet, county, year, named("区县", county.name(), Written.schoolYear(year, "/"), ""));
			case "老河口市" -> table(sheet, county, year, fullWidth(county, year));
			case "枣阳市" -> table(sheet, county, year,
					named("地区", county.name(), Written.schoolYear(year, "-") + "学年度", "在校学生数（人）"));
			default -> table(sheet, county, year, named("地区代码", county.code(), String.valueOf(year), ""));
		}
		return sheet;
	}

	private static void table(Sheet sheet, County county, int year, Columns<Grade> columns) {
		sheet.header(columns.headers());
		Classes.of(county, year).forEach((grade) -> sheet.data(columns.cells(grade)));
	}

	private static void titled(Sheet sheet, County county, int year) {
		sheet.preamble(county.name() + Written.schoolYear(year, "-") + "学年初教学班数、班额情况表");
		sheet.preamble("填报单位：" + county.name() + "教育局");
		Columns<Grade> columns = new Columns<Grade>().with("县(市、区)", (grade) -> county.name())
			.with("学校名称", (grade) -> grade.school().name())
			.with("学段", (grade) -> grade.school().level().chinese())
			.with("年级", Grade::grade);
		table(sheet, county, year, counted(columns, "班数", Classes.BANDS));
		int all = Classes.of(county, year).stream().mapToInt(Grade::classes).sum();
		sheet.ignored(
				Stream.concat(Stream.of("合计", "", "", "", String.valueOf(all)), Stream.generate(() -> "").limit(10))
					.toArray(String[]::new));
		sheet.ignored("说明：复式班按班数计。");
	}

	private static Columns<Grade> named(String region, String code, String period, String students) {
		Columns<Grade> columns = new Columns<Grade>().with(region, (grade) -> code)
			.with("学年", (grade) -> period)
			.with("学校名称", (grade) -> grade.school().name())
			.with("学段", (grade) -> grade.school().level().chinese())
			.with("年级", Grade::grade);
		counted(columns, "班数", Classes.BANDS);
		return students.isEmpty() ? columns : columns.with(students, Grade::students);
	}

	private static Columns<Grade> english(County county, int year) {
		Columns<Grade> columns = new Columns<Grade>().with("county_code", (grade) -> county.code())
			.with("school_year", (grade) -> Written.schoolYear(year, "-"))
			.with("school_name", (grade) -> grade.school().name())
			.with("stage", (grade) -> grade.school().level().stage())
			.with("grade", Grade::grade);
		return counted(columns, "classes", FIELDS).with("students", Grade::students);
	}

	private static Columns<Grade> fullWidth(County county, int year) {
		Columns<Grade> columns = new Columns<Grade>().with("行政区划代码", (grade) -> county.code())
			.with("学年", (grade) -> Written.fullWidth(String.valueOf(year)))
			.with("学校", (grade) -> grade.school().name())
			.with("学校类别", (grade) -> grade.school().level().chinese())
			.with("年级", Grade::grade);
		return counted(columns, "教学班数", Classes.BANDS.stream().map((band) -> band.replace('-', '~')).toList());
	}

	private static Columns<Grade> counted(Columns<Grade> columns, String all, List<String> bands) {
		columns.with(all, Grade::classes);
		for (int band = 0; band < bands.size(); band++) {
			int which = band;
			columns.with(bands.get(band), (grade) -> grade.bands()[which]);
		}
		return columns;
	}

}
