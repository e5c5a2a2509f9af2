package org.dudao.intake;

import org.dudao.message.Message;

/** The bytes cannot be read on: nothing of the file is used. */
public final class DamagedFile extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient Message reason;

	DamagedFile(Message reason) {
		super(reason.code() + reason.args());
		this.reason = reason;
	}

	/** What is wrong, with the offset or line. */
	public Message reason() {
		return this.reason;
	}

}
