package org.dudao.warehouse;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.dudao.catalog.Field;
import org.dudao.intake.Sensor;
import org.dudao.message.Message;
import org.dudao.warehouse.Compared.Pair;
import org.dudao.warehouse.Compared.With;
import org.jspecify.annotations.Nullable;

/**
 * Notices figures that are ten, a hundred or ten thousand times what they were: all
 * figures of a measure, those of one region, or single ones with the very same digits. A
 * doubling is no power of ten, and counts below a hundred may do anything.
 */
final class UnitSensor {

	private static final BigDecimal FEWEST_COUNTED = BigDecimal.valueOf(100);

	/** A figure with fewer digits may be ten times another by chance. */
	private static final int FEWEST_DIGITS = 3;

	private final Compared compared;

	private int found;

	private @Nullable List<Object> first;

	private UnitSensor(Compared compared) {
		this.compared = compared;
	}

	/** What is suspicious about the units. */
	static Optional<Message> of(Compared compared) {
		return new UnitSensor(compared).judge();
	}

	private Optional<Message> judge() {
		for (With with : With.values()) {
			for (Field field : this.compared.measures()) {
				List<Pair> pairs = this.compared.pairs(field, field, with).stream().filter(Pair::isPositive).toList();
				judge(field, pairs, with);
			}
		}
		if (this.first == null) {
			return Optional.empty();
		}
		List<Object> args = new ArrayList<>(this.first);
		args.add(this.found);
		return Optional.of(Sensor.UNIT_CHANGED.says(args.toArray()));
	}

	private void judge(Field field, List<Pair> pairs, With with) {
		List<Pair> off = agreed(field, pairs, with);
		if (off.isEmpty()) {
			Map<String, List<Pair>> byRegion = pairs.stream()
				.collect(Collectors.groupingBy((pair) -> this.compared.region(pair.key()), LinkedHashMap::new,
						Collectors.toList()));
			off = byRegion.values().stream().flatMap((some) -> {
				List<Pair> together = agreed(field, some, with);
				return (together.isEmpty() ? some.stream().filter((pair) -> isShifted(field, pair, with)).toList()
						: together)
					.stream();
			}).toList();
		}
		this.found += off.size();
		if (this.first == null && !off.isEmpty()) {
			Pair pair = off.get(0);
			this.first = List.of(this.compared.line(pair.key()), Compared.title(field),
					this.compared.region(pair.key()), this.compared.period(pair.key()), Compared.plain(pair.now()),
					Compared.plain(pair.then()), with.words(), times(Math.round(pair.powers())));
		}
	}

	/** Those of the figures that are off by the same power of ten, if nearly all are. */
	private static List<Pair> agreed(Field field, List<Pair> pairs, With with) {
		if (pairs.isEmpty()) {
			return List.of();
		}
		long power = Math.round(median(pairs.stream().map(Pair::powers).sorted().toList()));
		boolean far = Math.abs(power) >= 3;
		int fewest = (with == With.SAME) ? (far ? 2 : 3) : (far ? 3 : 5);
		List<Pair> off = pairs.stream()
			.filter((pair) -> Math.abs(pair.powers() - power) <= with.tolerance(power))
			.toList();
		boolean most = off.size() >= fewest && 10 * off.size() >= 9 * pairs.size();
		return (power != 0 && most && isLarge(field, off)) ? off : List.of();
	}

	private static boolean isLarge(Field field, List<Pair> pairs) {
		return Compared.isMoney(field)
				|| pairs.stream().allMatch((pair) -> pair.now().max(pair.then()).compareTo(FEWEST_COUNTED) >= 0);
	}

	private static double median(List<Double> sorted) {
		return sorted.get(sorted.size() / 2);
	}

	/**
	 * Whether it is the same figure with its point moved. A share of this year has
	 * nothing to do with the digits of last year's.
	 */
	private static boolean isShifted(Field field, Pair pair, With with) {
		BigDecimal now = pair.now().stripTrailingZeros();
		BigDecimal then = pair.then().stripTrailingZeros();
		return (with == With.SAME || field.isSummed()) && now.scale() != then.scale()
				&& now.unscaledValue().equals(then.unscaledValue()) && now.precision() >= FEWEST_DIGITS;
	}

	private static String times(long power) {
		String ten = BigDecimal.ONE.scaleByPowerOfTen((int) Math.abs(power)).toPlainString();
		return (power > 0) ? ten : "1/" + ten;
	}

}
