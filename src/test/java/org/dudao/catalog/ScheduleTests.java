package org.dudao.catalog;

import java.time.Instant;
import java.time.ZoneId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.scheduling.support.CronExpression;

import static org.assertj.core.api.Assertions.assertThat;

class ScheduleTests {

	private static Schedule schedule(String cron, String zone) {
		return new Schedule("night", CronExpression.parse(cron), ZoneId.of(zone), null);
	}

	/**
	 * China has no summer time; in 2026 Berlin's clocks go 2 to 3 on 29 March and 3 to 2
	 * on 25 October.
	 */
	@ParameterizedTest
	@CsvSource({ "0 30 1 * * *, Asia/Shanghai, 2026-11-21T17:29:59Z, 2026-11-20T17:30:00Z, 2026-11-21T17:30:00Z",
			"0 30 1 * * *, Asia/Shanghai, 2026-11-21T17:30:00Z, 2026-11-21T17:30:00Z, 2026-11-22T17:30:00Z",
			"*/20 * * * * *, UTC, 2026-11-21T10:00:19Z, 2026-11-21T10:00:00Z, 2026-11-21T10:00:20Z",
			"0 0 2 1 * *, Asia/Shanghai, 2026-03-15T00:00:00Z, 2026-02-28T18:00:00Z, 2026-03-31T18:00:00Z",
			"0 0 0 29 2 *, UTC, 2026-01-01T00:00:00Z, 2024-02-29T00:00:00Z, 2028-02-29T00:00:00Z",
			"0 30 2 * * *, Europe/Berlin, 2026-03-28T12:00:00Z, 2026-03-28T01:30:00Z, 2026-03-30T00:30:00Z",
			"0 30 1 * * *, Europe/Berlin, 2026-10-25T12:00:00Z, 2026-10-24T23:30:00Z, 2026-10-26T00:30:00Z" })
	void isDueByTheClockOfItsZone(String cron, String zone, Instant now, Instant last, Instant next) {
		assertThat(schedule(cron, zone).last(now)).contains(last);
		assertThat(schedule(cron, zone).next(now)).contains(next);
	}

	@Test
	void dayThatNeverComesIsNeverDue() {
		Schedule never = schedule("0 0 0 31 2 *", "UTC");
		assertThat(never.last(Instant.parse("2026-11-21T00:00:00Z"))).isEmpty();
		assertThat(never.next(Instant.parse("2026-11-21T00:00:00Z"))).isEmpty();
	}

}
