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

	private static final Text BACKBONE = new Text("a figure of Gucheng is withheld (*)", "谷城县一项数据未公开（*）");

	private static final String OPERATING = "operating-expenditure-per-student-grows";

	private static final String PUBLIC_FUNDS = "public-funds-per-student-grow";

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
		all.add(new Unjudged(LED, "420625", 2023, "", "SUPPRESSED", BACKBONE));
		return all;
	}

}
