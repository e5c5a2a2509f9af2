package org.dudao.indicator;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
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

	private final Map<Long, Map<String, List<LastDigit>>> digits = new HashMap<>();

	private final Map<Long, Map<Integer, Long>> breaks = new HashMap<>();

	/** As the file's reader wrote it. */
	private record LastDigit(String field, int period, String stage, int exponent) {

		private boolean isOf(Place place, String inStage) {
			return (this.period == 0 || this.period == place.period())
					&& (this.stage.isEmpty() || this.stage.equals(inStage));
		}

	}

	static Declarations of(JdbcClient jdbc, Collection<Long> submissions) {
		Declarations all = new Declarations();
		for (List<Long> some : FactReader.batches(submissions)) {
			jdbc.sql("select id, last_digits from submission where id in (:ids) and last_digits <> '[]'")
				.param("ids", some)
				.query((row) -> {
					all.digits.put(row.getLong(1), Stream.of(JSON.readValue(row.getString(2), LastDigit[].class))
						.collect(Collectors.groupingBy(LastDigit::field)));
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
	private BigDecimal half(Map<String, List<LastDigit>> fields, String field, Place place, String stage) {
		return fields.getOrDefault(field, List.of())
			.stream()
			.filter((digit) -> digit.isOf(place, stage))
			.map(LastDigit::exponent)
			.min(Integer::compare)
			.map(HALF::scaleByPowerOfTen)
			.orElse(BigDecimal.ZERO);
	}

	/**
	 * How far a sum over some rows may be off: each cell by half of its last digit.
	 * @param addends what each row adds, with its factor
	 * @param term the index of the sum in each group
	 */
	BigDecimal half(Optional<Long> submission, Map<String, BigDecimal> addends, int term, List<Facts.Group> groups,
			Place place) {
		Map<String, List<LastDigit>> fields = submission.map(this.digits::get).orElse(Map.of());
		BigDecimal sum = BigDecimal.ZERO;
		if (fields.isEmpty()) {
			return sum;
		}
		for (Facts.Group group : groups) {
			BigDecimal rows = BigDecimal.valueOf(group.sums().get(term).given());
			for (Map.Entry<String, BigDecimal> addend : addends.entrySet()) {
				BigDecimal half = half(fields, addend.getKey(), place, group.stage());
				sum = sum.add(half.multiply(addend.getValue().abs()).multiply(rows));
			}
		}
		return sum;
	}

}
