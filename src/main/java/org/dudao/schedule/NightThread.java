package org.dudao.schedule;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.LivenessState;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;

/**
 * The thread of the watch, from the start of the process to its end. Whatever fails is
 * logged and tried again; if the thread itself dies, the process says that it is broken,
 * so that whoever watches it starts it anew.
 */
final class NightThread implements SmartLifecycle {

	private static final Logger LOGGER = LoggerFactory.getLogger(NightThread.class);

	private static final int MOST_DOUBLINGS = 3;

	private final NightWatch watch;

	private final Duration pause;

	private final ApplicationEventPublisher events;

	private volatile CountDownLatch stopped = new CountDownLatch(0);

	private volatile Thread thread = new Thread();

	NightThread(NightWatch watch, Duration pause, ApplicationEventPublisher events) {
		this.watch = watch;
		this.pause = pause;
		this.events = events;
	}

	@Override
	public void start() {
		this.stopped = new CountDownLatch(1);
		this.thread = new Thread(this::run, "night-watch");
		this.thread.setUncaughtExceptionHandler((thread, fault) -> {
			LOGGER.error("The watch over the schedules has died", fault);
			AvailabilityChangeEvent.publish(this.events, fault, LivenessState.BROKEN);
		});
		this.thread.start();
	}

	private void run() {
		boolean introduced = false;
		int faults = 0;
		Duration next = Duration.ZERO;
		while (!isStopped(next)) {
			try {
				if (!introduced) {
					this.watch.introduce();
					introduced = true;
				}
				next = this.watch.look();
				faults = 0;
			}
			catch (RuntimeException fault) {
				next = this.pause.multipliedBy(1L << Math.min(faults++, MOST_DOUBLINGS));
				LOGGER.error("The schedules could not be looked at; again in {}", next, fault);
			}
		}
	}

	private boolean isStopped(Duration after) {
		try {
			return this.stopped.await(Math.max(1, after.toMillis()), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException stop) {
			Thread.currentThread().interrupt();
			return true;
		}
	}

	@Override
	public void stop() {
		this.stopped.countDown();
	}

	/**
	 * A run that goes on is waited for by the pipeline.
	 */
	@Override
	public void stop(Runnable callback) {
		stop();
		callback.run();
	}

	@Override
	public boolean isRunning() {
		return this.thread.isAlive();
	}

	/** Nothing is begun any more before anything else is closed. */
	@Override
	public int getPhase() {
		return Integer.MAX_VALUE;
	}

}
