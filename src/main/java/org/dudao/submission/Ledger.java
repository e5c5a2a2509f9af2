package org.dudao.submission;

/**
 * What the records of a file came to. Every record that was read is in exactly one of the
 * three.
 *
 * @param read records read
 * @param accepted records whose facts are in the warehouse
 * @param rejected records set aside
 * @param ignored records that are no data: blank lines, totals, footnotes
 * @param facts facts in the warehouse; a wide record has several
 */
public record Ledger(int read, int accepted, int rejected, int ignored, int facts) {

	/** Nothing read yet. */
	public static final Ledger EMPTY = new Ledger(0, 0, 0, 0, 0);

	/** Whether no record is lost or counted twice. */
	public boolean balances() {
		return this.read == this.accepted + this.rejected + this.ignored;
	}

}
