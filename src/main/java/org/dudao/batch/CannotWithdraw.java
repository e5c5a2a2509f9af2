package org.dudao.batch;

import org.dudao.message.Declined;
import org.dudao.message.Message;

/** A submission cannot be taken back, and the message says why. */
public final class CannotWithdraw extends Declined {

	private static final long serialVersionUID = 1L;

	CannotWithdraw(Message reason) {
		super(reason);
	}

}
