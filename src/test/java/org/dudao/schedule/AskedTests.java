package org.dudao.schedule;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/** How long is waited, and how many threads can hang. */
class AskedTests {

	private static final Duration LONG = Duration.ofMinutes(1);

	private final CountDownLatch hanging = new CountDownLatch(1);

	private final AtomicInteger times = new AtomicInteger();

	private int hang() {
		int time = this.times.incrementAndGet();
		try {
			this.hanging.await();
		}
		catch (InterruptedException stop) {
			Thread.currentThread().interrupt();
		}
		return time;
	}

	@Test
	void whatHangsIsNotWaitedForAndNotAskedTwice() {
		Asked<Integer> asked = new Asked<>(this::hang);
		assertThat(asked.within(Duration.ofMillis(20))).isEmpty();
		assertThat(asked.within(Duration.ofMillis(20))).isEmpty();
		this.hanging.countDown();
		assertThat(asked.within(LONG)).as("the answer to the first").hasValue(1);
		assertThat(asked.within(LONG)).hasValue(2);
	}

	@Test
	void whatIsThrownIsThrownAndAskedAnew() {
		Asked<Integer> asked = new Asked<>(() -> {
			if (this.times.incrementAndGet() == 1) {
				throw new IllegalStateException("broken");
			}
			return this.times.get();
		});
		assertThatIllegalStateException().isThrownBy(() -> asked.within(LONG)).withMessage("broken");
		assertThat(asked.within(LONG)).hasValue(2);
	}

}
