package org.dudao.metric;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.dudao.catalog.Catalog;
import org.dudao.intake.Sensor;
import org.dudao.submission.Lineage;
import org.dudao.submission.SubmissionState;

import org.springframework.jdbc.core.simple.JdbcClient;

/** What came in and what became of it. */
final class SubmissionMeasures implements Measured {

	/** What stands for the feed of a file that is of none. */
	private static final String NO_FEED = "unrecognised";

	private static final String SENSOR = "sensor.";

	private final JdbcClient jdbc;

	private final Catalog catalog;

	SubmissionMeasures(JdbcClient jdbc, Catalog catalog) {
		this.jdbc = jdbc;
		this.catalog = catalog;
	}

	@Override
	public List<Series> measure(Instant now) {
		return List.of(rows(), sensors(), lastSuccess(), states());
	}

	/** A counter that appears with its first row would never be seen to grow by it. */
	private Series rows() {
		Series rows = Series.counter("dudao_rows", "Rows of files that were decided, by what became of them", "feed",
				"outcome");
		for (String outcome : List.of("accepted", "rejected", "ignored")) {
			this.catalog.feeds().forEach((feed) -> rows.add(0, feed.name(), outcome));
		}
		this.jdbc.sql("select name, outcome, sum(amount) from run_tally where kind = 'ROWS' group by name, outcome")
			.query((rs) -> {
				rows.add(rs.getDouble(3), feed(rs.getString(1)), rs.getString(2).toLowerCase(Locale.ROOT));
			});
		return rows;
	}

	private Series sensors() {
		Series fired = Series.counter("dudao_sensors_fired", "Files of which a sensor said something", "sensor");
		Arrays.stream(Sensor.values()).forEach((sensor) -> fired.add(0, sensor.id().substring(SENSOR.length())));
		this.jdbc.sql("select name, sum(amount) from run_tally where kind = 'SENSOR' group by name").query((rs) -> {
			fired.add(rs.getDouble(2), rs.getString(1).substring(SENSOR.length()));
		});
		return fired;
	}

	private Series lastSuccess() {
		Series last = Series.gauge("dudao_last_success_timestamp_seconds",
				"When the last run ended that brought a file of the feed into force", "feed");
		this.jdbc.sql("""
				select t.name, max(r.ended_at) from run_tally t join run r on r.id = t.run_id where t.kind = 'FILES'
				and t.outcome in ('PUBLISHED', 'SUPERSEDED', 'WITHDRAWN') and r.ended_at is not null
				group by t.name""").query((rs) -> {
			last.add(Seconds.of(rs.getObject(2, LocalDateTime.class).toInstant(ZoneOffset.UTC)), feed(rs.getString(1)));
		});
		return last;
	}

	/**
	 * What was corrected waits for nobody, and is not counted where the screen does not.
	 */
	private Series states() {
		Series files = Series.gauge("dudao_submissions",
				"Files by state; corrected are those held, rejected or failed in whose place a correction stands",
				"state");
		Arrays.stream(SubmissionState.values()).forEach((state) -> files.add(0, state.name().toLowerCase(Locale.ROOT)));
		files.add(0, "corrected");
		this.jdbc.sql("""
				select s.state, count(*), sum(case when s.state in ('HELD', 'REJECTED', 'FAILED') and exists
				(select 1 from submission child where child.parent_id = s.id and %s) then 1 else 0 end)
				from submission s group by s.state""".formatted(Lineage.STANDS)).query((rs) -> {
			files.add(rs.getDouble(2) - rs.getDouble(3), rs.getString(1).toLowerCase(Locale.ROOT));
			files.add(rs.getDouble(3), "corrected");
		});
		return files;
	}

	private static String feed(String name) {
		return name.isEmpty() ? NO_FEED : name;
	}

}
