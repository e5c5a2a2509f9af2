package org.dudao.warehouse;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.dudao.catalog.Field;
import org.dudao.intake.Sensor;
import org.dudao.message.Message;
import org.dudao.warehouse.Compared.Pair;

/**
 * Notices last year's figures sent once more: nearly all figures of a measure are exactly
 * those of the year before. Areas and the like may stay for years, so a measure is
 * suspicious only when it changed the year before. Quotas per head change in steps and
 * are passed over; and where even heads stayed the same before, sums may do so too.
 */
final class CopySensor {

	private static final int FEWEST_FIGURES = 10;

	private static final BigDecimal MANY = BigDecimal.valueOf(100);

	private CopySensor() {
	}

	/** What is suspicious beside last year. */
	static Optional<Message> of(Compared compared) {
		List<Object> first = List.of();
		int measures = 0;
		for (Field field : compared.measures()) {
			List<Pair> pairs = given(compared.pairs(field, field, Compared.With.LAST_YEAR));
			List<Pair> equal = pairs.stream().filter(Pair::isEqual).toList();
			boolean copied = pairs.size() >= FEWEST_FIGURES && 20 * equal.size() >= 19 * pairs.size();
			boolean changes = copied && changesByNature(compared, field);
			if (copied && !changes && isHeads(field, pairs)) {
				return Optional.empty();
			}
			if (changes && field.isSummed()) {
				measures++;
				if (first.isEmpty()) {
					first = List.of(compared.line(equal.get(0).key()), equal.size(), pairs.size(),
							Compared.title(field), compared.period(equal.get(0).key()) - 1);
				}
			}
		}
		if (measures == 0) {
			return Optional.empty();
		}
		List<Object> args = new ArrayList<>(first);
		args.add(measures);
		return Optional.of(Sensor.COPY_OF_LAST_YEAR.says(args.toArray()));
	}

	/** Zeros stay zero, and say nothing. */
	private static List<Pair> given(List<Pair> pairs) {
		return pairs.stream().filter((pair) -> pair.now().signum() != 0 || pair.then().signum() != 0).toList();
	}

	/** Whether it counts people, and so many that some come and go in any year. */
	private static boolean isHeads(Field field, List<Pair> pairs) {
		long many = pairs.stream().filter((pair) -> pair.now().compareTo(MANY) >= 0).count();
		return "person".equals(field.unit()) && 2 * many >= pairs.size();
	}

	private static boolean changesByNature(Compared compared, Field field) {
		List<Pair> before = given(compared.earlierPairs(field));
		long changed = before.stream().filter((pair) -> !pair.isEqual()).count();
		return before.size() >= FEWEST_FIGURES && 2 * changed >= before.size();
	}

}
