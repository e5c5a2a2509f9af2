package org.dudao.indicator;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.dudao.catalog.Parameter;
import org.dudao.catalog.Threshold;
import org.jspecify.annotations.Nullable;

/**
 * Parameters in SQL for the facts of many places at once: a number where it is the same
 * for all of them, else a CASE with no more conditions than tell these places apart. What
 * it says of other places is of no account.
 */
final class ParameterSql {

	/** No value, of a type that can be reckoned with. */
	static final String NOTHING = "cast(null as decimal(38, 10))";

	private final Parameters parameters;

	private final String region;

	private final String period;

	private final @Nullable String stage;

	private final Map<Integer, Set<String>> places = new TreeMap<>();

	/**
	 * Parameters for facts with these columns.
	 * @param stage the column of the stage, null when the facts have none
	 */
	ParameterSql(Parameters parameters, String region, String period, @Nullable String stage,
			Collection<Place> places) {
		this.parameters = parameters;
		this.region = region;
		this.period = period;
		this.stage = stage;
		places.forEach(
				(place) -> this.places.computeIfAbsent(place.period(), (none) -> new TreeSet<>()).add(place.region()));
	}

	/** What gives the parameter's value for a fact, NULL where it has none. */
	String of(Parameter parameter) {
		Map<String, Map<Integer, Set<String>>> classes = classes(parameter);
		List<String> results = new ArrayList<>(classes.keySet());
		results.sort(Comparator.comparing((result) -> -size(classes.get(result))));
		if (results.size() == 1) {
			return results.get(0);
		}
		String last = results.remove(0);
		return results.stream()
			.map((result) -> " when " + condition(classes.get(result)) + " then " + result)
			.collect(Collectors.joining("", "(case", " else " + last + " end)"));
	}

	/** The places by what the parameter comes to there, period by period. */
	private Map<String, Map<Integer, Set<String>>> classes(Parameter parameter) {
		Map<List<Threshold>, String> known = new HashMap<>();
		Map<String, Map<Integer, Set<String>>> classes = new LinkedHashMap<>();
		this.places.forEach((period, regions) -> regions.forEach((code) -> {
			Set<String> areas = this.parameters.areas(new Place(code, period));
			List<Threshold> fitting = parameter.values()
				.stream()
				.filter((value) -> Parameters.isIn(value, period, areas::contains))
				.toList();
			classes.computeIfAbsent(known.computeIfAbsent(fitting, this::byStage), (none) -> new TreeMap<>())
				.computeIfAbsent(period, (none) -> new TreeSet<>())
				.add(code);
		}));
		return classes.isEmpty() ? Map.of(NOTHING, Map.of()) : classes;
	}

	/** Values that differ by nothing but the stage. */
	private String byStage(List<Threshold> values) {
		String otherwise = literal(value(values, ""));
		if (this.stage == null) {
			return otherwise;
		}
		Set<String> stages = new LinkedHashSet<>();
		values.forEach((value) -> stages.addAll(value.stages()));
		String whens = stages.stream()
			.filter((name) -> !literal(value(values, name)).equals(otherwise))
			.map((name) -> " when " + text(name) + " then " + literal(value(values, name)))
			.collect(Collectors.joining());
		return whens.isEmpty() ? otherwise : "(case " + this.stage + whens + " else " + otherwise + " end)";
	}

	private static @Nullable BigDecimal value(List<Threshold> values, String stage) {
		BigDecimal last = null;
		for (Threshold value : values) {
			last = Parameters.isFor(value, stage) ? value.value() : last;
		}
		return last;
	}

	/** What tells these places from the others: regions, or periods, or both. */
	private String condition(Map<Integer, Set<String>> those) {
		Set<String> regions = new TreeSet<>();
		those.values().forEach(regions::addAll);
		boolean byRegion = this.places.entrySet().stream().allMatch((entry) -> {
			Set<String> wanted = new HashSet<>(entry.getValue());
			wanted.retainAll(regions);
			return wanted.equals(those.getOrDefault(entry.getKey(), Set.of()));
		});
		if (byRegion) {
			return in(this.region, regions);
		}
		Set<String> whole = new TreeSet<>();
		List<String> conditions = new ArrayList<>();
		those.forEach((year, codes) -> {
			if (codes.equals(this.places.get(year))) {
				whole.add(String.valueOf(year));
			}
			else {
				conditions.add("(" + this.period + " = " + year + " and " + in(this.region, codes) + ")");
			}
		});
		if (!whole.isEmpty()) {
			conditions.add(0, this.period + " in (" + String.join(", ", whole) + ")");
		}
		return "(" + String.join(" or ", conditions) + ")";
	}

	private static String in(String column, Set<String> codes) {
		return column + codes.stream().map(ParameterSql::text).collect(Collectors.joining(", ", " in (", ")"));
	}

	private static int size(@Nullable Map<Integer, Set<String>> places) {
		return (places != null) ? places.values().stream().mapToInt(Set::size).sum() : 0;
	}

	private static String literal(@Nullable BigDecimal value) {
		return (value != null) ? value.toPlainString() : NOTHING;
	}

	private static String text(String text) {
		return "'" + text.replace("'", "''") + "'";
	}

}
