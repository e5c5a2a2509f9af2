package org.dudao.sample;

import java.util.Arrays;
import java.util.List;

/**
 * A file of the inbox.
 *
 * @param path where it is, seen from the inbox
 * @param bytes its bytes
 * @param outcome what a run must make of it
 * @param rows how its rows must be counted
 * @param faults why, for each rejected row of a file that is published
 */
record Received(String path, byte[] bytes, Outcome outcome, Rows rows, List<RowFault> faults) {

	/** The same file, cut off after so many bytes. */
	Received cutAfter(int length, Outcome outcome, Rows rows) {
		return new Received(this.path, Arrays.copyOf(this.bytes, length), outcome, rows, List.of());
	}

	/** The same file, with another outcome. */
	Received as(Outcome other, Rows rows) {
		return new Received(this.path, this.bytes, other, rows, List.of());
	}

	/** The same bytes at another place. */
	Received resent(String path, Outcome outcome) {
		return new Received(path, this.bytes, outcome, Rows.NONE, List.of());
	}

	/**
	 * How many records below the header are of which kind.
	 *
	 * @param accepted rows that keep the contract
	 * @param rejected rows set aside
	 * @param ignored totals and footnotes
	 */
	record Rows(int accepted, int rejected, int ignored) {

		static final Rows NONE = new Rows(0, 0, 0);

	}

}
