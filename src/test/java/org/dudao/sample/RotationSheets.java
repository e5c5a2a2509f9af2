package org.dudao.sample;

import org.dudao.sample.Rotation.Moved;

/** The rotation of teachers, as each county writes it. */
final class RotationSheets {

	private RotationSheets() {
	}

	/** The county's file for the school year that begins in that year. */
	static Sheet of(County county, int year) {
		String path = county.code() + "/teacher-rotation-" + Written.schoolYear(year, "-") + ".csv";
		Sheet sheet = new Sheet(path, county.form());
		switch (county.name()) {
			case "襄城区" ->
				table(sheet, county, year, byDirection("行政区划代码", county.code(), Written.schoolYear(year, "-")));
			case "樊城区" ->
				table(sheet, county, year, plain("县(市、区)", county.name(), Written.schoolYear(year, "/") + "学年"));
			case "襄州区" -> table(sheet, county, year, english(county, year));
			case "南漳县" -> titled(sheet, county, year);
			case "谷城县" -> table(sheet, county, year, plain("地区", county.name(), year + "学年"));
			case "保康县" -> table(sheet, county, year, plain("区县", county.name(), Written.schoolYear(year, "/")));
			case "老河口市" -> table(sheet, county, year, fullWidth(county, year));
			case "枣阳市" ->
				table(sheet, county, year, byDirection("地区", county.name(), Written.schoolYear(year, "-") + "学年度"));
			default -> table(sheet, county, year, plain("地区代码", county.code(), String.valueOf(year)));
		}
		return sheet;
	}

	private static void table(Sheet sheet, County county, int year, Columns<Moved> columns) {
		sheet.header(columns.headers());
		Rotation.of(county, year).forEach((moved) -> sheet.data(columns.cells(moved)));
	}

	private static void titled(Sheet sheet, County county, int year) {
		sheet.preamble(county.name() + Written.schoolYear(year, "-") + "学年义务教育教师交流轮岗情况统计表");
		sheet.preamble("填报单位：" + county.name() + "教育局", "", "", "单位：人");
		Columns<Moved> columns = new Columns<Moved>().with("县(市、区)", (moved) -> county.name())
			.with("学校名称", (moved) -> moved.school().name())
			.with("学段", (moved) -> moved.school().level().chinese())
			.with("符合交流条件教师总数", Moved::eligible)
			.with("实际交流轮岗教师数", Moved::rotated)
			.with("实际交流骨干教师数量", Moved::backbone);
		table(sheet, county, year, columns);
		int eligible = Rotation.of(county, year).stream().mapToInt(Moved::eligible).sum();
		int rotated = Rotation.of(county, year).stream().mapToInt(Moved::rotated).sum();
		sheet.ignored("合计", "", "", String.valueOf(eligible), String.valueOf(rotated), "");
	}

	private static Columns<Moved> plain(String region, String code, String period) {
		return new Columns<Moved>().with(region, (moved) -> code)
			.with("学年", (moved) -> period)
			.with("学校名称", (moved) -> moved.school().name())
			.with("学段", (moved) -> moved.school().level().chinese())
			.with("符合交流条件教师数", Moved::eligible)
			.with("实际交流教师数", Moved::rotated)
			.with("实际交流骨干教师数", Moved::backbone);
	}

	private static Columns<Moved> byDirection(String region, String code, String period) {
		return plain(region, code, period).with("城镇到农村", Moved::toRural)
			.with("农村到城镇", Moved::toTown)
			.with("城镇校际", Moved::withinTown)
			.with("农村校际", Moved::withinRural);
	}

	private static Columns<Moved> english(County county, int year) {
		return new Columns<Moved>().with("county_code", (moved) -> county.code())
			.with("school_year", (moved) -> Written.schoolYear(year, "-"))
			.with("school_name", (moved) -> moved.school().name())
			.with("stage", (moved) -> moved.school().level().stage())
			.with("eligible", Moved::eligible)
			.with("rotated", Moved::rotated)
			.with("backbone_rotated", Moved::backbone)
			.with("town_to_rural", Moved::toRural)
			.with("rural_to_town", Moved::toTown)
			.with("within_town", Moved::withinTown)
			.with("within_rural", Moved::withinRural);
	}

	private static Columns<Moved> fullWidth(County county, int year) {
		return new Columns<Moved>().with("行政区划代码", (moved) -> county.code())
			.with("学年", (moved) -> Written.fullWidth(String.valueOf(year)))
			.with("学校", (moved) -> moved.school().name())
			.with("学校类别", (moved) -> moved.school().level().chinese())
			.with("符合条件教师数", (moved) -> Written.fullWidth(String.valueOf(moved.eligible())))
			.with("实际交流人数", (moved) -> Written.fullWidth(String.valueOf(moved.rotated())))
			.with("交流骨干教师数", (moved) -> Written.fullWidth(String.valueOf(moved.backbone())));
	}

}
