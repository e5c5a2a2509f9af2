package org.dudao.sample;

import java.util.List;

/**
 * A county of the sample city.
 *
 * @param code its code
 * @param name its name
 * @param students how many students it had in the first year, over all stages
 * @param primaries how many primary schools it lists
 * @param juniors how many junior secondary schools it lists
 * @param seniors how many senior secondary schools it lists
 * @param form how its software writes CSV files
 */
record County(String code, String name, int students, int primaries, int juniors, int seniors, Form form) {

	/** The city, whose bureau sends the budgets of all its counties. */
	static final String CITY = "420600";

	/** The years of the sample; a school year is named by the year it begins in. */
	static final List<Integer> YEARS = List.of(2022, 2023, 2024);

	static final County XIANGCHENG = new County("420602", "襄城区", 62_000, 25, 11, 4, Form.UTF_8_MARKED);

	static final County FANCHENG = new County("420606", "樊城区", 118_000, 38, 16, 5, Form.GBK_CRLF);

	static final County XIANGZHOU = new County("420607", "襄州区", 96_000, 33, 15, 4, Form.UTF_8_PLAIN);

	static final County NANZHANG = new County("420624", "南漳县", 58_000, 24, 10, 3, Form.GBK_CRLF);

	static final County GUCHENG = new County("420625", "谷城县", 61_000, 24, 11, 3, Form.UTF_16_TABS);

	static final County BAOKANG = new County("420626", "保康县", 31_000, 16, 7, 2, Form.BARE_CR);

	static final County LAOHEKOU = new County("420682", "老河口市", 54_000, 22, 10, 3, Form.SEMICOLONS);

	static final County ZAOYANG = new County("420683", "枣阳市", 112_000, 36, 16, 5, Form.GBK_CRLF);

	static final County YICHENG = new County("420684", "宜城市", 57_000, 23, 10, 3, Form.UTF_8_MARKED);

	/** All of them, by code. */
	static final List<County> ALL = List.of(XIANGCHENG, FANCHENG, XIANGZHOU, NANZHANG, GUCHENG, BAOKANG, LAOHEKOU,
			ZAOYANG, YICHENG);

}
