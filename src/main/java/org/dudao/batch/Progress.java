package org.dudao.batch;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** How far a run has come, for whoever watches. Safe for several threads. */
public final class Progress {

	private final AtomicInteger files = new AtomicInteger();

	private final AtomicInteger filesDone = new AtomicInteger();

	private final AtomicLong rows = new AtomicLong();

	void begin(int toRead) {
		this.filesDone.set(0);
		this.rows.set(0);
		this.files.set(toRead);
	}

	void read(int some) {
		this.rows.addAndGet(some);
	}

	void done() {
		this.filesDone.incrementAndGet();
	}

	/** Files to be read in this run. */
	public int files() {
		return this.files.get();
	}

	/** Files read so far. */
	public int filesDone() {
		return this.filesDone.get();
	}

	/** Rows read so far. */
	public long rows() {
		return this.rows.get();
	}

}
