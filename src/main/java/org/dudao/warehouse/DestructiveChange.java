package org.dudao.warehouse;

import org.dudao.message.Message;

/** A feed's contract was changed in a way that would destroy figures already kept. */
public final class DestructiveChange extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient Message reason;

	DestructiveChange(Message reason) {
		super(reason.code() + reason.args());
		this.reason = reason;
	}

	/** What was changed and what to do. */
	public Message reason() {
		return this.reason;
	}

}
