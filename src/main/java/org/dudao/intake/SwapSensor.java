package org.dudao.intake;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

import org.dudao.catalog.Expression;
import org.dudao.catalog.Feed;
import org.dudao.catalog.Field;
import org.dudao.catalog.FieldType;
import org.dudao.catalog.RowCheck;
import org.dudao.message.Message;
import org.jspecify.annotations.Nullable;

/**
 * Notices that two columns of figures stand under each other's header: a check fails for
 * nearly all rows of a period, but holds when the two are exchanged. One sensor watches
 * one of the facts of each row. Of checks that only inform, no more than equations are
 * watched: the rest may fail everywhere for good reasons.
 */
final class SwapSensor {

	private static final Pattern EQUATION = Pattern.compile("abs\\s*\\(|(?<![<>])=");

	/** The most failing rows of a period that exchanges are tried on. */
	private static final int MAX_TRIED = 10_000;

	private static final int MIN_FAILED = 3;

	private final Feed feed;

	private final Map<String, Column> columns;

	private final int period;

	/** For each check what may be exchanged. */
	private final List<Suspicion> suspicions = new ArrayList<>();

	/** A check with the pairs of columns that may be exchanged. */
	private record Suspicion(RowCheck check, Expression.Bound condition, List<Pair> pairs,
			Map<Integer, Tally> byPeriod) {
	}

	/** Two measures that have columns. */
	private record Pair(Field one, Field other, int oneAt, int otherAt, int scale) {
	}

	/** What was seen of one period. */
	private static final class Tally {

		private int judged;

		private int failed;

		private int tried;

		private final int[] healed;

		Tally(int pairs) {
			this.healed = new int[pairs];
		}

	}

	/**
	 * A sensor for one file.
	 * @param columns the columns of that fact by field
	 */
	SwapSensor(Feed feed, Map<String, Column> columns) {
		this.feed = feed;
		this.columns = columns;
		this.period = feed.fields().stream().map(Field::type).toList().indexOf(FieldType.PERIOD);
		for (RowCheck check : feed.checks()) {
			this.suspicions
				.add(new Suspicion(check, check.expect().bind(feed::indexOf), pairs(check), new TreeMap<>()));
		}
	}

	private List<Pair> pairs(RowCheck check) {
		if (check.severity() == RowCheck.Severity.INFORM && !EQUATION.matcher(check.expect().text()).find()) {
			return List.of();
		}
		List<Pair> pairs = new ArrayList<>();
		List<Field> present = this.feed.fields()
			.stream()
			.filter((field) -> field.type().isMeasure() && this.columns.containsKey(field.name()))
			.toList();
		for (int i = 0; i < present.size(); i++) {
			for (int j = i + 1; j < present.size(); j++) {
				Field one = present.get(i);
				Field other = present.get(j);
				if (check.expect().fields().contains(one.name()) || check.expect().fields().contains(other.name())) {
					pairs.add(new Pair(one, other, this.feed.indexOf(one.name()), this.feed.indexOf(other.name()),
							this.columns.get(one.name()).scale() - this.columns.get(other.name()).scale()));
				}
			}
		}
		return pairs;
	}

	/** Takes note of a fact that a check could be applied to. */
	void judged(int check, Fact fact, boolean failed) {
		Suspicion suspicion = this.suspicions.get(check);
		int period = (this.period >= 0 && fact.values()[this.period] instanceof Integer year) ? year : 0;
		Tally tally = suspicion.byPeriod.get(period);
		if (tally == null) {
			tally = new Tally(suspicion.pairs.size());
			suspicion.byPeriod.put(period, tally);
		}
		tally.judged++;
		if (failed) {
			tally.failed++;
			// where most rows hold nothing is exchanged, and trying it would cost
			if (tally.tried < MAX_TRIED && 2 * tally.failed >= tally.judged) {
				tally.tried++;
				attempt(suspicion, fact.values().clone(), tally);
			}
		}
	}

	private static void attempt(Suspicion suspicion, @Nullable Object[] values, Tally tally) {
		for (int i = 0; i < suspicion.pairs.size(); i++) {
			Pair pair = suspicion.pairs.get(i);
			Object one = values[pair.oneAt];
			Object other = values[pair.otherAt];
			values[pair.oneAt] = moved(other, pair.scale);
			values[pair.otherAt] = moved(one, -pair.scale);
			BigDecimal holds = suspicion.condition.evaluate(values);
			tally.healed[i] += (holds != null && holds.signum() != 0) ? 1 : 0;
			values[pair.oneAt] = one;
			values[pair.otherAt] = other;
		}
	}

	/** A cell's figure as the other column's unit would have it. */
	private static @Nullable Object moved(@Nullable Object value, int scale) {
		BigDecimal number = RowChecks.decimal(value);
		return (number == null || scale == 0) ? value : number.scaleByPowerOfTen(scale);
	}

	/**
	 * The columns that must have been exchanged, one message for each check and period.
	 */
	List<Message> refusals() {
		List<Message> refusals = new ArrayList<>();
		for (Suspicion suspicion : this.suspicions) {
			suspicion.byPeriod.forEach((period, tally) -> {
				if (tally.failed >= MIN_FAILED && tally.failed * 10L >= tally.judged * 9L) {
					Pair pair = onlyBest(suspicion, tally);
					if (pair != null) {
						refusals.add(Message.of("row.swapped", Titles.words(suspicion.check.title()), period,
								header(pair.one), header(pair.other), tally.failed, tally.judged));
					}
				}
			});
		}
		return refusals;
	}

	private static @Nullable Pair onlyBest(Suspicion suspicion, Tally tally) {
		Pair best = null;
		int most = 0;
		for (int i = 0; i < tally.healed.length; i++) {
			if (tally.healed[i] > most) {
				most = tally.healed[i];
				best = suspicion.pairs.get(i);
			}
			else if (tally.healed[i] == most) {
				best = null;
			}
		}
		return (most > 0 && most * 100L >= tally.tried * 95L) ? best : null;
	}

	private String header(Field field) {
		return this.columns.get(field.name()).header();
	}

}
