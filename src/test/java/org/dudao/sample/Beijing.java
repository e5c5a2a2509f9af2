package org.dudao.sample;

import java.util.List;
import java.util.stream.Stream;

import org.dudao.sample.Received.Rows;

/**
 * What the official Beijing files must come to. The decreases were read off the published
 * growth columns by hand.
 */
final class Beijing {

	private static final String RULE = "public-funds-per-student-grow";

	private Beijing() {
	}

	/** The districts and years in which public funds per student fell. */
	static List<Breach> breaches() {
		return Stream.of(fall("110119", "延庆区", 2023, "preschool", "-43.52"),
				fall("110114", "昌平区", 2023, "preschool", "-30.52"), fall("110105", "朝阳区", 2023, "preschool", "-18.05"),
				fall("110101", "东城区", 2025, "preschool", "-21.27"), fall("110119", "延庆区", 2025, "preschool", "-28.49"),
				fall("110116", "怀柔区", 2025, "preschool", "-6.03"), fall("110111", "房山区", 2025, "preschool", "-23.12"),
				fall("110105", "朝阳区", 2025, "preschool", "-5.91"), fall("110102", "西城区", 2025, "preschool", "-24.40"),
				fall("110113", "顺义区", 2025, "preschool", "-6.58"), fall("110119", "延庆区", 2023, "primary", "-14.54"),
				fall("110105", "朝阳区", 2023, "primary", "-1.75"), fall("110112", "通州区", 2023, "primary", "-18.27"),
				fall("110117", "平谷区", 2025, "primary", "-15.68"), fall("110119", "延庆区", 2025, "primary", "-0.50"),
				fall("110105", "朝阳区", 2025, "primary", "-11.68"), fall("110113", "顺义区", 2025, "primary", "-14.35"))
			.toList();
	}

	/** The three files; their bytes are not made here. */
	static List<Received> files() {
		return List.of(
				file("education-budget-growth-2023-2025.csv",
						Outcome.rejected("row.swapped", "in 2025 the columns 占一般公共预算支出比例 and 本年比上年增长 are exchanged",
								"2025年“占一般公共预算支出比例”与“本年比上年增长”两列互换"),
						Rows.NONE),
				file("per-pupil-operating-expenditure-2023.csv",
						Outcome.held("sensor.contained", "all its figures are those of public funds in the other file",
								"数据与另一文件的公用经费完全相同"),
						new Rows(16, 0, 0)),
				file("per-pupil-public-funds-2023-2025.csv", Outcome.PUBLISHED, new Rows(32, 0, 0)));
	}

	private static Breach fall(String code, String name, int year, String stage, String growth) {
		return new Breach(RULE, code, name, year, stage, growth + "%");
	}

	private static Received file(String name, Outcome outcome, Rows rows) {
		return new Received("110000/" + name, new byte[0], outcome, rows, List.of());
	}

}
