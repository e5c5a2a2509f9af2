package org.dudao.upkeep;

import org.dudao.message.Explained;
import org.dudao.message.Message;

/** Restoring stopped half way. What is there must not be used, and no run will use it. */
public final class Unfinished extends Explained {

	private static final long serialVersionUID = 1L;

	Unfinished(String code, Object... args) {
		super(Message.of(code, args));
	}

}
