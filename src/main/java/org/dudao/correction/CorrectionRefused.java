package org.dudao.correction;

import org.dudao.message.Message;

/** A correction file that cannot be written or taken back; nothing is changed. */
public final class CorrectionRefused extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient Message reason;

	CorrectionRefused(Message reason) {
		super(reason.code() + reason.args());
		this.reason = reason;
	}

	/** Why, and what to do. */
	public Message reason() {
		return this.reason;
	}

}
