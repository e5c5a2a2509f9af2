package org.dudao.schedule;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * How long health waits for the database. Who asks gives up long before the pool does,
 * and would then learn nothing at all.
 */
final class Patience {

	private static final Duration LONGEST = Duration.ofSeconds(3);

	private static final Executor THREADS = (question) -> {
		Thread thread = new Thread(question, "health");
		thread.setDaemon(true);
		thread.start();
	};

	private Patience() {
	}

	/** The same, but not well when it cannot be answered, or not in time. */
	static HealthIndicator with(HealthIndicator asked) {
		return () -> {
			try {
				return CompletableFuture.supplyAsync(asked::health, THREADS)
					.get(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
			}
			catch (ExecutionException | TimeoutException silent) {
				return Health.down().withDetail("error", "the database does not answer").build();
			}
			catch (InterruptedException stop) {
				Thread.currentThread().interrupt();
				return Health.unknown().build();
			}
		};
	}

}
