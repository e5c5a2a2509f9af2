package org.dudao.submission;

import org.dudao.message.Message;

/** What is asked for was removed by a purge. */
public final class Forgotten extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient Message reason;

	Forgotten(Message reason) {
		super(reason.code() + reason.args());
		this.reason = reason;
	}

	/** What was removed, and from when on everything is there. */
	public Message reason() {
		return this.reason;
	}

}
