package org.dudao.intake;

import java.util.List;

/** One record of a file, accepted, rejected or ignored: every record is one of these. */
public sealed interface Row {

	/** The line on which the record begins, from 1, as an editor shows it. */
	int line();

	/**
	 * A row that keeps the contract.
	 *
	 * @param line the line it begins on
	 * @param facts its facts, none when every figure is missing
	 * @param notes what is worth knowing about it
	 */
	record Accepted(int line, List<Fact> facts, List<Issue> notes) implements Row {
	}

	/**
	 * A row that is set aside.
	 *
	 * @param line the line it begins on
	 * @param raw its text as it is written, without the line end
	 * @param issues all that is wrong with it, at least one
	 */
	record Rejected(int line, String raw, List<Issue> issues) implements Row {
	}

	/**
	 * A line that is no data by the feed's contract.
	 *
	 * @param line the line it begins on
	 * @param raw its text as it is written
	 * @param reason why
	 */
	record Ignored(int line, String raw, Reason reason) implements Row {

		/** Why a line is no data. */
		public enum Reason {

			/** Nothing but empty cells. */
			BLANK,

			/** A row of totals. */
			TOTAL,

			/** A footnote. */
			FOOTNOTE

		}

	}

}
