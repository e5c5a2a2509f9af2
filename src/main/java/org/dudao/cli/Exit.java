package org.dudao.cli;

/** What the exit codes of every command mean. */
final class Exit {

	/** Done. */
	static final int DONE = 0;

	/** The command was used wrongly. */
	static final int USAGE = 1;

	/** Done, but some files are held or rejected and wait for somebody. */
	static final int NEEDS_OFFICER = 2;

	/** It failed on our side. */
	static final int FAILED = 3;

	private Exit() {
	}

}
