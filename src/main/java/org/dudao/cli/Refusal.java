package org.dudao.cli;

import org.dudao.message.Declined;
import org.dudao.message.Message;

/** The command cannot be done as it was given, and the message says what to give. */
final class Refusal extends Declined {

	private static final long serialVersionUID = 1L;

	Refusal(String code, Object... args) {
		this(Message.of(code, args));
	}

	Refusal(Message reason) {
		super(reason);
	}

}
