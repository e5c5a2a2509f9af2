package org.dudao.sample;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * The made-up classes of a county in a school year, by school, stage and grade. Without a
 * planted breach no class is above the standard size of its stage: 45 in primary, 50 in
 * secondary schools.
 */
final class Classes {

	/** The ten official bands, as the headers name them. */
	static final List<String> BANDS = List.of("25人及以下", "26-30人", "31-35人", "36-40人", "41-45人", "46-50人", "51-55人",
			"56-60人", "61-65人", "66人及以上");

	private static final List<Oversize> PLAN = List.of(
			// Above the standard size, not yet large.
			new Oversize(County.FANCHENG, 2022, Level.PRIMARY, 5, List.of(2, 7, 19)),
			// Large, and so above the standard size too.
			new Oversize(County.XIANGZHOU, 2023, Level.JUNIOR, 7, List.of(3, 4, 11)),
			// Extra large, and so both of the others too.
			new Oversize(County.ZAOYANG, 2024, Level.PRIMARY, 9, List.of(1, 5)),
			// Large in every grade of one senior school, so in its entry grade too.
			new Oversize(County.NANZHANG, 2024, Level.SENIOR, 7, List.of(2)),
			// So many extra large ones that the targets of 2018 and 2020 are missed.
			new Oversize(County.BAOKANG, 2024, Level.JUNIOR, 9, List.of(1, 2, 3, 4, 5, 6, 7)));

	private Classes() {
	}

	/** The classes of the county; the same each time it is asked. */
	static List<Grade> of(County county, int year) {
		List<Grade> grades = new ArrayList<>();
		for (School school : School.of(county)) {
			Random random = new Random(Integer.parseInt(county.code()) * 7919L + school.name().hashCode() + year);
			for (String grade : school.level().grades()) {
				grades.add(grade(county, school, grade, year, random));
			}
		}
		return grades;
	}

	/**
	 * All classes of the stage, and those of at least this band, in that county and year.
	 */
	static Count count(County county, int year, Level level, int fromBand) {
		int all = 0;
		int above = 0;
		for (Grade grade : of(county, year)) {
			for (int band = 0; grade.school().level() == level && band < BANDS.size(); band++) {
				all += grade.bands()[band];
				above += (band >= fromBand) ? grade.bands()[band] : 0;
			}
		}
		return new Count(above, all);
	}

	/** The classes of at least this band in the entry grade of the stage. */
	static long inEntryGrade(County county, int year, Level level, int fromBand) {
		String entry = level.grades().get(0);
		return of(county, year).stream()
			.filter((grade) -> grade.school().level() == level && grade.grade().equals(entry))
			.mapToInt((grade) -> Arrays.stream(grade.bands(), fromBand, BANDS.size()).sum())
			.sum();
	}

	private static Grade grade(County county, School school, String grade, int year, Random random) {
		int usual = school.level().usualBand();
		int[] bands = new int[BANDS.size()];
		for (int i = 0; i < school.classes(); i++) {
			int chance = random.nextInt(10);
			bands[usual - ((chance < 5) ? 0 : (chance < 9) ? 1 : 2)]++;
		}
		for (Oversize oversize : PLAN) {
			if (oversize.hits(county, school, year)) {
				int from = (bands[usual] > 0) ? usual : usual - 1;
				bands[from]--;
				bands[oversize.band()]++;
			}
		}
		return new Grade(school, grade, bands);
	}

	/**
	 * The classes of one grade of one school.
	 *
	 * @param school the school
	 * @param grade the grade
	 * @param bands how many classes are in each band
	 */
	record Grade(School school, String grade, int[] bands) {

		/** How many classes there are. */
		int classes() {
			return Arrays.stream(this.bands).sum();
		}

		/**
		 * How many students that may be: each class has three more than its band begins
		 * with.
		 */
		int students() {
			int students = 0;
			for (int band = 0; band < this.bands.length; band++) {
				students += this.bands[band] * (band * 5 + 24);
			}
			return students;
		}

	}

	/** So many of so many classes. */
	record Count(int of, int in) {
	}

	private record Oversize(County county, int year, Level level, int band, List<Integer> schools) {

		boolean hits(County county, School school, int year) {
			return this.county == county && this.year == year && this.level == school.level()
					&& this.schools.contains(school.number());
		}

	}

}
