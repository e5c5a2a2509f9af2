package org.dudao.batch;

import org.dudao.message.Message;

/** A run that cannot be computed once more. */
public final class CannotReplay extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient Message reason;

	CannotReplay(Message reason) {
		super(reason.code() + reason.args());
		this.reason = reason;
	}

	/** Why it cannot. */
	public Message reason() {
		return this.reason;
	}

}
