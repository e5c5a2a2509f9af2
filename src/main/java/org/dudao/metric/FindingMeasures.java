package org.dudao.metric;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

import org.dudao.catalog.Catalog;
import org.dudao.catalog.Rule;

import org.springframework.jdbc.core.simple.JdbcClient;

/** What is found, and what was said of it and will soon count no longer. */
final class FindingMeasures implements Measured {

	private static final int SOON_DAYS = 30;

	private final JdbcClient jdbc;

	private final Catalog catalog;

	private final Clock clock;

	FindingMeasures(JdbcClient jdbc, Catalog catalog, Clock clock) {
		this.jdbc = jdbc;
		this.catalog = catalog;
		this.clock = clock;
	}

	@Override
	public List<Series> measure(Instant now) {
		return List.of(open(), lapsing(LocalDate.ofInstant(now, this.clock.getZone())));
	}

	private Series open() {
		Series open = Series.gauge("dudao_open_findings", "Findings that are open", "rule", "severity");
		this.catalog.rules().forEach((rule) -> {
			none(rule, open);
			rule.restated().ifPresent((restated) -> none(restated, open));
		});
		this.jdbc.sql("select rule, severity, count(*) from finding where state = 'OPEN' group by rule, severity")
			.query((rs) -> {
				open.add(rs.getDouble(3), rs.getString(1), rs.getString(2).toLowerCase(Locale.ROOT));
			});
		return open;
	}

	private static void none(Rule rule, Series open) {
		open.add(0, rule.name(), rule.severity().name().toLowerCase(Locale.ROOT));
	}

	private Series lapsing(LocalDate today) {
		Integer lapsing = this.jdbc.sql("""
				select count(*) from finding f join finding_statement s on s.id = f.statement_id
				where s.state = 'EXPLAINED' and s.ended_at is null and s.until_date <= ?""")
			.param(today.plusDays(SOON_DAYS))
			.query(Integer.class)
			.single();
		return Series.gauge("dudao_waivers_lapsing", "Waivers that count no longer in " + SOON_DAYS + " days")
			.add(lapsing);
	}

}
