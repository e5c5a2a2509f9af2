package org.dudao.upkeep;

import org.dudao.message.Message;

/** Restoring stopped half way. What is there must not be used, and no run will use it. */
public final class Unfinished extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient Message reason;

	Unfinished(String code, Object... args) {
		super(code);
		this.reason = Message.of(code, args);
	}

	/** What was wrong, and what to do. */
	public Message reason() {
		return this.reason;
	}

}
