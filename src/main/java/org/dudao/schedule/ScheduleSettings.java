package org.dudao.schedule;

import java.nio.file.Path;
import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the schedules are kept.
 *
 * @param inbox the inbox of the schedules that name none
 * @param look how often a process looks whether something is to be done
 * @param retry how long a night that failed is left alone; each time twice as long as
 * before
 * @param late how long after its moment a night may still be going on before the process
 * reports that it is not well
 */
@ConfigurationProperties("dudao.schedule")
record ScheduleSettings(@DefaultValue("inbox") Path inbox, @DefaultValue("10s") Duration look,
		@DefaultValue("1m") Duration retry, @DefaultValue("2h") Duration late) {

	private static final int MOST_DOUBLINGS = 10;

	/** How long to wait after so many attempts, at least one. */
	Duration pause(int attempts) {
		return this.retry.multipliedBy(1L << Math.min(attempts - 1, MOST_DOUBLINGS));
	}

}
