package org.dudao.sample;

import java.util.ArrayList;
import java.util.List;

import org.dudao.catalog.Text;

/**
 * A verdict that cannot be given because of something planted.
 *
 * @param rule the rule
 * @param region the code of the region
 * @param period the year that the period begins in
 * @param stage the stage, empty for all together
 * @param cause the cause, as the program names it
 * @param why what was planted
 */
record Unjudged(String rule, String region, int period, String stage, String cause, Text why) {

	private static final Text CODE = new Text("the budget row of Xiangzhou was rejected (code 420621)",
			"襄州区预算行被拒收（代码420621）");

	private static final Text STAGE = new Text("the special-education row of Xiangzhou was rejected", "襄州区特殊教育行被拒收");

	private static final Text MISSING = new Text("a figure of Baokang is missing (—)", "保康县一项数据缺失（—）");

	private static final Text WITHHELD = new Text("a figure of Laohekou is withheld (*)", "老河口市一项数据未公开（*）");

	private static final Text CLASSES = new Text("no classes from Laohekou (rejected) and Yicheng (held)",
			"老河口市（拒收）、宜城市（待审）缺班额数据");

	private static final Text HEADER = new Text("no rotation from Baokang (header only)", "保康县缺交流轮岗数据（只有表头）");

	private static final Text CUT = new Text("no rotation from Zaoyang (damaged file)", "枣阳市缺交流轮岗数据（文件损坏）");

	private static final Text BACKBONE = new Text("a figure of Gucheng is withheld (*)", "谷城县一项数据未公开（*）");

	private static final String OPERATING = "operating-expenditure-per-student-grows";

	private static final String PUBLIC_FUNDS = "public-funds-per-student-grow";

	private static final String ROTATION = "rotation-at-least-10-percent";

	private static final String LED = "backbone-at-least-20-percent-of-rotated";

	/**
	 * All of them. Not here: the first year of the sample, which has no year before it,
	 * and the province, of which one city alone reports.
	 */
	static List<Unjudged> all() {
		List<Unjudged> all = new ArrayList<>();
		for (String rule : List.of("education-never-decreases", "education-grows-faster-than-regular-revenue",
				"education-share-of-budget-rises")) {
			all.add(new Unjudged(rule, "420607", 2023, "", "PRIOR_MISSING", CODE));
			all.add(new Unjudged(rule, County.CITY, 2023, "", "PRIOR_INCOMPLETE", CODE));
		}
		for (String region : List.of("420607", County.CITY)) {
			all.add(new Unjudged("education-per-student-never-decreases", region, 2023, "", "COVERAGE_DIFFERS", STAGE));
		}
		for (String rule : List.of(OPERATING, PUBLIC_FUNDS)) {
			all.add(new Unjudged(rule, "420607", 2023, "special", "PRIOR_MISSING", STAGE));
			all.add(new Unjudged(rule, County.CITY, 2023, "special", "PRIOR_INCOMPLETE", STAGE));
		}
		all.add(new Unjudged(PUBLIC_FUNDS, "420626", 2023, "vocational", "PRIOR_MISSING", MISSING));
		all.add(new Unjudged(PUBLIC_FUNDS, County.CITY, 2023, "vocational", "PRIOR_INCOMPLETE", MISSING));
		all.add(new Unjudged(PUBLIC_FUNDS, "420682", 2024, "special", "SUPPRESSED", WITHHELD));
		all.add(new Unjudged(PUBLIC_FUNDS, County.CITY, 2024, "special", "INCOMPLETE", WITHHELD));
		classes(all);
		all.add(new Unjudged(LED, "420625", 2023, "", "SUPPRESSED", BACKBONE));
		for (String rule : List.of(ROTATION, LED)) {
			all.add(new Unjudged(rule, County.CITY, 2023, "", "INCOMPLETE", HEADER));
			all.add(new Unjudged(rule, County.CITY, 2024, "", "INCOMPLETE", CUT));
		}
		return all;
	}

	private static void classes(List<Unjudged> all) {
		for (String stage : List.of("primary", "junior")) {
			all.add(new Unjudged("no-large-classes", County.CITY, 2023, stage, "INCOMPLETE", CLASSES));
			all.add(new Unjudged("standard-class-size-" + stage, County.CITY, 2023, stage, "INCOMPLETE", CLASSES));
		}
		for (String stage : List.of("primary", "junior", "senior")) {
			all.add(new Unjudged("no-extra-large-classes", County.CITY, 2023, stage, "INCOMPLETE", CLASSES));
		}
	}

}
