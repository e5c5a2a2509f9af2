package org.dudao.catalog;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.scheduling.support.CronExpression;

/**
 * When a night is due. On a day when clocks are set forward, a time that is left out is
 * not due at all; when they are set back, one that comes twice is due twice.
 *
 * @param name what it is called in the log and in the metrics
 * @param cron the times, in Spring's form: second, minute, hour, day, month, day of week
 * @param zone where the clock hangs that these times are read from
 * @param inbox the folder of its files; null for that of the command
 */
public record Schedule(String name, CronExpression cron, ZoneId zone, @Nullable String inbox) {

	/** Nobody waits longer: the 29th of February comes after at most eight. */
	private static final long MOST_YEARS = 9;

	private static final long FIRST_LOOK_SECONDS = 60;

	/** When it is due next after that moment; empty when never again. */
	public Optional<Instant> next(Instant after) {
		return Optional.ofNullable(following(after.atZone(this.zone))).map(ZonedDateTime::toInstant);
	}

	/** When it was last due at that moment or before; empty when not for many years. */
	public Optional<Instant> last(Instant until) {
		ZonedDateTime end = until.atZone(this.zone);
		ZonedDateTime earliest = end.minusYears(MOST_YEARS);
		// A cron expression only looks forward.
		for (long back = FIRST_LOOK_SECONDS;; back *= 2) {
			ZonedDateTime from = end.minusSeconds(back);
			ZonedDateTime last = null;
			for (ZonedDateTime due = following(from); due != null && !due.isAfter(end); due = following(due)) {
				last = due;
			}
			if (last != null || from.isBefore(earliest)) {
				return Optional.ofNullable(last).map(ZonedDateTime::toInstant);
			}
		}
	}

	/**
	 * Spring's own answer may be no later than what it was asked, where clocks are set
	 * back by half an hour.
	 */
	private @Nullable ZonedDateTime following(ZonedDateTime from) {
		ZonedDateTime asked = from;
		ZonedDateTime due = this.cron.next(asked);
		while (due != null && !due.isAfter(from)) {
			asked = asked.plusSeconds(1);
			due = this.cron.next(asked);
		}
		return due;
	}

}
