package org.dudao.sample;

import org.dudao.catalog.Text;
import org.jspecify.annotations.Nullable;

/**
 * What a run must make of a file.
 *
 * @param state the state it must end in
 * @param code the code of the reason, null when there is none
 * @param what what is wrong with the file, null when nothing is
 */
record Outcome(State state, @Nullable String code, @Nullable Text what) {

	static final Outcome PUBLISHED = new Outcome(State.PUBLISHED, null, null);

	static Outcome rejected(String code, String en, String zh) {
		return new Outcome(State.REJECTED, code, new Text(en, zh));
	}

	static Outcome held(String code, String en, String zh) {
		return new Outcome(State.HELD, code, new Text(en, zh));
	}

	static Outcome known(String code, String en, String zh) {
		return new Outcome(State.KNOWN, code, new Text(en, zh));
	}

	/** What can become of a file. */
	enum State {

		/** In force. */
		PUBLISHED,

		/** An officer decides. */
		HELD,

		/** A corrected file is needed. */
		REJECTED,

		/** Passed over, for the same bytes were taken in before. */
		KNOWN

	}

}
