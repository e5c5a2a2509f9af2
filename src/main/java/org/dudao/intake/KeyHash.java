package org.dudao.intake;

import org.jspecify.annotations.Nullable;

/** A hash of 128 bits over the values that make up a key. */
final class KeyHash {

	private static final long FIRST = 0x9E3779B97F4A7C15L;

	private static final long SECOND = 0xC2B2AE3D27D4EB4FL;

	private final int[] fields;

	private long high;

	private long low;

	/**
	 * A key of the fields at these places.
	 */
	KeyHash(int[] fields) {
		this.fields = fields;
	}

	/** Takes in the key of a fact. */
	void over(@Nullable Object[] values) {
		this.high = FIRST;
		this.low = SECOND;
		for (int field : this.fields) {
			if (values[field] instanceof String text) {
				for (int i = 0; i < text.length(); i++) {
					mix(text.charAt(i));
				}
				mix(0x10000L);
			}
			else if (values[field] instanceof Number number) {
				mix(number.longValue());
				mix(0x10001L);
			}
			else {
				mix(0x10002L);
			}
		}
		this.high = finish(this.high);
		this.low = finish(this.low);
	}

	private void mix(long value) {
		this.high = Long.rotateLeft(this.high ^ value * SECOND, 29) * FIRST;
		this.low = Long.rotateLeft(this.low + value * FIRST, 37) * SECOND + 1;
	}

	private static long finish(long hash) {
		long mixed = (hash ^ hash >>> 33) * 0xFF51AFD7ED558CCDL;
		mixed = (mixed ^ mixed >>> 33) * 0xC4CEB9FE1A85EC53L;
		return mixed ^ mixed >>> 33;
	}

	long high() {
		return this.high;
	}

	long low() {
		return this.low;
	}

}
