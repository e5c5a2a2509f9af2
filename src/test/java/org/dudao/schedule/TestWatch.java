package org.dudao.schedule;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

import org.dudao.batch.Pipeline;
import org.dudao.catalog.Catalog;
import org.dudao.catalog.Schedule;
import org.dudao.report.RunSummary;
import org.dudao.schedule.Schedules.Standing;

import org.springframework.jdbc.core.simple.JdbcClient;

/** The watch of one process, which looks when a test says so. */
public final class TestWatch {

	private final Schedules schedules;

	private final NightWatch watch;

	private final Moments moments;

	/** A watch over those schedules, made of the parts of a program. */
	public TestWatch(Parts parts, Clock clock, Path inbox, Schedule... schedules) {
		ScheduleSettings settings = new ScheduleSettings(inbox, Duration.ofSeconds(10), Duration.ofMinutes(1),
				Duration.ofHours(2));
		this.moments = new Moments(parts.part(JdbcClient.class));
		this.schedules = new Schedules(List.of(schedules), this.moments, inbox, clock);
		this.watch = new NightWatch(parts.part(Catalog.class), this.schedules, this.moments, parts.part(Pipeline.class),
				parts.part(RunSummary.Maker.class), settings, clock);
	}

	/** The process starts. */
	public TestWatch start() {
		this.watch.introduce();
		return this;
	}

	/** It looks whether something is to be done, and does it. */
	public Duration look() {
		return this.watch.look();
	}

	/** How its only schedule stands. */
	public Standing standing() {
		return this.schedules.standings().get(0);
	}

	/** A process that was presumed dead says that it has done its night. */
	public void sayDone(long token) {
		Standing standing = standing();
		this.moments.done(standing.schedule(), java.util.Objects.requireNonNull(standing.lastDue()), token, 1,
				java.util.Objects.requireNonNull(standing.lastDue()));
	}

	/** The parts of a program. */
	public interface Parts {

		/** The part of that type. */
		<T> T part(Class<T> type);

	}

}
