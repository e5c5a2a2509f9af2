package org.dudao.message;

/** What went wrong, with the message that tells a person what and what to do. */
public abstract class Explained extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient Message reason;

	/** For that reason. */
	protected Explained(Message reason) {
		super(reason.code() + reason.args());
		this.reason = reason;
	}

	/** What went wrong, and what to do. */
	public final Message reason() {
		return this.reason;
	}

}
