package org.dudao.finding;

import org.dudao.message.Declined;
import org.dudao.message.Message;

/** What a person wants of a finding cannot be done, and the message says what can be. */
public final class NotPossible extends Declined {

	private static final long serialVersionUID = 1L;

	NotPossible(String code, Object... args) {
		super(Message.of(code, args));
	}

}
