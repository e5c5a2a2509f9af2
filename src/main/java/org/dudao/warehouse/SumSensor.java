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
import org.dudao.message.Words;
import org.dudao.submission.Slot;
import org.jspecify.annotations.Nullable;

/**
 * Compares the sum of each measure with that of what is in force: slot by slot, and where
 * each slot has too few rows for that, over the whole file.
 */
final class SumSensor {

	/** The sums of fewer rows change much when one row is corrected. */
	private static final int FEWEST_FACTS = 3;

	/** Counts below it may well triple. */
	private static final BigDecimal FEWEST_COUNTED = BigDecimal.valueOf(100);

	private static final Words WHOLE = new Words("all regions of the file", "文件全部地区");

	private final Compared compared;

	private final BigDecimal factor;

	private final Map<Slot, Integer> facts;

	private int found;

	private @Nullable List<Object> first;

	private SumSensor(Compared compared, BigDecimal factor) {
		this.compared = compared;
		this.factor = factor;
		this.facts = compared.candidate()
			.slots()
			.stream()
			.collect(Collectors.toMap(Slot.Filled::slot, Slot.Filled::facts));
	}

	/** What is suspicious about the sums. */
	static Optional<Message> of(Compared compared) {
		BigDecimal factor = compared.candidate().feed().acceptance().maxSumFactor();
		if (factor == null || compared.same().isEmpty()) {
			return Optional.empty();
		}
		return new SumSensor(compared, factor).judge();
	}

	private Optional<Message> judge() {
		for (Field field : this.compared.measures()) {
			if (field.isSummed()) {
				judge(field);
			}
		}
		if (this.first == null) {
			return Optional.empty();
		}
		List<Object> args = new ArrayList<>(this.first);
		args.add(this.found);
		return Optional.of(Sensor.SUM_CHANGED.says(args.toArray()));
	}

	private void judge(Field field) {
		Map<Slot, BigDecimal> now = sums(field, this.compared.now());
		Map<Slot, BigDecimal> then = sums(field, this.compared.same());
		now.keySet().retainAll(then.keySet());
		BigDecimal allNow = BigDecimal.ZERO;
		BigDecimal allThen = BigDecimal.ZERO;
		int factsNow = 0;
		int factsThen = 0;
		for (Map.Entry<Slot, BigDecimal> sum : now.entrySet()) {
			Slot slot = sum.getKey();
			int rowsNow = this.facts.getOrDefault(slot, 0);
			int rowsThen = this.compared.facts().getOrDefault(slot, 0);
			allNow = allNow.add(sum.getValue());
			allThen = allThen.add(then.get(slot));
			factsNow += rowsNow;
			factsThen += rowsThen;
			judge(field, sum.getValue(), then.get(slot), Math.min(rowsNow, rowsThen), slot.region(), slot.period());
		}
		if (this.first == null && now.size() > 1) {
			int period = now.keySet().iterator().next().period();
			judge(field, allNow, allThen, Math.min(factsNow, factsThen), WHOLE, period);
		}
	}

	private void judge(Field field, BigDecimal now, BigDecimal then, int rows, Object region, int period) {
		BigDecimal more = now.abs().max(then.abs());
		BigDecimal less = now.abs().min(then.abs());
		boolean counts = Compared.isMoney(field) || more.compareTo(FEWEST_COUNTED) >= 0;
		if (rows >= FEWEST_FACTS && counts && more.compareTo(less.multiply(this.factor)) > 0) {
			this.found++;
			if (this.first == null) {
				this.first = List.of(Compared.title(field), region, period, Compared.plain(now), Compared.plain(then),
						Compared.plain(this.factor));
			}
		}
	}

	private Map<Slot, BigDecimal> sums(Field field, Map<List<Object>, Map<String, BigDecimal>> figures) {
		Map<Slot, BigDecimal> sums = new LinkedHashMap<>();
		figures.forEach((key, given) -> {
			BigDecimal figure = given.get(field.name());
			if (figure != null) {
				sums.merge(this.compared.slot(key, field), figure, BigDecimal::add);
			}
		});
		return sums;
	}

}
