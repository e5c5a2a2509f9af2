package org.dudao.sample;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;

import org.dudao.sample.Bend.Series;
import org.jspecify.annotations.Nullable;

/**
 * The made-up money of the city. Every series grows by a few per cent a year, except
 * where a {@link Bend} is planned. The same seed gives the same figures on every machine.
 */
final class Figures {

	private static final long SEED = 4206;

	private final Map<Key, Funding> fundings = new HashMap<>();

	private final Map<Key, Budget> budgets = new HashMap<>();

	Figures() {
		for (County county : County.ALL) {
			for (Level level : Level.values()) {
				fund(county, level, new Random(SEED + Integer.parseInt(county.code()) * 10L + level.ordinal()));
			}
			budget(county, new Random(SEED + Integer.parseInt(county.code())));
		}
	}

	/** The funding of one stage, or of all stages together when none is named. */
	Funding funding(County county, @Nullable Level which, int year) {
		Funding all = new Funding(0, 0, 0, 0);
		for (Level level : Level.values()) {
			all = (which == null || which == level) ? all.plus(this.fundings.get(new Key(county, level, year))) : all;
		}
		return all;
	}

	/** The county's budget. */
	Budget budget(County county, int year) {
		return this.budgets.get(new Key(county, Level.PRESCHOOL, year));
	}

	private void fund(County county, Level level, Random random) {
		double students = county.students() * level.share() * between(random, 0.94, 1.06);
		double education = level.cost() * between(random, 0.95, 1.05);
		double operating = education * between(random, 0.84, 0.87);
		double publicFunds = operating * between(random, 0.23, 0.29);
		for (int year : County.YEARS) {
			if (year > County.YEARS.get(0)) {
				students *= 1 + growth(county, year, level, Series.STUDENTS, between(random, -0.012, 0.010));
				education *= 1 + growth(county, year, level, Series.EDUCATION, between(random, 0.045, 0.075));
				operating *= 1 + growth(county, year, level, Series.OPERATING, between(random, 0.040, 0.065));
				publicFunds *= 1 + growth(county, year, level, Series.PUBLIC_FUNDS, between(random, 0.040, 0.065));
			}
			long heads = Math.round(students);
			this.fundings.put(new Key(county, level, year), new Funding(heads, hundreds(heads * education),
					hundreds(heads * operating), hundreds(heads * publicFunds)));
		}
	}

	private void budget(County county, Random random) {
		double share = between(random, 0.155, 0.185);
		double general = 0;
		double revenue = 0;
		long before = 0;
		for (int year : County.YEARS) {
			long education = Math.round(funding(county, null, year).education() / 10_000.0) * 10_000;
			if (before == 0) {
				general = education / share;
				revenue = general * between(random, 0.40, 0.50);
			}
			else {
				double usual = (double) education / before - 1;
				general *= 1 + growth(county, year, null, Series.BUDGET, usual - between(random, 0.018, 0.030));
				revenue *= 1 + growth(county, year, null, Series.REVENUE, usual - between(random, 0.020, 0.035));
			}
			this.budgets.put(new Key(county, Level.PRESCHOOL, year), new Budget(education,
					Math.round(general / 10_000) * 10_000, Math.round(revenue / 10_000) * 10_000));
			before = education;
		}
	}

	private static double growth(County county, int year, @Nullable Level level, Series series, double usual) {
		return Bend.planned(county, year, level, series).orElse(usual);
	}

	private static double between(Random random, double from, double to) {
		return from + (to - from) * random.nextDouble();
	}

	private static long hundreds(double amount) {
		return Math.round(amount / 100) * 100;
	}

	/**
	 * What one stage has in one year; money in CNY, in whole hundreds so that two
	 * decimals of 万元 hold it.
	 */
	record Funding(long students, long education, long operating, long publicFunds) {

		Funding plus(Funding other) {
			return new Funding(this.students + other.students, this.education + other.education,
					this.operating + other.operating, this.publicFunds + other.publicFunds);
		}

	}

	/** A county's budget of one year in CNY, in whole 万元. */
	record Budget(long education, long general, long revenue) {
	}

	private record Key(County county, Level level, int year) {
	}

}
