package org.dudao.upkeep;

import org.dudao.message.Declined;
import org.dudao.message.Explained;
import org.dudao.message.Message;

/** Restoring stopped half way. What is there must not be used, and no run will use it. */
public final class Unfinished extends Explained {

	private static final long serialVersionUID = 1L;

	/**
	 * Because of that fault. What was declined within would, as a cause, be taken for the
	 * whole, and it says that nothing was changed.
	 */
	static Unfinished by(Exception fault) {
		Throwable root = fault;
		while (root.getCause() != null) {
			root = root.getCause();
		}
		Unfinished unfinished = new Unfinished("restore.broke-off", root.getClass().getSimpleName(),
				String.valueOf(root.getMessage()).lines().findFirst().orElse(""));
		if (!(root instanceof Declined)) {
			unfinished.initCause(fault);
		}
		return unfinished;
	}

	Unfinished(String code, Object... args) {
		super(Message.of(code, args));
	}

}
