package org.dudao.submission;

/** Another run holds the lease. */
public final class LeaseHeld extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String holder;

	LeaseHeld(String holder) {
		super("the lease is held by " + holder);
		this.holder = holder;
	}

	/** Whether no process holds it, but a restoring that was not finished. */
	public boolean isUnfinishedRestore() {
		return this.holder.equals(Holder.UNFINISHED_RESTORE.text());
	}

	/** Host, process and its start. */
	public String holder() {
		return this.holder;
	}

}
