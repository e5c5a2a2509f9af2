package org.dudao.batch;

import org.dudao.message.Message;

/** The program cannot start with a setting, and the message says what to set. */
public final class BadSetting extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient Message reason;

	BadSetting(String code, Object... args) {
		super(code);
		this.reason = Message.of(code, args);
	}

	/** What is wrong, and what to set. */
	public Message reason() {
		return this.reason;
	}

}
