package org.dudao.metric;

import java.time.Duration;
import java.time.Instant;

/** Times as Prometheus has them. */
final class Seconds {

	private static final double MILLIS = 1000;

	private Seconds() {
	}

	/** Since 1970. */
	static double of(Instant moment) {
		return moment.toEpochMilli() / MILLIS;
	}

	static double of(Duration length) {
		return length.toMillis() / MILLIS;
	}

}
