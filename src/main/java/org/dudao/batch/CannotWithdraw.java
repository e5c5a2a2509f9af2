package org.dudao.batch;

import org.dudao.message.Message;

/** A submission cannot be taken back, and the message says why. */
public final class CannotWithdraw extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient Message reason;

	CannotWithdraw(Message reason) {
		super(reason.code());
		this.reason = reason;
	}

	/** Why not, and what to do. */
	public Message reason() {
		return this.reason;
	}

}
