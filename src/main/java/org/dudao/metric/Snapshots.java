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
 * of the time. A question that failed is asked again after the 15 seconds, however long
 * it took: what waited for a connection in vain was no burden, and that the database is
 * back should be seen at once. While it does not answer in time, or fails, what it said
 * last is said for five minutes more, so that no alert ends because of it; then nothing
 * is. Safe for use by several threads.
 */
final class Snapshots implements AutoCloseable {

	private static final Logger LOGGER = LoggerFactory.getLogger(Snapshots.class);

	/** So many times as long as it took to ask, what was answered is good for. */
	private static final int SPARING = 20;

	private static final int LONGEST_SECONDS = 60;

	private static final Duration KEPT = Duration.ofMinutes(5);

	private final List<Measured> measured;

	private final TransactionTemplate transaction;

	private final Clock clock;

	private final LongSupplier nanoTime;

	private final MetricSettings settings;

	private final ExecutorService thread = Executors.newSingleThreadExecutor((task) -> {
		Thread thread = new Thread(task, "metrics");
		thread.setDaemon(true);
		return thread;
	});

	private @Nullable CompletableFuture<Answer> asked;

	private long askedAt;

	private @Nullable Answer known;

	private long lastTook;

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
		CompletableFuture<Answer> asking = this.asked;
		if (asking == null || isOld(asking)) {
			this.askedAt = this.nanoTime.getAsLong();
			asking = CompletableFuture.supplyAsync(this::ask, this.thread);
			this.asked = asking;
		}
		Answer answer = await(asking);
		if (answer != null) {
			this.lastTook = answer.took();
			this.known = answer.success() ? answer : this.known;
		}
		Answer last = this.known;
		boolean kept = last != null && this.nanoTime.getAsLong() - last.at() < KEPT.toNanos();
		boolean success = (answer != null) ? answer.success() : kept;
		// A question that has just begun says nothing yet: a slow database stays slow.
		long took = (answer != null) ? answer.took()
				: Math.max(this.lastTook, this.nanoTime.getAsLong() - this.askedAt);
		List<Series> all = new ArrayList<>(kept ? last.series() : List.of());
		all.add(Series.gauge("dudao_snapshot_success", "1 when the database answered what is watched")
			.add(success ? 1 : 0));
		all.add(Series.gauge("dudao_snapshot_duration_seconds", "How long the database took to answer what is watched")
			.add(Seconds.of(Duration.ofNanos(took))));
		return all;
	}

	private boolean isOld(CompletableFuture<Answer> answer) {
		return answer.isDone() && answer.join().until() - this.nanoTime.getAsLong() < 0;
	}

	/** The answer, or null when it is not there in time. */
	private @Nullable Answer await(CompletableFuture<Answer> asking) {
		try {
			return asking.get(this.settings.patience().toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (TimeoutException late) {
			return null;
		}
		catch (InterruptedException stop) {
			Thread.currentThread().interrupt();
			return null;
		}
		catch (ExecutionException bug) {
			throw new IllegalStateException(bug.getCause());
		}
	}

	private Answer ask() {
		long began = this.nanoTime.getAsLong();
		List<Series> all = new ArrayList<>();
		boolean success = true;
		try {
			this.transaction.executeWithoutResult(
					(status) -> this.measured.forEach((one) -> all.addAll(one.measure(this.clock.instant()))));
		}
		catch (DataAccessException | TransactionException | CatalogInvalid | UncheckedIOException fault) {
			LOGGER.warn("What is watched could not be read: {}", fault.getMessage());
			success = false;
		}
		catch (RuntimeException bug) {
			// Were it thrown, every later question would get it for an answer.
			LOGGER.error("What is watched could not be read", bug);
			success = false;
		}
		long ended = this.nanoTime.getAsLong();
		return new Answer(all, success, ended, ended - began, ended + goodFor(success, ended - began));
	}

	private long goodFor(boolean success, long took) {
		long fresh = this.settings.fresh().toNanos();
		if (fresh <= 0) {
			return -1;
		}
		return success ? Math.max(fresh, SPARING * took) : fresh;
	}

	@Override
	public void close() {
		this.thread.shutdownNow();
	}

	/**
	 * What the database said.
	 *
	 * @param success whether it did; then {@code series} is all of it
	 * @param at when, by the clock of nanoseconds
	 * @param took for how many nanoseconds
	 * @param until how long it is good for, by the same clock
	 */
	private record Answer(List<Series> series, boolean success, long at, long took, long until) {
	}

}
