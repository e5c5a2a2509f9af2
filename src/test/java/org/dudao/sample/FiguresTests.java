package org.dudao.sample;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

import org.dudao.sample.Figures.Budget;
import org.dudao.sample.Figures.Funding;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Judges the made-up figures by arithmetic of its own, to prove the plan of breaches. */
class FiguresTests {

	private final Figures figures = new Figures();

	/**
	 * By how many per cent each demand is met or missed, by rule, region, year and stage.
	 */
	private final Map<String, Double> margins = new TreeMap<>();

	private final Set<String> planned = new Breaches(this.figures).all()
		.stream()
		.map((breach) -> key(breach.rule(), breach.region(), breach.period(), breach.stage()))
		.collect(Collectors.toSet());

	@Test
	void breachesAreThePlannedOnesAndEverythingElseHoldsClearly() {
		County.ALL.forEach((county) -> judgeMoney(county.code(), List.of(county)));
		County.ALL.forEach(this::judgeSchools);
		judgeMoney(County.CITY, County.ALL);
		assertThat(this.margins).hasSize(10 * 2 * (4 + 5 + 6 + 6) + 9 * 3 * (2 + 3 + 1 + 1 + 2 + 8));
		this.margins.forEach((key, margin) -> {
			if (this.planned.contains(key)) {
				assertThat(margin).as(key).isLessThan(-0.9);
			}
			else {
				assertThat(margin).as(key)
					.isGreaterThanOrEqualTo(key.contains("class") || key.contains("grade") ? 0 : 0.9);
			}
		});
		assertThat(this.margins.keySet()).containsAll(this.planned);
	}

	private void judgeMoney(String region, List<County> area) {
		for (int year : List.of(2023, 2024)) {
			judgeBudget(region, area, year);
			judgeFunding(region, area, year);
		}
	}

	private void judgeBudget(String region, List<County> area, int year) {
		double education = growth(budget(area, year - 1, Budget::education), budget(area, year, Budget::education));
		double general = growth(budget(area, year - 1, Budget::general), budget(area, year, Budget::general));
		double revenue = growth(budget(area, year - 1, Budget::revenue), budget(area, year, Budget::revenue));
		put("education-never-decreases", region, year, "", education);
		put("education-share-of-budget-rises", region, year, "", education - general);
		put("education-grows-faster-than-regular-revenue", region, year, "", education - revenue);
	}

	private void judgeFunding(String region, List<County> area, int year) {
		put("education-per-student-never-decreases", region, year, "",
				perStudent(area, year, null, Funding::education));
		for (Level level : Level.values()) {
			if (level != Level.SPECIAL) {
				put("education-per-student-never-decreases-by-stage", region, year, level.stage(),
						perStudent(area, year, level, Funding::education));
			}
			put("operating-expenditure-per-student-grows", region, year, level.stage(),
					perStudent(area, year, level, Funding::operating));
			put("public-funds-per-student-grow", region, year, level.stage(),
					perStudent(area, year, level, Funding::publicFunds));
		}
	}

	private void judgeSchools(County county) {
		for (int year : County.YEARS) {
			for (Level level : Level.SCHOOLS) {
				if (level != Level.SENIOR) {
					put("no-large-classes", county.code(), year, level.stage(), -above(county, year, level, 56));
				}
				put("no-extra-large-classes", county.code(), year, level.stage(), -above(county, year, level, 66));
			}
			judgeTargets(county, year);
			put("standard-class-size-primary", county.code(), year, "primary", -above(county, year, Level.PRIMARY, 46));
			put("standard-class-size-junior", county.code(), year, "junior", -above(county, year, Level.JUNIOR, 51));
			double eligible = rotation(county, year, Rotation.Moved::eligible);
			double rotated = rotation(county, year, Rotation.Moved::rotated);
			double backbone = rotation(county, year, Rotation.Moved::backbone);
			put("rotation-at-least-10-percent", county.code(), year, "", rotated / eligible * 100 - 10);
			put("backbone-at-least-20-percent-of-rotated", county.code(), year, "", backbone / rotated * 100 - 20);
		}
	}

	private void judgeTargets(County county, int year) {
		for (Level level : List.of(Level.PRIMARY, Level.JUNIOR)) {
			double classes = above(county, year, level, 21);
			put("extra-large-classes-at-most-2-percent", county.code(), year, level.stage(),
					2 - above(county, year, level, 66) / classes * 100);
			put("large-classes-at-most-5-percent", county.code(), year, level.stage(),
					5 - above(county, year, level, 56) / classes * 100);
			put("no-large-classes-in-entry-grades", county.code(), year, level.stage(), -entering(county, year, level));
		}
		put("no-large-classes-senior", county.code(), year, "senior", -above(county, year, Level.SENIOR, 56));
		put("entry-grade-senior-at-most-55", county.code(), year, "senior", -entering(county, year, Level.SENIOR));
	}

	/** How many classes of 56 and more there are in the first grade of the stage. */
	private static double entering(County county, int year, Level level) {
		return Classes.of(county, year)
			.stream()
			.filter((grade) -> List.of("一年级", "七年级", "高一").contains(grade.grade()))
			.filter((grade) -> grade.school().level() == level)
			.mapToInt((grade) -> grade.bands()[7] + grade.bands()[8] + grade.bands()[9])
			.sum();
	}

	private double perStudent(List<County> area, int year, @Nullable Level level, ToLongFunction<Funding> money) {
		double before = funding(area, year - 1, level, money) / funding(area, year - 1, level, Funding::students);
		return growth(before, funding(area, year, level, money) / funding(area, year, level, Funding::students));
	}

	private double funding(List<County> area, int year, @Nullable Level level, ToLongFunction<Funding> figure) {
		return area.stream().mapToLong((county) -> figure.applyAsLong(this.figures.funding(county, level, year))).sum();
	}

	private double budget(List<County> area, int year, ToLongFunction<Budget> figure) {
		return area.stream().mapToLong((county) -> figure.applyAsLong(this.figures.budget(county, year))).sum();
	}

	private static double rotation(County county, int year, ToLongFunction<Rotation.Moved> figure) {
		return Rotation.of(county, year).stream().mapToLong(figure).sum();
	}

	/** How many classes have that many students and more. */
	private static double above(County county, int year, Level level, int students) {
		return Classes.of(county, year)
			.stream()
			.filter((grade) -> grade.school().level() == level)
			.mapToInt((grade) -> {
				int above = 0;
				for (int band = (students - 21) / 5; band < grade.bands().length; band++) {
					above += grade.bands()[band];
				}
				return above;
			})
			.sum();
	}

	private void put(String rule, String region, int period, String stage, double margin) {
		this.margins.put(key(rule, region, period, stage), margin);
	}

	private static String key(String rule, String region, int period, String stage) {
		return rule + " " + region + " " + period + " " + stage;
	}

	private static double growth(double before, double now) {
		return (now / before - 1) * 100;
	}

}
