package org.dudao.batch;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.dudao.submission.Lease;
import org.dudao.submission.LeaseLost;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;

/** Renews the lease while a run goes on, and tells its threads when it was lost. */
final class Heartbeat {

	private static final Logger LOGGER = LoggerFactory.getLogger(Heartbeat.class);

	/** Beats within one length of the lease, so that one or two may fail. */
	private static final int BEATS = 4;

	private final Lease lease;

	private volatile @Nullable LeaseLost lost;

	private volatile long token;

	private ScheduledExecutorService executor = Executors.newScheduledThreadPool(0);

	Heartbeat(Lease lease) {
		this.lease = lease;
	}

	/** Beats until it is stopped. */
	void start(long token) {
		this.lost = null;
		this.token = token;
		this.executor = Executors.newSingleThreadScheduledExecutor((task) -> {
			Thread thread = new Thread(task, "lease-heartbeat");
			thread.setDaemon(true);
			return thread;
		});
		long pause = this.lease.length().toMillis() / BEATS;
		this.executor.scheduleWithFixedDelay(() -> beat(token), pause, pause, TimeUnit.MILLISECONDS);
	}

	/** Beats no more. */
	void stop() {
		this.executor.shutdown();
	}

	/**
	 * Proves within the caller's transaction that the run still holds the lease.
	 * @throws LeaseLost when another run has taken over
	 */
	void prove() {
		this.lease.prove(this.token);
	}

	private void beat(long token) {
		try {
			this.lease.renew(token);
		}
		catch (LeaseLost taken) {
			this.lost = taken;
		}
		catch (DataAccessException fault) {
			LOGGER.warn("The lease could not be renewed this time", fault);
		}
	}

	/**
	 * Lets a thread of the run go on.
	 * @throws LeaseLost when another run has taken over
	 */
	void check() {
		LeaseLost taken = this.lost;
		if (taken != null) {
			throw taken;
		}
	}

}
