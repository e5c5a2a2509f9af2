package org.dudao.catalog;

/**
 * A condition on the figures of one row. A row in which any of its fields is missing
 * passes.
 *
 * @param id the name of the check within its feed
 * @param title what it demands, for the officer
 * @param expect the condition
 * @param severity what a row that breaks it gets
 */
public record RowCheck(String id, Text title, Expression expect, Severity severity) {

	/** What a row that breaks a check gets. */
	public enum Severity {

		/** The row is set aside. */
		REJECT,

		/** The row is kept and the submission carries a note. */
		INFORM

	}

}
