package org.dudao.database;

import org.dudao.message.Message;

/**
 * The tables are not as the program needs them, and it may not change them. No table was
 * changed.
 */
public final class SchemaBehind extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient Message reason;

	/** For that reason, which says who is to do what. */
	public SchemaBehind(Message reason) {
		super(reason.code());
		this.reason = reason;
	}

	/** What is missing, and who is to do what. */
	public Message reason() {
		return this.reason;
	}

}
