package org.dudao.batch;

import org.dudao.message.Declined;
import org.dudao.message.Message;

/** A run that cannot be computed once more. */
public final class CannotReplay extends Declined {

	private static final long serialVersionUID = 1L;

	CannotReplay(Message reason) {
		super(reason);
	}

}
