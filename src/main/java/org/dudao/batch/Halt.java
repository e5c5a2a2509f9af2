package org.dudao.batch;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;

/**
 * Brings a run to a stop when the process is asked to end: no file is begun any more,
 * those being read are read to their end, and no further step begins. It is asked before
 * anything that a run needs is closed, and is waited for. Safe for several threads.
 */
final class Halt implements SmartLifecycle {

	private static final Logger LOGGER = LoggerFactory.getLogger(Halt.class);

	private boolean up;

	private volatile boolean asked;

	private int working;

	private @Nullable Runnable whenIdle;

	/** Whether the process is to end. */
	boolean isAsked() {
		return this.asked;
	}

	/**
	 * Goes on unless the process is to end.
	 * @throws Halted when it is
	 */
	void check() {
		if (this.asked) {
			throw new Halted();
		}
	}

	/**
	 * Enters that something is going on that is to be waited for.
	 * @throws Halted when nothing may begin any more
	 */
	synchronized void begin() {
		check();
		this.working++;
	}

	/** Enters that it has ended. */
	synchronized void end() {
		this.working--;
		tell();
	}

	@Override
	public synchronized void start() {
		this.up = true;
		this.asked = false;
	}

	@Override
	public void stop() {
		stop(() -> {
		});
	}

	@Override
	public synchronized void stop(Runnable callback) {
		this.up = false;
		this.asked = true;
		this.whenIdle = callback;
		if (this.working > 0) {
			LOGGER.info("Asked to end: the files being read are read to their end, and none is begun");
		}
		tell();
	}

	private void tell() {
		Runnable waiting = this.whenIdle;
		if (waiting != null && this.working == 0) {
			this.whenIdle = null;
			waiting.run();
		}
	}

	@Override
	public synchronized boolean isRunning() {
		return this.up;
	}

	/** Before the threads that read files, and before the database. */
	@Override
	public int getPhase() {
		return Integer.MAX_VALUE;
	}

}
