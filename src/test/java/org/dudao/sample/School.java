package org.dudao.sample;

import java.util.ArrayList;
import java.util.List;

/**
 * A made-up school.
 *
 * @param name its name, neutral so that it is nobody's
 * @param level its stage
 * @param number its number among the schools of its stage, from 1
 * @param classes how many classes each of its grades has
 */
record School(String name, Level level, int number, int classes) {

	/** All schools of the county. */
	static List<School> of(County county) {
		List<School> schools = new ArrayList<>();
		add(schools, county, Level.PRIMARY, county.primaries(), "小学");
		add(schools, county, Level.JUNIOR, county.juniors(), "初级中学");
		add(schools, county, Level.SENIOR, county.seniors(), "高级中学");
		return schools;
	}

	private static void add(List<School> schools, County county, Level level, int count, String kind) {
		double students = county.students() * level.share();
		double classes = students / count / level.grades().size() / (level.usualBand() * 5 + 21);
		for (int number = 1; number <= count; number++) {
			// The first schools are in town and large, the last in villages and small.
			double size = classes * (1.6 - 1.2 * (number - 1) / Math.max(1, count - 1));
			schools.add(new School(String.format("%s第%02d%s", county.name(), number, kind), level, number,
					(int) Math.max(1, Math.round(size))));
		}
	}

}
