package org.dudao.sample;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

import org.dudao.sample.Classes.Count;
import org.dudao.sample.Figures.Budget;
import org.dudao.sample.Figures.Funding;
import org.jspecify.annotations.Nullable;

/**
 * The planted breaches of the city. Which they are is said here, by the plan; the figures
 * beside them come from {@link Figures}, and a test holds one against the other.
 */
final class Breaches {

	private static final int FROM_46 = 5;

	private static final int FROM_51 = 6;

	private static final int FROM_56 = 7;

	private static final int FROM_66 = 9;

	private final List<Breach> all = new ArrayList<>();

	private final Figures figures;

	Breaches(Figures figures) {
		this.figures = figures;
		money();
		classes();
		rotation();
	}

	/** All of them. */
	List<Breach> all() {
		return this.all;
	}

	private void money() {
		Budget before = this.figures.budget(County.NANZHANG, 2023);
		Budget now = this.figures.budget(County.NANZHANG, 2024);
		add("education-never-decreases", County.NANZHANG, 2024, "",
				change(Written.yi(before.education()), Written.yi(now.education()), "亿元"));
		before = this.figures.budget(County.GUCHENG, 2022);
		now = this.figures.budget(County.GUCHENG, 2023);
		add("education-grows-faster-than-regular-revenue", County.GUCHENG, 2023, "",
				growth(before.education(), now.education()) + "% < " + growth(before.revenue(), now.revenue()) + "%");
		before = this.figures.budget(County.LAOHEKOU, 2023);
		now = this.figures.budget(County.LAOHEKOU, 2024);
		add("education-share-of-budget-rises", County.LAOHEKOU, 2024, "",
				change(percent(before.education(), before.general()), percent(now.education(), now.general()), "%"));
		perStudent("education-per-student-never-decreases", County.YICHENG, 2023, null, Funding::education);
		perStudent("education-per-student-never-decreases-by-stage", County.GUCHENG, 2024, Level.JUNIOR,
				Funding::education);
		perStudent("operating-expenditure-per-student-grows", County.XIANGCHENG, 2023, Level.SENIOR,
				Funding::operating);
		perStudent("public-funds-per-student-grow", County.BAOKANG, 2024, Level.PRIMARY, Funding::publicFunds);
	}

	/**
	 * A class above a limit breaks every lower one too, in its county and in the city.
	 */
	private void classes() {
		sized("standard-class-size-primary", County.FANCHENG, 2022, Level.PRIMARY, FROM_46);
		sized("no-large-classes", County.XIANGZHOU, 2023, Level.JUNIOR, FROM_56);
		sized("standard-class-size-junior", County.XIANGZHOU, 2023, Level.JUNIOR, FROM_51);
		sized("no-extra-large-classes", County.ZAOYANG, 2024, Level.PRIMARY, FROM_66);
		sized("no-large-classes", County.ZAOYANG, 2024, Level.PRIMARY, FROM_56);
		sized("standard-class-size-primary", County.ZAOYANG, 2024, Level.PRIMARY, FROM_46);
		entry("no-large-classes-in-entry-grades", County.XIANGZHOU, 2023, Level.JUNIOR);
		entry("no-large-classes-in-entry-grades", County.ZAOYANG, 2024, Level.PRIMARY);
		sized("no-large-classes-senior", County.NANZHANG, 2024, Level.SENIOR, FROM_56);
		entry("entry-grade-senior-at-most-55", County.NANZHANG, 2024, Level.SENIOR);
		sized("no-extra-large-classes", County.BAOKANG, 2024, Level.JUNIOR, FROM_66);
		sized("extra-large-classes-at-most-2-percent", County.BAOKANG, 2024, Level.JUNIOR, FROM_66);
		sized("no-large-classes", County.BAOKANG, 2024, Level.JUNIOR, FROM_56);
		sized("large-classes-at-most-5-percent", County.BAOKANG, 2024, Level.JUNIOR, FROM_56);
		sized("standard-class-size-junior", County.BAOKANG, 2024, Level.JUNIOR, FROM_51);
		entry("no-large-classes-in-entry-grades", County.BAOKANG, 2024, Level.JUNIOR);
	}

	private void rotation() {
		add("rotation-at-least-10-percent", County.LAOHEKOU, 2023, "",
				share(Rotation.count(County.LAOHEKOU, 2023, Rotation.Moved::rotated, Rotation.Moved::eligible)));
		add("backbone-at-least-20-percent-of-rotated", County.NANZHANG, 2024, "",
				share(Rotation.count(County.NANZHANG, 2024, Rotation.Moved::backbone, Rotation.Moved::rotated)));
	}

	private void perStudent(String rule, County county, int year, @Nullable Level level,
			ToLongFunction<Funding> money) {
		Funding before = this.figures.funding(county, level, year - 1);
		Funding now = this.figures.funding(county, level, year);
		add(rule, county, year, (level != null) ? level.stage() : "",
				change(Written.ratio(money.applyAsLong(before), before.students()),
						Written.ratio(money.applyAsLong(now), now.students()), "元"));
	}

	private void sized(String rule, County county, int year, Level level, int fromBand) {
		add(rule, county, year, level.stage(), share(Classes.count(county, year, level, fromBand)));
	}

	private void entry(String rule, County county, int year, Level level) {
		add(rule, county, year, level.stage(), Classes.inEntryGrade(county, year, level, FROM_56) + " > 0");
	}

	private void add(String rule, County county, int year, String stage, String figures) {
		this.all.add(new Breach(rule, county.code(), county.name(), year, stage, figures));
	}

	private static String change(String before, String now, String unit) {
		return before + " → " + now + " " + unit;
	}

	private static String share(Count count) {
		return count.of() + "/" + count.in() + " = " + percent(count.of(), count.in()) + "%";
	}

	private static String percent(long of, long in) {
		return Written.ratio(of * 100, in);
	}

	private static String growth(long before, long now) {
		return Written.growth(BigDecimal.valueOf(before), BigDecimal.valueOf(now));
	}

}
