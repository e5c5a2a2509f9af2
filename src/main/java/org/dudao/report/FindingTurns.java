package org.dudao.report;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;

/** The turns that findings took since a mark, as when one run began. */
public final class FindingTurns {

	private final JdbcClient jdbc;

	/** The turns in that database. */
	public FindingTurns(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The mark of now; only turns to come are after it. */
	public long mark() {
		return this.jdbc.sql("select coalesce(max(id), 0) from finding_event").query(Long.class).single();
	}

	/** The turns after a mark, by region, period and rule. */
	public List<Turn> since(long mark) {
		return this.jdbc.sql("""
				select e.event, e.because, f.id, f.rule, f.region, f.period, f.stage, f.basis
				from finding_event e join finding f on f.id = e.finding_id where e.id > ?
				order by f.region, f.period, f.rule, f.stage, f.basis, e.id""")
			.param(mark)
			.query((rs, row) -> new Turn(rs.getString(1), rs.getString(2), rs.getLong(3), rs.getString(4),
					rs.getString(5), rs.getInt(6), rs.getString(7), rs.getString(8)))
			.list();
	}

	/**
	 * One turn of a finding.
	 *
	 * @param event what happened, such as OPENED, REOPENED or CLOSED
	 * @param because why, such as HOLDS or NO_VERDICT, or null
	 * @param finding its number
	 * @param rule the rule
	 * @param region the region's code
	 * @param period the period
	 * @param stage the stage, empty for none
	 * @param basis the basis, empty for none
	 */
	public record Turn(String event, @Nullable String because, long finding, String rule, String region, int period,
			String stage, String basis) {
	}

}
