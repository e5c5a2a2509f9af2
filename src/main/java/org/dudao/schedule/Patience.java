package org.dudao.schedule;

import java.time.Duration;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * How long health waits for the database. Who asks gives up long before the pool does,
 * and would then learn nothing at all.
 */
final class Patience {

	/** Less than the ten seconds that Kubernetes is told to wait. */
	static final Duration LONGEST = Duration.ofSeconds(3);

	private Patience() {
	}

	/** The same, but not well when it cannot be answered, or not in time. */
	static HealthIndicator with(HealthIndicator indicator) {
		Asked<Health> asked = new Asked<>(indicator::health);
		return () -> {
			try {
				return asked.within(LONGEST).orElseGet(Patience::silent);
			}
			catch (RuntimeException fault) {
				return silent();
			}
		};
	}

	private static Health silent() {
		return Health.down().withDetail("error", "the database does not answer").build();
	}

}
