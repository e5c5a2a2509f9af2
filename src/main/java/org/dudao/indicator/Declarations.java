package org.dudao.indicator;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import tools.jackson.databind.json.JsonMapper;

/**
 * What files let know of their figures: what their last digits are worth, and which years
 * cannot be compared. Two statements for some hundred files.
 */
final class Declarations {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final BigDecimal HALF = new BigDecimal("0.5");

	private final Map<Long, LastDigit[]> digits = new HashMap<>();

	private final Map<Long, Map<Integer, Long>> breaks = new HashMap<>();

	/** As the file's reader wrote it. */
	private record LastDigit(String field, int period, String stage, int exponent) {

		private boolean isOf(String name, Place place, String inStage) {
			return this.field.equals(name) && (this.period == 0 || this.period == place.period())
					&& (this.stage.isEmpty() || this.stage.equals(inStage));
		}

	}

	static Declarations of(JdbcClient jdbc, Collection<Long> submissions) {
		Declarations all = new Declarations();
		for (List<Long> some : FactReader.batches(submissions)) {
			jdbc.sql("select id, last_digits from submission where id in (:ids) and last_digits <> '[]'")
				.param("ids", some)
				.query((row) -> {
					all.digits.put(row.getLong(1), JSON.readValue(row.getString(2), LastDigit[].class));
				});
			jdbc.sql("select submission_id, period, id from series_break where submission_id in (:ids)")
				.param("ids", some)
				.query((row) -> {
					all.breaks.computeIfAbsent(row.getLong(1), (id) -> new HashMap<>())
						.put(row.getInt(2), row.getLong(3));
				});
		}
		return all;
	}

	/** The notes that part this year from those beside it, in any of these files. */
	Breaks breaks(Stream<Long> submissions, int period) {
		List<Map<Integer, Long>> found = submissions.map((id) -> this.breaks.getOrDefault(id, Map.of()))
			.filter((notes) -> !notes.isEmpty())
			.toList();
		return found.isEmpty() ? Breaks.NONE : new Breaks(first(found, period), first(found, period + 1));
	}

	private static @Nullable Long first(List<Map<Integer, Long>> found, int period) {
		return found.stream()
			.map((notes) -> notes.get(period))
			.filter(Objects::nonNull)
			.min(Long::compare)
			.orElse(null);
	}

	/**
	 * How far one cell of a field may be off. Of several columns the most precise counts,
	 * which grants the least.
	 */
	BigDecimal half(Optional<Long> submission, String field, Place place, String stage) {
		return submission.map(this.digits::get)
			.stream()
			.flatMap(Stream::of)
			.filter((digit) -> digit.isOf(field, place, stage))
			.map(LastDigit::exponent)
			.min(Integer::compare)
			.map(HALF::scaleByPowerOfTen)
			.orElse(BigDecimal.ZERO);
	}

}
