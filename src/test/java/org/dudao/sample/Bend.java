package org.dudao.sample;

import java.util.List;
import java.util.OptionalDouble;

import org.jspecify.annotations.Nullable;

/**
 * Where a series leaves its usual course: what makes the planted breaches of money.
 *
 * @param county the county
 * @param year the year that the growth leads to
 * @param level the stage, or null for all
 * @param series what grows
 * @param growth by how much, 0.05 for five per cent
 */
record Bend(County county, int year, @Nullable Level level, Series series, double growth) {

	/** What grows from year to year. */
	enum Series {

		/** The number of students. */
		STUDENTS,

		/** Education expenditure per student. */
		EDUCATION,

		/** Operating expenditure per student. */
		OPERATING,

		/** Public funds per student. */
		PUBLIC_FUNDS,

		/** The general budget's expenditure on everything. */
		BUDGET,

		/** Regular fiscal revenue. */
		REVENUE

	}

	private static final List<Bend> PLAN = List.of(
			// Fewer students, and less money: the total falls, the average does not.
			new Bend(County.NANZHANG, 2024, null, Series.STUDENTS, -0.075),
			new Bend(County.NANZHANG, 2024, null, Series.EDUCATION, 0.035),
			new Bend(County.NANZHANG, 2024, null, Series.BUDGET, -0.075),
			new Bend(County.NANZHANG, 2024, null, Series.REVENUE, -0.09),
			// One stage loses, the county as a whole does not.
			new Bend(County.GUCHENG, 2024, Level.JUNIOR, Series.EDUCATION, -0.04),
			new Bend(County.GUCHENG, 2024, Level.JUNIOR, Series.OPERATING, 0.03),
			// Every stage gains, and still the average falls: students move to the cheap
			// stage.
			new Bend(County.YICHENG, 2023, Level.PRESCHOOL, Series.STUDENTS, 0.40),
			new Bend(County.YICHENG, 2023, Level.VOCATIONAL, Series.STUDENTS, -0.60),
			new Bend(County.YICHENG, 2023, null, Series.EDUCATION, 0.025),
			// Revenue outgrows education.
			new Bend(County.GUCHENG, 2023, null, Series.REVENUE, 0.12),
			// The budget outgrows education.
			new Bend(County.LAOHEKOU, 2024, null, Series.BUDGET, 0.12),
			// Less for books and heating in primary schools.
			new Bend(County.BAOKANG, 2024, Level.PRIMARY, Series.PUBLIC_FUNDS, -0.06),
			// Less to run senior secondary schools.
			new Bend(County.XIANGCHENG, 2023, Level.SENIOR, Series.OPERATING, -0.05));

	/** The planned growth, if there is one; what is said of one stage goes first. */
	static OptionalDouble planned(County county, int year, @Nullable Level level, Series series) {
		return PLAN.stream()
			.filter((bend) -> bend.county == county && bend.year == year && bend.series == series)
			.filter((bend) -> bend.level == null || bend.level == level)
			.sorted((a, b) -> Boolean.compare(a.level == null, b.level == null))
			.mapToDouble(Bend::growth)
			.findFirst();
	}

}
