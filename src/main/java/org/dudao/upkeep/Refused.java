package org.dudao.upkeep;

import org.dudao.message.Declined;
import org.dudao.message.Message;

/** What was asked for cannot be done, and nothing was changed. */
public final class Refused extends Declined {

	private static final long serialVersionUID = 1L;

	Refused(String code, Object... args) {
		super(Message.of(code, args));
	}

}
