package org.dudao.intake;

/**
 * Where a record ends: follows the quotes of a record over its lines by RFC 4180. A quote
 * opens only as the first character of a cell, a doubled quote inside does not close, and
 * a quote anywhere else is an ordinary character.
 */
final class QuoteScan {

	private static final char QUOTE = '"';

	private final char delimiter;

	private boolean open;

	private boolean astray;

	private int columns;

	private int openedOn;

	QuoteScan(char delimiter) {
		this.delimiter = delimiter;
	}

	/** Begins a record. */
	void begin() {
		this.open = false;
		this.astray = false;
		this.columns = 0;
	}

	/** Follows one more line of the record. */
	void follow(String text, int line) {
		int at = this.open ? close(text, 0) : 0;
		while (at >= 0 && (!this.open)) {
			this.columns++;
			if (at < text.length() && text.charAt(at) == QUOTE) {
				this.open = true;
				this.openedOn = line;
				at = close(text, at + 1);
			}
			else {
				at = after(text, at);
			}
		}
	}

	/** Where the next cell begins when a quoted cell goes on here; -1 when none does. */
	private int close(String text, int from) {
		int at = text.indexOf(QUOTE, from);
		while (at >= 0 && at + 1 < text.length() && text.charAt(at + 1) == QUOTE) {
			at = text.indexOf(QUOTE, at + 2);
		}
		if (at < 0) {
			return -1;
		}
		this.open = false;
		int next = at + 1;
		if (next < text.length() && text.charAt(next) != this.delimiter) {
			this.astray = true;
		}
		return after(text, next);
	}

	private int after(String text, int from) {
		int at = text.indexOf(this.delimiter, from);
		return (at < 0) ? -1 : at + 1;
	}

	/** Whether the lines so far end inside a quoted cell. */
	boolean open() {
		return this.open;
	}

	/** Whether a closing quote was followed by anything but a delimiter or a line end. */
	boolean astray() {
		return this.astray;
	}

	/** The columns so far, counting the one that is open. */
	int columns() {
		return this.columns;
	}

	/** The line of the last quote that opened a cell. */
	int openedOn() {
		return this.openedOn;
	}

}
