package org.dudao.metric;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.dudao.batch.WaitingFiles;
import org.dudao.schedule.Schedules;
import org.dudao.schedule.Schedules.Standing;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * When the nights are due. A schedule that no process has ever kept is left out: where
 * something else begins the nights, it says nothing.
 */
final class ScheduleMeasures implements Measured {

	/** Well below the time that a scrape has. */
	private static final Duration LOOK = Duration.ofSeconds(2);

	private final JdbcClient jdbc;

	private final ObjectProvider<Schedules> schedules;

	private final WaitingFiles waiting;

	private final InboxLooks looks;

	ScheduleMeasures(JdbcClient jdbc, ObjectProvider<Schedules> schedules, WaitingFiles waiting) {
		this.jdbc = jdbc;
		this.schedules = schedules;
		this.waiting = waiting;
		this.looks = new InboxLooks(waiting::look, LOOK);
	}

	@Override
	public List<Series> measure(Instant now) {
		Series last = Series.gauge("dudao_schedule_last_due_timestamp_seconds", "When the schedule was last due",
				"schedule");
		Series done = Series.gauge("dudao_schedule_last_done_timestamp_seconds",
				"The last moment due of which nothing is left to be done; 0 when there is none", "schedule");
		Series next = Series.gauge("dudao_schedule_next_due_timestamp_seconds", "When the schedule is due next",
				"schedule");
		Series files = Series.gauge("dudao_files_waiting", "Files that came into the inbox since a night looked",
				"schedule");
		Set<String> kept = new HashSet<>(
				this.jdbc.sql("select distinct schedule from schedule_run").query(String.class).list());
		if (!kept.isEmpty()) {
			for (Standing standing : this.schedules.getObject().standings()) {
				if (kept.contains(standing.schedule())) {
					add(last, standing, standing.lastDue());
					done.add(Seconds.of(done(standing)), standing.schedule());
					add(next, standing, standing.nextDue());
					this.looks.at(standing.inbox())
						.ifPresent((found) -> files.add(this.waiting.of(found), standing.schedule()));
				}
			}
		}
		return List.of(last, done, next, files);
	}

	private static void add(Series series, Standing standing, @Nullable Instant moment) {
		if (moment != null) {
			series.add(Seconds.of(moment), standing.schedule());
		}
	}

	/** What was due before a schedule was known is none of its business. */
	private static Instant done(Standing standing) {
		Instant due = standing.lastDue();
		if (standing.ended() && due != null) {
			return due;
		}
		return (standing.lastDone() != null) ? standing.lastDone() : Instant.EPOCH;
	}

}
