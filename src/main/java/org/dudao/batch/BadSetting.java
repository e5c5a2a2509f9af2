package org.dudao.batch;

import org.dudao.message.Declined;
import org.dudao.message.Message;

/** The program cannot start with a setting, and the message says what to set. */
public final class BadSetting extends Declined {

	private static final long serialVersionUID = 1L;

	/** With that message, which quotes no secret. */
	public BadSetting(String code, Object... args) {
		super(Message.of(code, args));
	}

}
