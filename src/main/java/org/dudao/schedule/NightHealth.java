package org.dudao.schedule;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

import org.dudao.schedule.Schedules.Standing;
import org.dudao.submission.Runs;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.dao.DataAccessException;

/**
 * Whether the nights were run: not well when one that was due is not done after the time
 * it may take, however often others were due since. It tells the age of the last good
 * night too, whoever made it.
 */
final class NightHealth implements HealthIndicator {

	private final Schedules schedules;

	private final Runs runs;

	private final Duration late;

	private final Clock clock;

	NightHealth(Schedules schedules, Runs runs, Duration late, Clock clock) {
		this.schedules = schedules;
		this.runs = runs;
		this.late = late;
		this.clock = clock;
	}

	@Override
	public Health health() {
		Instant now = this.clock.instant();
		Health.Builder health = Health.up();
		try {
			this.runs.lastGoodNight()
				.ifPresent((end) -> health.withDetail("lastGoodNight", end.toString())
					.withDetail("ageSeconds", Duration.between(end, now).toSeconds()));
			for (Standing standing : this.schedules.standings()) {
				health.withDetail(standing.schedule(), details(standing));
				Instant undone = standing.undoneSince();
				if (undone != null && undone.plus(this.late).isBefore(now)) {
					health.down();
				}
			}
		}
		catch (DataAccessException unreachable) {
			health.down().withDetail("error", "the database cannot be asked");
		}
		return health.build();
	}

	private static Map<String, Object> details(Standing standing) {
		Map<String, Object> details = new LinkedHashMap<>();
		// Of a moment that was before the schedule was known nothing is to be said.
		if (standing.attempts() > 0 || !standing.ended()) {
			put(details, "lastDue", standing.lastDue());
			details.put("done", standing.ended());
		}
		details.put("attempts", standing.attempts());
		put(details, "fault", standing.fault());
		put(details, "retryAt", standing.retryAt());
		put(details, "nextDue", standing.nextDue());
		return details;
	}

	private static void put(Map<String, Object> details, String name, @Nullable Object value) {
		if (value != null) {
			details.put(name, value.toString());
		}
	}

}
