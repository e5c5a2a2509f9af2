package org.dudao.sample;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A row of a planned file.
 *
 * @param county the county it is about
 * @param year the year that the period begins in
 * @param schoolYear whether that is a school year
 * @param level the stage, or null
 * @param school the school, or null
 * @param number the number of the school, stage or item within what is above it, from 1
 * @param item the texts of an item, by header
 */
record PlannedRow(County county, int year, boolean schoolYear, @Nullable Level level, @Nullable School school,
		int number, Map<String, String> item) {

	/** What the rows of a file are about. */
	enum About {

		/** One row a county. */
		COUNTIES,

		/** One row a county and stage. */
		STAGES,

		/** One row a school. */
		SCHOOLS,

		/** The rows that the plan lists, for each county. */
		ITEMS

	}

	/** The rows of that year, by county. */
	static List<PlannedRow> of(PlannedFeed plan, int year) {
		List<PlannedRow> rows = new ArrayList<>();
		for (County county : County.ALL) {
			List<PlannedRow> own = new ArrayList<>();
			switch (plan.rows()) {
				case COUNTIES -> own.add(new PlannedRow(county, year, plan.schoolYears(), null, null, 1, Map.of()));
				case STAGES -> levels(plan).forEach((level) -> own
					.add(new PlannedRow(county, year, plan.schoolYears(), level, null, own.size() + 1, Map.of())));
				case SCHOOLS -> School.of(county)
					.stream()
					.filter((school) -> levels(plan).contains(school.level()))
					.forEach((school) -> own.add(new PlannedRow(county, year, plan.schoolYears(), school.level(),
							school, school.number(), Map.of())));
				case ITEMS -> plan.items()
					.forEach((item) -> own
						.add(new PlannedRow(county, year, plan.schoolYears(), null, null, own.size() + 1, item)));
			}
			rows.addAll(own);
		}
		return rows;
	}

	/** What the columns may reckon with; see the README beside the plans. */
	Map<String, Object> variables() {
		Map<String, Object> variables = new HashMap<>();
		int students = (this.school != null) ? students(this.school)
				: (int) Math.round(this.county.students() * ((this.level != null) ? this.level.share() : 1));
		variables.put("students", students);
		variables.put("classes",
				(this.school != null) ? this.school.classes() * this.school.level().grades().size() : students / 42);
		variables.put("county", County.ALL.indexOf(this.county) + 1);
		variables.put("year", this.year - County.YEARS.get(0));
		variables.put("number", this.number);
		variables.put("primaries", this.county.primaries());
		variables.put("juniors", this.county.juniors());
		variables.put("seniors", this.county.seniors());
		variables.put("primary", (this.level == Level.PRIMARY) ? 1 : 0);
		variables.put("junior", (this.level == Level.JUNIOR) ? 1 : 0);
		variables.put("senior", (this.level == Level.SENIOR) ? 1 : 0);
		for (Level each : Level.values()) {
			variables.put(each.stage() + "_students", (int) Math.round(this.county.students() * each.share()));
		}
		return variables;
	}

	private static int students(School school) {
		return school.classes() * school.level().grades().size() * (school.level().usualBand() * 5 + 21);
	}

	private static List<Level> levels(PlannedFeed plan) {
		return List.of(Level.values()).stream().filter((level) -> plan.stages().contains(level.stage())).toList();
	}

}
