package org.dudao.schedule;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * A question that may hang for ever, such as one to a network folder: it is asked on a
 * thread of its own, and not a second time before the first has been answered, or each
 * time one thread more would hang. Safe for use by several threads.
 *
 * @param <T> what is answered
 */
public final class Asked<T> {

	private static final Executor THREADS = (question) -> {
		Thread thread = new Thread(question, "asked");
		thread.setDaemon(true);
		thread.start();
	};

	private final Supplier<T> question;

	private @Nullable CompletableFuture<T> going;

	/** Asks nothing yet. */
	public Asked(Supplier<T> question) {
		this.question = question;
	}

	/** Asks, if what was asked before has been answered and the answer taken. */
	synchronized CompletableFuture<T> begin() {
		CompletableFuture<T> asking = this.going;
		if (asking == null) {
			asking = CompletableFuture.supplyAsync(this.question, THREADS);
			this.going = asking;
		}
		return asking;
	}

	/**
	 * Asks, and waits for the answer; one that came too late the last time is taken now.
	 * What the question throws, it throws.
	 * @return empty when there is no answer within that time
	 */
	public Optional<T> within(Duration limit) {
		CompletableFuture<T> asking = begin();
		try {
			T answer = asking.get(Math.max(0, limit.toNanos()), TimeUnit.NANOSECONDS);
			taken(asking);
			return Optional.of(answer);
		}
		catch (TimeoutException late) {
			return Optional.empty();
		}
		catch (InterruptedException stop) {
			Thread.currentThread().interrupt();
			return Optional.empty();
		}
		catch (ExecutionException fault) {
			taken(asking);
			throw (fault.getCause() instanceof RuntimeException cause) ? cause
					: new CompletionException(fault.getCause());
		}
	}

	private synchronized void taken(CompletableFuture<T> answered) {
		if (this.going == answered) {
			this.going = null;
		}
	}

}
