package org.dudao.warehouse;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.dudao.catalog.Acceptance;
import org.dudao.intake.Sensor;
import org.dudao.message.Message;
import org.dudao.submission.Publications.InForce;
import org.dudao.submission.Slot;
import org.dudao.warehouse.Gate.Candidate;

/** Compares how many rows a file has with how many are in force, slot by slot. */
final class RowCounts {

	/** As many rows more than thrice may be are soon found where there are few. */
	private static final int FEWEST_GROWN = 20;

	private RowCounts() {
	}

	/** What is suspicious of the slots in which something is in force. */
	static List<Message> of(Candidate candidate, List<InForce> inForce) {
		Map<Slot, Integer> now = candidate.slots()
			.stream()
			.collect(Collectors.toMap(Slot.Filled::slot, Slot.Filled::facts));
		Acceptance acceptance = candidate.feed().acceptance();
		BigDecimal least = BigDecimal.ONE.subtract(acceptance.maxRowDrop());
		List<Message> reasons = new ArrayList<>();
		add(reasons, Sensor.ROW_DROP, inForce, now, percent(acceptance.maxRowDrop()),
				(before) -> times(least, before.facts()).compareTo(rows(now, before)) > 0);
		BigDecimal factor = acceptance.maxRowFactor();
		if (factor != null) {
			add(reasons, Sensor.ROW_GROWTH, inForce, now, factor.stripTrailingZeros().toPlainString(),
					(before) -> rows(now, before).intValue() >= FEWEST_GROWN
							&& times(factor, before.facts()).compareTo(rows(now, before)) < 0);
		}
		return reasons;
	}

	private static void add(List<Message> reasons, Sensor sensor, List<InForce> inForce, Map<Slot, Integer> now,
			String limit, Predicate<InForce> suspicious) {
		List<InForce> found = inForce.stream().filter(suspicious).sorted(BY_PLACE).toList();
		if (!found.isEmpty()) {
			InForce first = found.get(0);
			reasons.add(sensor.says(first.slot().region(), first.slot().period(), first.slot().part(), first.facts(),
					now.get(first.slot()), first.submission(), limit, found.size()));
		}
	}

	private static final java.util.Comparator<InForce> BY_PLACE = java.util.Comparator
		.comparing((InForce one) -> one.slot().region())
		.thenComparing((one) -> one.slot().period())
		.thenComparing((one) -> one.slot().part());

	private static BigDecimal rows(Map<Slot, Integer> now, InForce before) {
		return BigDecimal.valueOf(Objects.requireNonNull(now.get(before.slot())));
	}

	private static BigDecimal times(BigDecimal factor, int rows) {
		return factor.multiply(BigDecimal.valueOf(rows));
	}

	private static String percent(BigDecimal share) {
		return share.movePointRight(2).stripTrailingZeros().toPlainString() + "%";
	}

}
