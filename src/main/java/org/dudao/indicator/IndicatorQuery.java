package org.dudao.indicator;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import org.dudao.database.AsOf;
import org.dudao.region.Regions;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lists values, as they are or as they were held to be at some moment. */
public final class IndicatorQuery {

	private final JdbcClient jdbc;

	private final Regions regions;

	/** Values in that database. */
	public IndicatorQuery(JdbcTemplate jdbc, Regions regions) {
		this.jdbc = JdbcClient.create(jdbc);
		this.regions = regions;
	}

	/**
	 * Which values; null asks for all.
	 *
	 * @param indicator the name of the indicator
	 * @param region the code of a region; those below it are meant too
	 * @param period the period
	 * @param asOf the moment; null means now
	 */
	public record Filter(@Nullable String indicator, @Nullable String region, @Nullable Integer period,
			@Nullable Instant asOf) {
	}

	/** The values that match, by region, period, indicator, stage and basis. */
	public List<Value> find(Filter filter) {
		List<String> conditions = new ArrayList<>();
		conditions.add(new AsOf(filter.asOf()).live("v"));
		conditions.add((filter.indicator() != null) ? "indicator = :indicator" : "1 = 1");
		conditions.add((filter.period() != null) ? "period = :period" : "1 = 1");
		String region = filter.region();
		if (region != null) {
			conditions.add("region in (:codes)");
		}
		JdbcClient.StatementSpec statement = this.jdbc.sql("select * from indicator_value v where "
				+ String.join(" and ", conditions) + " order by region, period, indicator, stage, basis");
		statement = (filter.indicator() != null) ? statement.param("indicator", filter.indicator()) : statement;
		statement = (filter.period() != null) ? statement.param("period", filter.period()) : statement;
		if (region == null) {
			return statement.query(ValueRows::value).list();
		}
		return statement.param("codes", Area.of(this.regions, region, periods(filter.period())).codes())
			.query(ValueRows::value)
			.list()
			.stream()
			.filter((value) -> this.regions.isWithin(value.key().region(), region, value.key().period()))
			.toList();
	}

	/**
	 * The values of exactly those regions in those periods, by region, period, indicator,
	 * stage and basis.
	 * @param asOf the moment; null means now
	 */
	public List<Value> of(Collection<String> regions, int from, int until, @Nullable Instant asOf) {
		return this.jdbc
			.sql("select * from indicator_value v where " + new AsOf(asOf).live("v")
					+ " and region in (:regions) and period between :from and :until"
					+ " order by region, period, indicator, stage, basis")
			.param("regions", regions)
			.param("from", from)
			.param("until", until)
			.query(ValueRows::value)
			.list();
	}

	private List<Integer> periods(@Nullable Integer period) {
		return (period != null) ? List.of(period)
				: this.jdbc.sql("select distinct period from indicator_value").query(Integer.class).list();
	}

}
