package org.dudao.batch;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what another process or thread does, as long as needed and no longer. */
final class Wait {

	private static final Duration PATIENCE = Duration.ofSeconds(90);

	private static final long GLANCE = Duration.ofMillis(10).toNanos();

	private Wait() {
	}

	/** Until it is so. */
	static void until(String what, BooleanSupplier isSo) {
		until(what, PATIENCE, Duration.ofNanos(GLANCE), isSo);
	}

	/** Until it is so, for what takes longer, or is dear to look at. */
	static void until(String what, Duration patience, Duration glance, BooleanSupplier isSo) {
		long deadline = System.nanoTime() + patience.toNanos();
		while (!isSo.getAsBoolean()) {
			if (System.nanoTime() > deadline) {
				throw new AssertionError("waited in vain: " + what);
			}
			LockSupport.parkNanos(glance.toNanos());
		}
	}

}
