package org.dudao.intake;

/**
 * Follows bytes as UTF-8 and goes on after a malformed sequence, to tell a UTF-8 file
 * with a damaged place from a file in another charset.
 */
final class Utf8Scan {

	/** From here on nothing more can be learnt from a file that is not UTF-8. */
	private static final int ENOUGH = 1000;

	private long malformedAt = -1;

	private long sound;

	private long broken;

	/** The bytes the current sequence still lacks, and the range of the next one. */
	private int lacking;

	private int lowest;

	private int highest;

	private boolean several;

	private long begin;

	/**
	 * Follows some more bytes.
	 * @param base the file offset of the array's first byte
	 */
	void accept(byte[] bytes, int from, int to, long base) {
		if (this.broken > ENOUGH) {
			return;
		}
		int i = from;
		while (i < to) {
			int next = bytes[i] & 0xFF;
			if (this.lacking == 0) {
				if (next < 0x80) {
					i = TextSniffer.skipAscii(bytes, i, to);
					continue;
				}
				this.begin = base + i;
				begin(next);
				i++;
			}
			else if (next >= this.lowest && next <= this.highest) {
				proceed();
				i++;
			}
			else {
				breakOff();
			}
		}
	}

	private void begin(int lead) {
		this.lowest = (lead == 0xE0) ? 0xA0 : (lead == 0xF0) ? 0x90 : 0x80;
		this.highest = (lead == 0xED) ? 0x9F : (lead == 0xF4) ? 0x8F : 0xBF;
		this.lacking = (lead < 0xE0) ? 1 : (lead < 0xF0) ? 2 : 3;
		this.several = lead >= 0xE0;
		if (lead < 0xC2 || lead > 0xF4) {
			breakOff();
		}
	}

	private void proceed() {
		this.lowest = 0x80;
		this.highest = 0xBF;
		if (--this.lacking == 0 && this.several) {
			this.sound++;
		}
	}

	private void breakOff() {
		this.lacking = 0;
		this.broken++;
		if (this.malformedAt < 0) {
			this.malformedAt = this.begin;
		}
	}

	/** Says that there are no more bytes. */
	void finish() {
		if (this.lacking > 0) {
			breakOff();
		}
	}

	/** The file offset of the first malformed sequence, -1 while there is none. */
	long malformedAt() {
		return this.malformedAt;
	}

	/**
	 * Whether a file that is not valid was nevertheless written in UTF-8: for each
	 * malformed place it has three sound sequences of three or more bytes, which in
	 * Chinese text of another charset hardly ever come about by chance.
	 */
	boolean damaged() {
		return this.broken > 0 && this.sound >= 3 * this.broken;
	}

}
