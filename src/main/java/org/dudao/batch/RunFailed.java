package org.dudao.batch;

import java.util.List;

/**
 * A run stopped by a fault of our side. Nothing is half done: the next run goes on from
 * there.
 */
public final class RunFailed extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final long run;

	RunFailed(long run, List<Throwable> faults) {
		super("run " + run + " failed: " + faults, faults.isEmpty() ? null : faults.get(0));
		this.run = run;
	}

	/** The number of the run. */
	public long run() {
		return this.run;
	}

}
