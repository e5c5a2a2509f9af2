package org.dudao.intake;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.dudao.catalog.Feed;
import org.dudao.catalog.Field;
import org.dudao.catalog.FieldType;

import org.jspecify.annotations.Nullable;

/**
 * Compares rows of totals with the rows. Nobody says which rows a total is of, so it is
 * suspicious only when it is the total of none of these: all rows of the file, those of
 * the same year and stage, and those above or below it up to the next total. Where rows
 * are rejected nothing is said.
 */
final class TotalSensor {

	private static final int MOST_GROUPS = 500;

	private static final int MOST_TOTALS = 1_000;

	private final Feed feed;

	private final List<Summed> columns = new ArrayList<>();

	/** The columns, from 0, that say what a total is of. */
	private final int[] about;

	private final Set<String> missing;

	private final Map<List<String>, Group> groups = new HashMap<>();

	private @Nullable Group lastGroup;

	private Sums segment;

	private final List<Total> totals = new ArrayList<>();

	/** The columns that cannot be judged, since a cell of theirs could not be read. */
	private final boolean[] unclear;

	private boolean gaveUp;

	/** A column of figures that can be summed. */
	private record Summed(Column column, String name, int field, boolean counts, MeasureCells cells) {
	}

	/** The rows with the same year and stage. */
	private record Group(List<String> about, Sums sums) {
	}

	/** A row of totals, with the rows right above and right below it. */
	private record Total(int line, String[] cells, Sums above, Sums below) {
	}

	TotalSensor(Screening.Recognised file) {
		this.feed = file.feed();
		Set<Integer> taken = new HashSet<>();
		for (Column column : file.columns()) {
			Field field = this.feed.field(column.field()).orElseThrow();
			if (field.isSummed() && taken.add(column.index())) {
				this.columns.add(new Summed(column, field.name(), this.feed.indexOf(field.name()),
						field.type() == FieldType.INTEGER && column.scale() <= 0,
						MeasureCells.of(this.feed, field, column.scale())));
			}
		}
		this.about = file.columns().stream().filter((column) -> {
			FieldType type = this.feed.field(column.field()).orElseThrow().type();
			return type == FieldType.PERIOD || type == FieldType.STAGE || type == FieldType.BASIS;
		}).mapToInt(Column::index).distinct().toArray();
		this.missing = Figures.tokens(this.feed.missingValues());
		this.unclear = new boolean[this.columns.size()];
		this.segment = new Sums(this.columns.size());
	}

	/** Takes note of an accepted row. */
	void accepted(String[] cells, List<Fact> facts) {
		if (this.gaveUp || this.columns.isEmpty()) {
			return;
		}
		double[] figures = new double[this.columns.size()];
		for (int i = 0; i < figures.length; i++) {
			Summed summed = this.columns.get(i);
			for (Fact fact : facts) {
				if (fact.item() == summed.column.item()) {
					figures[i] = (fact.values()[summed.field] instanceof Number figure) ? figure.doubleValue() : 0;
					this.unclear[i] |= !fact.suppressed().isEmpty() && fact.suppressed().contains(summed.name);
				}
			}
		}
		Group group = group(cells);
		if (group != null) {
			group.sums.add(figures);
			this.segment.add(figures);
		}
	}

	/**
	 * Takes note of a rejected row. Nobody knows what its figures should be, so the
	 * totals cannot be judged until it is corrected.
	 */
	void rejected() {
		this.gaveUp = true;
	}

	private @Nullable Group group(String[] cells) {
		Group last = this.lastGroup;
		if (last != null && isOf(last, cells)) {
			return last;
		}
		List<String> about = new ArrayList<>(this.about.length);
		for (int index : this.about) {
			about.add((index < cells.length) ? Cells.trim(cells[index]) : "");
		}
		if (this.groups.size() >= MOST_GROUPS && !this.groups.containsKey(about)) {
			this.gaveUp = true;
			return null;
		}
		Group group = this.groups.computeIfAbsent(about, (key) -> new Group(key, new Sums(this.columns.size())));
		this.lastGroup = group;
		return group;
	}

	private boolean isOf(Group group, String[] cells) {
		for (int i = 0; i < this.about.length; i++) {
			if (this.about[i] >= cells.length || !group.about.get(i).equals(cells[this.about[i]])) {
				return false;
			}
		}
		return true;
	}

	/** Takes note of a row of totals, as wide as the header. */
	void total(int line, String[] cells) {
		if (this.gaveUp || this.columns.isEmpty()) {
			return;
		}
		Sums below = new Sums(this.columns.size());
		this.totals.add(new Total(line, cells, this.segment, below));
		this.segment = below;
		this.gaveUp = this.totals.size() > MOST_TOTALS;
	}

	/** Says which totals differ. */
	void end(Suspicions suspicions) {
		if (this.gaveUp) {
			return;
		}
		List<Object> first = List.of();
		int differing = 0;
		for (Total total : this.totals) {
			List<Sums> meant = meant(total);
			for (int i = 0; i < this.columns.size() && !meant.isEmpty(); i++) {
				Summed summed = this.columns.get(i);
				String cell = Cells.trim(total.cells[summed.column.index()]);
				int at = i;
				if (!this.unclear[i] && summed.cells.read(cell).value() instanceof Number figure) {
					double rounding = summed.counts ? 0 : rounding(cell, summed.column.scale());
					if (meant.stream().noneMatch((sums) -> sums.explains(at, figure.doubleValue(), rounding))) {
						differing++;
						if (first.isEmpty()) {
							first = List.of(total.line, summed.column.index() + 1, summed.column.header(), cell,
									meant.get(0).rows(), written(meant.get(0).of(i), summed.column.scale()));
						}
					}
				}
			}
		}
		if (differing > 0) {
			List<Object> args = new ArrayList<>(first);
			args.add(differing);
			suspicions.add(Sensor.TOTAL_DIFFERS.says(args.toArray()));
		}
	}

	/** The sums that a total may stand for, the likeliest first. */
	private List<Sums> meant(Total total) {
		List<Sums> meant = new ArrayList<>();
		List<Group> same = this.groups.values().stream().filter((group) -> isAbout(group, total)).toList();
		meant.add(sum(same.isEmpty() ? this.groups.values() : same));
		meant.add(sum(this.groups.values()));
		meant.add(total.above);
		meant.add(total.below);
		return meant.stream().filter((sums) -> sums.rows() > 0).toList();
	}

	private Sums sum(Collection<Group> groups) {
		Sums sum = new Sums(this.columns.size());
		groups.forEach((group) -> sum.add(group.sums));
		return sum;
	}

	private boolean isAbout(Group group, Total total) {
		for (int i = 0; i < this.about.length; i++) {
			String cell = Cells.trim(total.cells[this.about[i]]);
			boolean says = !cell.isEmpty() && !this.missing.contains(Figures.token(cell))
					&& !this.feed.totals().matcher(cell).find();
			if (says && !group.about.get(i).equals(cell)) {
				return false;
			}
		}
		return true;
	}

	/** Half of the last digit of a cell, in the field's unit. */
	private static double rounding(String cell, int scale) {
		int point = cell.indexOf('.');
		int decimals = (point < 0) ? 0 : cell.length() - point - 1;
		return 0.5 * Math.pow(10, scale - decimals);
	}

	private static String written(double sum, int scale) {
		return BigDecimal.valueOf(sum)
			.scaleByPowerOfTen(-scale)
			.setScale(4, RoundingMode.HALF_UP)
			.stripTrailingZeros()
			.toPlainString();
	}

}
