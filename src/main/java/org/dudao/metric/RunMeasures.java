package org.dudao.metric;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;

import org.dudao.submission.Runs.Outcome;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How the runs go. What they do is called {@code batch_job}: Prometheus and the
 * Pushgateway put a {@code job} of their own in its place.
 */
final class RunMeasures implements Measured {

	private static final List<String> JOBS = List.of("nightly", "import", "withdraw");

	/**
	 * A file that our side could not read spoils the night until it is read after all.
	 */
	private static final String FAILED_FILES = """
			select 1 from run_tally t where t.run_id = r.id and t.kind = 'FILES' and t.outcome = 'FAILED'""";

	private final JdbcClient jdbc;

	RunMeasures(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public List<Series> measure(Instant now) {
		return List.of(runs(), runDuration(), stepDuration(), lastGoodNight(), lastNightFailed(), lease(), takeovers());
	}

	private Series runs() {
		Series runs = Series.counter("dudao_runs", "Runs that ended, by how", "batch_job", "outcome");
		for (String job : JOBS) {
			for (Outcome outcome : Outcome.values()) {
				runs.add(0, job, outcome.name().toLowerCase(Locale.ROOT));
			}
		}
		this.jdbc.sql("select job, outcome, count(*) from run where outcome is not null group by job, outcome")
			.query((rs) -> {
				runs.add(rs.getDouble(3), rs.getString(1), rs.getString(2).toLowerCase(Locale.ROOT));
			});
		return runs;
	}

	private Series runDuration() {
		Series duration = Series.gauge("dudao_run_duration_seconds", "How long the last run took that ended",
				"batch_job");
		this.jdbc.sql("""
				select job, started_at, ended_at from run where id in
				(select max(id) from run where ended_at is not null group by job)""").query((rs) -> {
			duration.add(length(rs, 2, 3), rs.getString(1));
		});
		return duration;
	}

	/** The steps of single files are left out: each of them has a name of its own. */
	private Series stepDuration() {
		Series duration = Series.gauge("dudao_step_duration_seconds", "How long the steps of the last run took",
				"batch_job", "step");
		this.jdbc.sql("""
				select i.JOB_NAME, s.STEP_NAME, s.START_TIME, s.END_TIME from BATCH_STEP_EXECUTION s
				join BATCH_JOB_EXECUTION e on e.JOB_EXECUTION_ID = s.JOB_EXECUTION_ID
				join BATCH_JOB_INSTANCE i on i.JOB_INSTANCE_ID = e.JOB_INSTANCE_ID
				where s.START_TIME is not null and s.END_TIME is not null and s.STEP_NAME not like '%:%'
				and e.JOB_EXECUTION_ID in (select max(le.JOB_EXECUTION_ID) from BATCH_JOB_EXECUTION le
				join BATCH_JOB_INSTANCE li on li.JOB_INSTANCE_ID = le.JOB_INSTANCE_ID
				where le.END_TIME is not null group by li.JOB_NAME)""").query((rs) -> {
			duration.add(length(rs, 3, 4), rs.getString(1), rs.getString(2));
		});
		return duration;
	}

	private Series lastGoodNight() {
		Series night = Series.gauge("dudao_last_good_night_timestamp_seconds",
				"When the last night ended that came to its end and could read all its files");
		this.jdbc
			.sql("select max(r.ended_at) from run r where r.job = 'nightly' and r.outcome = 'DONE' and not exists ("
					+ FAILED_FILES + ")")
			.query((rs) -> {
				LocalDateTime ended = rs.getObject(1, LocalDateTime.class);
				if (ended != null) {
					night.add(Seconds.of(ended.toInstant(ZoneOffset.UTC)));
				}
			});
		return night;
	}

	private Series lastNightFailed() {
		Integer failed = this.jdbc
			.sql("""
					select count(*) from run r where r.id = (select max(id) from run where job = 'nightly')
					and (r.outcome in ('FAILED', 'ABANDONED')
					or r.outcome = 'DONE' and exists (select 1 from submission s where s.run_id = r.id and s.state = 'FAILED')
					or r.outcome is null and not exists (select 1 from lease where name = 'run' and holder is not null
					and expires_at > current_timestamp(6)))""")
			.query(Integer.class)
			.single();
		// One that fails before it is a run leaves nothing but what its schedule says.
		Integer faults = this.jdbc.sql("""
				select count(*) from schedule_run s where s.fault is not null and s.ended_at is null
				and s.due_at = (select max(m.due_at) from schedule_run m where m.schedule = s.schedule)""")
			.query(Integer.class)
			.single();
		return nightFailed(failed > 0 || faults > 0);
	}

	/** Whether the last night failed, as whoever knows it says. */
	static Series nightFailed(boolean failed) {
		return Series
			.gauge("dudao_last_night_failed",
					"1 when the last night did not come to its end, or files of it wait for our side")
			.add(failed ? 1 : 0);
	}

	private Series lease() {
		Integer held = this.jdbc.sql("""
				select count(*) from lease where name = 'run' and holder is not null
				and expires_at > current_timestamp(6)""").query(Integer.class).single();
		return Series.gauge("dudao_lease_held", "1 while some instance has the lease, as a run does").add(held);
	}

	private Series takeovers() {
		Long takeovers = this.jdbc.sql("select takeovers from lease where name = 'run'").query(Long.class).single();
		return Series
			.counter("dudao_lease_takeovers", "How often the lease was taken from one that had not given it back")
			.add(takeovers);
	}

	private static double length(ResultSet rs, int from, int to) throws SQLException {
		return Seconds
			.of(Duration.between(rs.getObject(from, LocalDateTime.class), rs.getObject(to, LocalDateTime.class)));
	}

}
