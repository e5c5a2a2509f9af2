package org.dudao.warehouse;

import org.dudao.message.Explained;
import org.dudao.message.Message;

/** A feed's contract was changed in a way that would destroy figures already kept. */
public final class DestructiveChange extends Explained {

	private static final long serialVersionUID = 1L;

	DestructiveChange(Message reason) {
		super(reason);
	}

}
