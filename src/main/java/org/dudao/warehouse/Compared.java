package org.dudao.warehouse;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

import org.dudao.catalog.Field;
import org.dudao.catalog.FieldType;
import org.dudao.message.Words;
import org.dudao.submission.Slot;
import org.dudao.warehouse.Gate.Candidate;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a file beside what was in force before the run: row by row, or, of large
 * files, as sums by region and year.
 *
 * @param candidate the file
 * @param now its figures by key and measure, in the order of its lines
 * @param same what is in force in the same slots
 * @param lastYear what is in force for the year before, under the keys of this year
 * @param yearBefore what is in force for the year before that, likewise
 * @param facts how many facts are in force in each of the file's slots
 * @param regionAt where a key has its region; the period follows in {@code periodAt}
 * @param periodAt where a key has its period
 * @param line gives the first line of a key
 */
record Compared(Candidate candidate, Map<List<Object>, Map<String, BigDecimal>> now,
		Map<List<Object>, Map<String, BigDecimal>> same, Map<List<Object>, Map<String, BigDecimal>> lastYear,
		Map<List<Object>, Map<String, BigDecimal>> yearBefore, Map<Slot, Integer> facts, int regionAt, int periodAt,
		Function<List<Object>, Integer> line) {

	/** What figures of a file are compared with. */
	enum With {

		/** What is in force in the same slot. */
		SAME(new Words("in what is in force", "现有有效数据"), 0.1, 0.3),

		/** What is in force for the year before. */
		LAST_YEAR(new Words("in what is in force for the year before", "上年有效数据"), 0.2, 0.5);

		private final Words words;

		private final double near;

		private final double far;

		With(Words words, double near, double far) {
			this.words = words;
			this.near = near;
			this.far = far;
		}

		Words words() {
			return this.words;
		}

		/**
		 * How far a figure that is a power of ten off may be off that, in powers of ten.
		 */
		double tolerance(long power) {
			return (Math.abs(power) >= 3) ? this.far : this.near;
		}

	}

	/** A figure of the file and the one it is compared with. */
	record Pair(List<Object> key, BigDecimal now, BigDecimal then) {

		boolean isPositive() {
			return this.now.signum() > 0 && this.then.signum() > 0;
		}

		boolean isEqual() {
			return this.now.compareTo(this.then) == 0;
		}

		/** How many powers of ten the file is above; both must be positive. */
		double powers() {
			return Math.log10(this.now.doubleValue()) - Math.log10(this.then.doubleValue());
		}

	}

	/** The measures that can be compared. */
	List<Field> measures() {
		return this.candidate.feed()
			.fields()
			.stream()
			.filter((field) -> field.type() == FieldType.INTEGER || field.type() == FieldType.NUMBER)
			.toList();
	}

	/**
	 * The figures of a measure that are there on both sides. What is in force in the same
	 * slot goes before last year's.
	 */
	List<Pair> pairs(Field now, Field then, With with) {
		List<Pair> pairs = new ArrayList<>();
		Map<List<Object>, Map<String, BigDecimal>> there = (with == With.SAME) ? this.same : this.lastYear;
		this.now.forEach((key, figures) -> {
			BigDecimal one = figures.get(now.name());
			BigDecimal other = figure(there, key, then);
			if (one != null && other != null && (with == With.SAME || figure(this.same, key, then) == null)) {
				pairs.add(new Pair(key, one, other));
			}
		});
		return pairs;
	}

	/** The same of last year and the year before it. */
	List<Pair> earlierPairs(Field field) {
		List<Pair> pairs = new ArrayList<>();
		this.lastYear.forEach((key, figures) -> {
			BigDecimal one = figures.get(field.name());
			BigDecimal other = figure(this.yearBefore, key, field);
			if (one != null && other != null) {
				pairs.add(new Pair(key, one, other));
			}
		});
		return pairs;
	}

	private static @Nullable BigDecimal figure(Map<List<Object>, Map<String, BigDecimal>> figures, List<Object> key,
			Field field) {
		return figures.getOrDefault(key, Map.of()).get(field.name());
	}

	String region(List<Object> key) {
		return key.get(this.regionAt).toString();
	}

	int period(List<Object> key) {
		return ((Number) key.get(this.periodAt)).intValue();
	}

	/** The slot of a figure. */
	Slot slot(List<Object> key, Field field) {
		return new Slot(this.candidate.feed().name(), Objects.requireNonNull(field.part()), region(key), period(key));
	}

	/** Where a figure stands in the file. */
	int line(List<Object> key) {
		return this.line.apply(key);
	}

	static Words title(Field field) {
		return new Words(field.title().en(), field.title().zh());
	}

	static boolean isMoney(Field field) {
		return field.unit() != null && field.unit().startsWith("CNY");
	}

	static String plain(BigDecimal figure) {
		return figure.stripTrailingZeros().toPlainString();
	}

}
