package org.dudao.intake;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.dudao.catalog.Feed;
import org.dudao.catalog.Field;
import org.dudao.catalog.FieldType;

import org.jspecify.annotations.Nullable;

/**
 * Notices amounts of money in rows that are a power of ten off the other rows of the
 * file. Amounts per head are compared as they are; other amounts over that measure of the
 * row with which they vary least, for a small county has less of everything. Where rows
 * vary much nothing is said. Ten or a hundred times less may be a real breach of a quota,
 * so only a thousand times and more counts.
 */
final class SlipSensor {

	private static final int FEWEST_ROWS = 8;

	/** The spread, in powers of ten, beyond which nothing can be said. */
	private static final double WIDE = 0.3;

	private static final int LEAST_POWER = 3;

	private final FigureSample sample;

	private int found;

	private @Nullable Place first;

	SlipSensor(FigureSample sample) {
		this.sample = sample;
	}

	/** A figure that is off. */
	private record Place(FigureSample.Sampled sampled, Field field, long power) {
	}

	/** Rows beside one another: powers of ten, NaN where there are none. */
	private record Line(double[] powers, double median, double spread, int rows) {

		static Line of(double[] powers) {
			double[] given = Arrays.stream(powers).filter((power) -> !Double.isNaN(power)).sorted().toArray();
			if (given.length == 0) {
				return new Line(powers, 0, Double.MAX_VALUE, 0);
			}
			double median = given[given.length / 2];
			double[] off = Arrays.stream(given).map((power) -> Math.abs(power - median)).sorted().toArray();
			return new Line(powers, median, off[off.length / 2], given.length);
		}

		/** By which power of ten the row is off, 0 when it is not. */
		long off(int row) {
			double off = this.powers[row] - this.median;
			return (!Double.isNaN(off) && Math.abs(off) >= LEAST_POWER - 0.5) ? Math.round(off) : 0;
		}

	}

	/** Says what is off. */
	void end(Suspicions suspicions) {
		Feed feed = this.sample.feed();
		for (Field field : feed.fields()) {
			if (isMoney(field) && this.sample.facts().size() >= FEWEST_ROWS) {
				judge(field);
			}
		}
		Place place = this.first;
		if (place != null) {
			Fact fact = place.sampled.fact();
			Optional<Column> column = this.sample.column(fact, place.field.name());
			BigDecimal figure = RowChecks.decimal(fact.values()[feed.indexOf(place.field.name())]);
			suspicions.add(Sensor.UNIT_SLIP.says(place.sampled.line(), column.map((one) -> one.index() + 1).orElse(0),
					column.map(Column::header).orElse(place.field.name()), String.valueOf(figure), times(place.power),
					this.found));
		}
	}

	private static boolean isMoney(Field field) {
		return field.type() == FieldType.NUMBER && field.unit() != null && Unit.ofField(field.unit()).isMoney();
	}

	private void judge(Field field) {
		double[] own = powers(field);
		Line best = Line.of(own);
		if (field.isSummed()) {
			best = new Line(own, 0, Double.MAX_VALUE, 0);
			for (Field other : this.sample.feed().fields()) {
				if (other.isSummed() && other != field) {
					double[] others = powers(other);
					double[] over = new double[own.length];
					Arrays.setAll(over, (row) -> own[row] - others[row]);
					Line line = Line.of(over);
					best = (line.rows >= FEWEST_ROWS && line.spread < best.spread) ? line : best;
				}
			}
		}
		if (best.rows >= FEWEST_ROWS && best.spread <= WIDE) {
			judge(field, best);
		}
	}

	private void judge(Field field, Line line) {
		List<FigureSample.Sampled> facts = this.sample.facts();
		for (int row = 0; row < facts.size(); row++) {
			long power = line.off(row);
			if (power != 0) {
				this.found++;
				this.first = (this.first != null) ? this.first : new Place(facts.get(row), field, power);
			}
		}
	}

	private double[] powers(Field field) {
		int index = this.sample.feed().indexOf(field.name());
		return this.sample.facts().stream().mapToDouble((sampled) -> {
			Double figure = FigureSample.figure(sampled.fact(), index);
			return (figure != null && figure > 0) ? Math.log10(figure) : Double.NaN;
		}).toArray();
	}

	private static String times(long power) {
		String ten = BigDecimal.ONE.scaleByPowerOfTen((int) Math.abs(power)).toPlainString();
		return (power > 0) ? ten : "1/" + ten;
	}

}
