package org.dudao.batch;

/**
 * The process was asked to end, and the run stopped where it could. Nothing is half done:
 * the next run goes on from there.
 */
public final class Halted extends RuntimeException {

	private static final long serialVersionUID = 1L;

	Halted() {
		super("stopped, since the process was asked to end");
	}

}
