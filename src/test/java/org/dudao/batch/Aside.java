package org.dudao.batch;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/** Something that goes on beside the test. */
final class Aside<T> {

	private final CompletableFuture<T> outcome;

	private Aside(CompletableFuture<T> outcome) {
		this.outcome = outcome;
	}

	static <T> Aside<T> run(Supplier<T> work) {
		return new Aside<>(CompletableFuture.supplyAsync(work, (task) -> new Thread(task, "aside").start()));
	}

	/** What it came to, when it has come to its end. */
	T outcome() {
		return this.outcome.orTimeout(2, TimeUnit.MINUTES).join();
	}

	/** What it failed with, or null. */
	@Nullable Throwable failure() {
		try {
			outcome();
			return null;
		}
		catch (CompletionException fault) {
			return fault.getCause();
		}
	}

}
