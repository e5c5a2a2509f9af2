package org.dudao.warehouse;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

import org.dudao.catalog.Field;
import org.dudao.intake.Sensor;
import org.dudao.message.Message;
import org.dudao.message.Words;
import org.dudao.warehouse.Compared.Pair;
import org.dudao.warehouse.Compared.With;

/**
 * Notices columns that are exchanged or shifted: two measures or more in which nearly all
 * figures are near what another measure had, and hardly any near what their own had; and
 * one of those others has been moved as well, for plans of last year that are done this
 * year are no exchange. Counts below a hundred are often alike.
 */
final class MovedSensor {

	private static final int FEWEST_COLUMNS = 2;

	private static final BigDecimal FEWEST_COUNTED = BigDecimal.valueOf(100);

	private MovedSensor() {
	}

	/** A measure and the one whose figures it has. */
	private record Move(Field field, Field from, int near, int of, Pair first) {
	}

	/** What is suspicious about the order of the columns. */
	static Optional<Message> of(Compared compared) {
		for (With with : With.values()) {
			List<Move> moves = new ArrayList<>();
			for (Field field : compared.measures()) {
				move(compared, field, with).ifPresent(moves::add);
			}
			if (moves.size() >= FEWEST_COLUMNS && isChain(moves)) {
				Move first = moves.get(0);
				Words all = new Words(
						list(moves, (move) -> move.field.title().en() + " = " + move.from.title().en(), "; "),
						list(moves, (move) -> move.field.title().zh() + " = " + move.from.title().zh(), "；"));
				return Optional
					.of(Sensor.COLUMNS_MOVED.says(compared.line(first.first.key()), Compared.title(first.field),
							Compared.title(first.from), with.words(), first.near, first.of, all, moves.size()));
			}
		}
		return Optional.empty();
	}

	private static boolean isChain(List<Move> moves) {
		return moves.stream().anyMatch((move) -> moves.stream().anyMatch((next) -> next.field.equals(move.from)));
	}

	private static String list(List<Move> moves, java.util.function.Function<Move, String> words, String between) {
		return moves.stream().map(words).collect(Collectors.joining(between));
	}

	private static Optional<Move> move(Compared compared, Field field, With with) {
		List<Pair> own = positive(compared.pairs(field, field, with));
		int fewest = (with == With.SAME) ? 3 : 5;
		if (own.size() < fewest || 10 * near(own, with) > own.size()) {
			return Optional.empty();
		}
		for (Field from : compared.measures()) {
			if (!from.name().equals(field.name()) && Objects.equals(from.unit(), field.unit())) {
				List<Pair> pairs = positive(compared.pairs(field, from, with));
				int near = near(pairs, with);
				if (pairs.size() >= fewest && says(field, pairs) && 10 * near >= 9 * pairs.size()) {
					return Optional.of(new Move(field, from, near, pairs.size(), pairs.get(0)));
				}
			}
		}
		return Optional.empty();
	}

	/**
	 * Whether the figures are large enough, and differ enough, to be told from others.
	 */
	private static boolean says(Field field, List<Pair> pairs) {
		boolean large = Compared.isMoney(field)
				|| pairs.stream().allMatch((pair) -> pair.now().compareTo(FEWEST_COUNTED) >= 0);
		return large && pairs.stream().map((pair) -> pair.now().stripTrailingZeros()).distinct().count() >= 3;
	}

	private static List<Pair> positive(List<Pair> pairs) {
		return pairs.stream().filter(Pair::isPositive).toList();
	}

	/** How many are within 5 % of what is in force, or within a quarter of last year. */
	private static int near(List<Pair> pairs, With with) {
		double most = (with == With.SAME) ? 0.022 : 0.1;
		return (int) pairs.stream().filter((pair) -> Math.abs(pair.powers()) <= most).count();
	}

}
