package org.dudao.intake;

/**
 * The keys of a file's facts by a hash of 128 bits, each with the line it first stood on,
 * in 20 bytes a slot. Two different keys never share 128 bits in the lifetime of a
 * county.
 */
final class KeyTable {

	private static final int FIRST_CAPACITY = 1 << 10;

	private static final double MAX_LOAD = 0.7;

	private static final double GROWTH = 1.6;

	private long[] hashes = new long[2 * FIRST_CAPACITY];

	/** The line, negative when that row was rejected, 0 for a free slot. */
	private int[] lines = new int[FIRST_CAPACITY];

	private int size;

	/**
	 * The line of the first fact with that key, negative when its row was rejected, 0
	 * when there is none.
	 */
	int find(long high, long low) {
		return this.lines[slot(high, low)];
	}

	/** Keeps a key that is not there yet. */
	void put(long high, long low, int line) {
		if (this.size > this.lines.length * MAX_LOAD) {
			grow();
		}
		int slot = slot(high, low);
		if (this.lines[slot] == 0) {
			this.hashes[2 * slot] = high;
			this.hashes[2 * slot + 1] = low;
			this.lines[slot] = line;
			this.size++;
		}
	}

	private int slot(long high, long low) {
		int slot = (int) (((high >>> 32) * this.lines.length) >>> 32);
		while (this.lines[slot] != 0 && (this.hashes[2 * slot] != high || this.hashes[2 * slot + 1] != low)) {
			slot = (slot + 1 == this.lines.length) ? 0 : slot + 1;
		}
		return slot;
	}

	private void grow() {
		long[] oldHashes = this.hashes;
		int[] oldLines = this.lines;
		int capacity = (int) (oldLines.length * GROWTH);
		this.hashes = new long[2 * capacity];
		this.lines = new int[capacity];
		for (int old = 0; old < oldLines.length; old++) {
			if (oldLines[old] != 0) {
				int slot = slot(oldHashes[2 * old], oldHashes[2 * old + 1]);
				this.hashes[2 * slot] = oldHashes[2 * old];
				this.hashes[2 * slot + 1] = oldHashes[2 * old + 1];
				this.lines[slot] = oldLines[old];
			}
		}
	}

}
