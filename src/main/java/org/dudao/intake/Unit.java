package org.dudao.intake;

import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A unit: what it measures and how many of it make one.
 *
 * @param kind what it measures, in the catalogue's word, such as {@code CNY}
 * @param exponent the power of ten of it, 4 for 万元
 */
record Unit(String kind, int exponent) {

	/** 个 counts anything that is neither money nor a share. */
	private static final String ANYTHING = "item";

	private static final Map<String, Unit> KNOWN = known();

	/**
	 * The unit of that name as senders write it, already normalised; null when unknown.
	 */
	static @Nullable Unit named(String text) {
		return KNOWN.get(text.startsWith("单位:") ? text.substring(3) : text);
	}

	/** The unit that the catalogue states a field in; its word is its kind. */
	static Unit ofField(String unit) {
		return KNOWN.getOrDefault(HeaderCell.normal(unit), new Unit(unit, 0));
	}

	/** Whether figures in this unit can be turned into the other by moving the point. */
	boolean fits(Unit other) {
		return this.kind.equals(other.kind) || this.kind.equals(ANYTHING) && other.isCount();
	}

	/**
	 * Whether a header in this unit can stand over figures in the other: 生均经费（元） says in
	 * its name that it is an amount per head, and what is counted in items may be
	 * schools.
	 */
	boolean canHead(Unit other) {
		return fits(other) || this.kind.equals("CNY") && other.kind.equals("CNY/person")
				|| other.kind.equals(ANYTHING) && isCount();
	}

	/** Whether it is an amount of money, per head or not. */
	boolean isMoney() {
		return this.kind.startsWith("CNY");
	}

	private boolean isCount() {
		return !isMoney() && !this.kind.equals("percent") && !this.kind.contains("/");
	}

	private static Map<String, Unit> known() {
		Map<String, Unit> units = new HashMap<>();
		Map<String, Integer> powers = Map.of("", 0, "百", 2, "千", 3, "万", 4, "百万", 6, "千万", 7, "亿", 8);
		powers.forEach((power, exponent) -> {
			units.put(power + "元", new Unit("CNY", exponent));
			units.put(power + "元人民币", new Unit("CNY", exponent));
			units.put("人民币" + power + "元", new Unit("CNY", exponent));
			for (String head : new String[] { "人", "生", "人·年", "生·年", "人年", "生年", "人/年", "生/年", "学生", "名", "person",
					"student" }) {
				units.put(power + "元/" + head, new Unit("CNY/person", exponent));
				units.put(power + "元每" + head, new Unit("CNY/person", exponent));
			}
			for (String head : new String[] { "人", "名", "名学生", "位" }) {
				units.put(power + head, new Unit("person", exponent));
			}
			units.put(power + "人次", new Unit("person-time", exponent));
			units.put(power + "所", new Unit("school", exponent));
			units.put(power + "班", new Unit("class", exponent));
			units.put(power + "个班", new Unit("class", exponent));
			for (String counted : new String[] { "个", "家", "件", "次", "起", "处", "栋", "项", "条", "份" }) {
				units.put(power + counted, new Unit(ANYTHING, exponent));
			}
		});
		for (String money : new String[] { "cny", "yuan", "rmb" }) {
			units.put(money, new Unit("CNY", 0));
			for (String head : new String[] { "person", "student", "人", "pupil" }) {
				units.put(money + "/" + head, new Unit("CNY/person", 0));
			}
		}
		for (String share : new String[] { "%", "percent", "pct", "百分点", "个百分点", "百分比" }) {
			units.put(share, new Unit("percent", 0));
		}
		units.put("‰", new Unit("percent", -1));
		for (String person : new String[] { "person", "persons", "people", "students", "teachers" }) {
			units.put(person, new Unit("person", 0));
		}
		Map.of("小时", "hour", "课时", "hour", "学时", "hour", "天", "day", "分", "point", "年", "year")
			.forEach((word, kind) -> units.put(word, new Unit(kind, 0)));
		units.put("class", new Unit("class", 0));
		units.put("classes", new Unit("class", 0));
		units.put("school", new Unit("school", 0));
		units.put("schools", new Unit("school", 0));
		return Map.copyOf(units);
	}

}
