package org.dudao.scorecard;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.dudao.catalog.Scorecard;
import org.dudao.database.AsOf;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where and when there is anything to mark a card by. */
final class Periods {

	private final JdbcClient jdbc;

	Periods(JdbcTemplate jdbc) {
		this.jdbc = JdbcClient.create(jdbc);
	}

	/** Codes of the regions with a verdict or value, by period. */
	Map<Integer, Set<String>> of(Scorecard card, @Nullable Instant asOf) {
		Map<Integer, Set<String>> regions = new TreeMap<>();
		read("verdict", "rule", card.rules(), asOf, regions);
		read("indicator_value", "indicator", card.indicators(), asOf, regions);
		return regions;
	}

	/** Codes of the regions with a verdict or value in that period. */
	List<String> regions(Scorecard card, int period, @Nullable Instant asOf) {
		return new ArrayList<>(of(card, asOf).getOrDefault(period, Set.of())).stream().sorted().toList();
	}

	private void read(String table, String column, Collection<String> names, @Nullable Instant asOf,
			Map<Integer, Set<String>> into) {
		if (names.isEmpty()) {
			return;
		}
		this.jdbc
			.sql("select distinct period, region from " + table + " t where " + column + " in (:names) and "
					+ new AsOf(asOf).live("t"))
			.param("names", names)
			.query((row) -> {
				into.computeIfAbsent(row.getInt("period"), (none) -> new HashSet<>()).add(row.getString("region"));
			});
	}

}
