package org.dudao.catalog;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

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
			"0 30 1 * * *, Europe/Berlin, 2026-10-25T12:00:00Z, 2026-10-24T23:30:00Z, 2026-10-26T00:30:00Z",
			"0 30 2 * * *, Europe/Berlin, 2026-10-25T01:00:00Z, 2026-10-25T00:30:00Z, 2026-10-25T01:30:00Z" })
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

	/** There clocks are set back by half an hour, on 5 April 2026 at 2. */
	@Test
	void isDueOneAfterTheOtherWhereClocksAreSetBackByHalfAnHour() {
		Schedule hourly = schedule("0 15 * * * *", "Australia/Lord_Howe");
		List<String> dues = new ArrayList<>();
		Instant at = Instant.parse("2026-04-04T13:00:00Z");
		for (int hour = 0; hour < 4; hour++) {
			at = hourly.next(at).orElseThrow();
			dues.add(at.toString());
		}
		assertThat(dues).containsExactly("2026-04-04T13:15:00Z", "2026-04-04T14:15:00Z", "2026-04-04T15:45:00Z",
				"2026-04-04T16:45:00Z");
		assertThat(hourly.last(Instant.parse("2026-04-04T14:20:00Z"))).contains(Instant.parse("2026-04-04T14:15:00Z"));
	}

}
