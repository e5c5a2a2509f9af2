package org.dudao.sample;

import java.util.List;

/** A stage of education (学段), with what one student of it costs. */
enum Level {

	PRESCHOOL("preschool", "幼儿园", 0.200, 8_200),

	PRIMARY("primary", "小学", 0.423, 11_300),

	JUNIOR("junior", "初中", 0.200, 16_100),

	SENIOR("senior", "普通高中", 0.100, 15_800),

	VOCATIONAL("vocational", "中等职业学校", 0.074, 16_900),

	SPECIAL("special", "特殊教育", 0.003, 58_000);

	/** The stages whose classes are counted by size. */
	static final List<Level> SCHOOLS = List.of(PRIMARY, JUNIOR, SENIOR);

	private final String stage;

	private final String chinese;

	private final double share;

	private final int cost;

	Level(String stage, String chinese, double share, int cost) {
		this.stage = stage;
		this.chinese = chinese;
		this.share = share;
		this.cost = cost;
	}

	/** The catalogue's name. */
	String stage() {
		return this.stage;
	}

	/** What a Chinese sender writes. */
	String chinese() {
		return this.chinese;
	}

	/** The part of all students who are in it, 0 to 1. */
	double share() {
		return this.share;
	}

	/** Its grades, as a Chinese sender writes them. */
	List<String> grades() {
		return switch (this) {
			case PRIMARY -> List.of("一年级", "二年级", "三年级", "四年级", "五年级", "六年级");
			case JUNIOR -> List.of("七年级", "八年级", "九年级");
			case SENIOR -> List.of("高一", "高二", "高三");
			default -> List.of();
		};
	}

	/**
	 * The usual band of size of its classes, from 0; one above it is over the standard.
	 */
	int usualBand() {
		return (this == PRIMARY) ? 4 : 5;
	}

	/** Education expenditure in CNY a student in the first year. */
	int cost() {
		return this.cost;
	}

}
