package org.dudao.submission;

/** Another run has taken the lease: this one must stop and change nothing more. */
public final class LeaseLost extends RuntimeException {

	private static final long serialVersionUID = 1L;

	LeaseLost(long token) {
		super("the lease with token " + token + " was taken by another run");
	}

}
