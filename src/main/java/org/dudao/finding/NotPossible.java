package org.dudao.finding;

import org.dudao.message.Message;

/** What a person wants of a finding cannot be done, and the message says what can be. */
public final class NotPossible extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient Message reason;

	NotPossible(String code, Object... args) {
		super(code);
		this.reason = Message.of(code, args);
	}

	/** What cannot be done, and what can. */
	public Message reason() {
		return this.reason;
	}

}
