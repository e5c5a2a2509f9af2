package org.dudao.catalog;

import org.dudao.message.Message;

/** A text that is no expression of the catalogue. */
public final class ExpressionInvalid extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient Message reason;

	ExpressionInvalid(Message reason) {
		super(reason.code() + reason.args());
		this.reason = reason;
	}

	/** Where it stops making sense and what was expected there. */
	public Message reason() {
		return this.reason;
	}

}
