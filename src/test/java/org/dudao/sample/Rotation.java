package org.dudao.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.ToIntFunction;

import org.dudao.sample.Classes.Count;

/**
 * The made-up rotation of teachers between the compulsory schools of a county. Without a
 * planted breach 14 to 20 per cent of those eligible rotate, and 28 to 40 per cent of
 * them are backbone teachers.
 */
final class Rotation {

	private static final List<Shortfall> PLAN = List.of(
			// Too few rotate.
			new Shortfall(County.LAOHEKOU, 2023, 0.055, 0.34),
			// Enough rotate, but too few of the best.
			new Shortfall(County.NANZHANG, 2024, 0.165, 0.11));

	private Rotation() {
	}

	/** What each school reports; the same each time it is asked. */
	static List<Moved> of(County county, int year) {
		List<Moved> all = new ArrayList<>();
		Random random = new Random(Integer.parseInt(county.code()) * 104_729L + year);
		double rotate = 0.14 + 0.06 * random.nextDouble();
		double best = 0.28 + 0.12 * random.nextDouble();
		for (Shortfall shortfall : PLAN) {
			if (shortfall.county() == county && shortfall.year() == year) {
				rotate = shortfall.rotate();
				best = shortfall.backbone();
			}
		}
		// What is left of a whole teacher is carried on, so that the county's share is
		// exact.
		double moved = 0;
		double backbone = 0;
		for (School school : School.of(county)) {
			if (school.level() == Level.SENIOR) {
				continue;
			}
			int eligible = (int) Math.round(school.classes() * school.level().grades().size() * 0.9)
					+ random.nextInt(4);
			moved += eligible * rotate;
			int rotated = (int) moved;
			moved -= rotated;
			backbone += rotated * best;
			int led = Math.min(rotated, (int) backbone);
			backbone -= led;
			int[] ways = directions(rotated);
			all.add(new Moved(school, eligible, rotated, led, ways[0], ways[1], ways[2], ways[3]));
		}
		return all;
	}

	/** One figure over another, summed over the county's schools. */
	static Count count(County county, int year, ToIntFunction<Moved> of, ToIntFunction<Moved> in) {
		List<Moved> schools = of(county, year);
		return new Count(schools.stream().mapToInt(of).sum(), schools.stream().mapToInt(in).sum());
	}

	private static int[] directions(int rotated) {
		int toRural = (rotated + 1) / 2;
		int toTown = (rotated - toRural + 1) / 2;
		int withinTown = (rotated - toRural - toTown + 1) / 2;
		return new int[] { toRural, toTown, withinTown, rotated - toRural - toTown - withinTown };
	}

	/**
	 * The rotation of one school.
	 *
	 * @param school the school
	 * @param eligible teachers with six years or more at the school
	 * @param rotated those of them who moved this year
	 * @param backbone those who moved and are backbone teachers
	 * @param toRural moved from town to country
	 * @param toTown moved from country to town
	 * @param withinTown moved between schools in town
	 * @param withinRural moved between schools in the country
	 */
	record Moved(School school, int eligible, int rotated, int backbone, int toRural, int toTown, int withinTown,
			int withinRural) {
	}

	private record Shortfall(County county, int year, double rotate, double backbone) {
	}

}
