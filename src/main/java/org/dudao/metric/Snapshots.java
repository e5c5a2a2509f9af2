package org.dudao.metric;

import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;

import org.dudao.catalog.CatalogInvalid;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Asks the database, all in one transaction, when somebody wants to know and what is
 * known is too old: not more often than every 15 seconds, and never more than a twentieth
 * of the time. When the database does not answer in time, it is said that it does not,
 * and nothing else of it. Safe for use by several threads.
 */
final class Snapshots implements AutoCloseable {

	private static final Logger LOGGER = LoggerFactory.getLogger(Snapshots.class);

	/** So many times as long as it took to ask, the answer is good for. */
	private static final int SPARING = 20;

	private static final int LONGEST_SECONDS = 60;

	private final List<Measured> measured;

	private final TransactionTemplate transaction;

	private final Clock clock;

	private final LongSupplier nanoTime;

	private final MetricSettings settings;

	private final ExecutorService asking = Executors.newSingleThreadExecutor((task) -> {
		Thread thread = new Thread(task, "metrics");
		thread.setDaemon(true);
		return thread;
	});

	private @Nullable CompletableFuture<Answer> asked;

	Snapshots(List<Measured> measured, PlatformTransactionManager transactions, Clock clock, LongSupplier nanoTime,
			MetricSettings settings) {
		this.measured = measured;
		this.transaction = new TransactionTemplate(transactions);
		this.transaction.setReadOnly(true);
		this.transaction.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
		this.transaction.setTimeout(LONGEST_SECONDS);
		this.clock = clock;
		this.nanoTime = nanoTime;
		this.settings = settings;
	}

	/** What is known now. */
	synchronized List<Series> current() {
		CompletableFuture<Answer> answer = this.asked;
		if (answer == null || isOld(answer)) {
			answer = CompletableFuture.supplyAsync(this::ask, this.asking);
			this.asked = answer;
		}
		try {
			return answer.get(this.settings.patience().toMillis(), TimeUnit.MILLISECONDS).series();
		}
		catch (TimeoutException late) {
			return about(false, this.settings.patience());
		}
		catch (InterruptedException stop) {
			Thread.currentThread().interrupt();
			return List.of();
		}
		catch (ExecutionException bug) {
			throw new IllegalStateException(bug.getCause());
		}
	}

	private boolean isOld(CompletableFuture<Answer> answer) {
		return answer.isDone() && answer.join().until() - this.nanoTime.getAsLong() < 0;
	}

	private Answer ask() {
		long began = this.nanoTime.getAsLong();
		List<Series> all = new ArrayList<>();
		boolean answered = true;
		try {
			this.transaction.executeWithoutResult(
					(status) -> this.measured.forEach((one) -> all.addAll(one.measure(this.clock.instant()))));
		}
		catch (DataAccessException | TransactionException | CatalogInvalid | UncheckedIOException fault) {
			LOGGER.warn("What is watched could not be read: {}", fault.getMessage());
			all.clear();
			answered = false;
		}
		long ended = this.nanoTime.getAsLong();
		all.addAll(about(answered, Duration.ofNanos(ended - began)));
		long fresh = this.settings.fresh().toNanos();
		return new Answer(all, ended + ((fresh > 0) ? Math.max(fresh, SPARING * (ended - began)) : -1));
	}

	private static List<Series> about(boolean answered, Duration took) {
		return List.of(
				Series.gauge("dudao_snapshot_success", "1 when the database answered what is watched")
					.add(answered ? 1 : 0),
				Series.gauge("dudao_snapshot_duration_seconds", "How long the database took to answer what is watched")
					.add(Seconds.of(took)));
	}

	@Override
	public void close() {
		this.asking.shutdownNow();
	}

	/**
	 * What the database said.
	 *
	 * @param until how long it is good for, by the clock of nanoseconds
	 */
	private record Answer(List<Series> series, long until) {
	}

}
