package org.dudao.upkeep;

import org.dudao.message.Message;

/** What was asked for cannot be done, and nothing was changed. */
public final class Refused extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient Message reason;

	Refused(String code, Object... args) {
		super(code);
		this.reason = Message.of(code, args);
	}

	/** Why, and what to do. */
	public Message reason() {
		return this.reason;
	}

}
