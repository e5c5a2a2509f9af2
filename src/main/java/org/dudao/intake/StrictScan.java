package org.dudao.intake;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;

/**
 * Follows bytes as text in a charset until the first malformed or unassigned sequence.
 * The platform's decoder is the judge, so the file is later read by the same measure.
 */
final class StrictScan {

	private final CharsetDecoder decoder;

	private final ByteBuffer pending = ByteBuffer.allocate(1 << 13);

	private final CharBuffer decoded = CharBuffer.allocate(1 << 13);

	/** The file offset of the first byte that is pending. */
	private long offset;

	private long malformedAt = -1;

	/**
	 * @param offset the file offset of the first byte that will be followed
	 */
	StrictScan(Charset charset, long offset) {
		this.decoder = charset.newDecoder()
			.onMalformedInput(CodingErrorAction.REPORT)
			.onUnmappableCharacter(CodingErrorAction.REPORT);
		this.offset = offset;
	}

	/** Follows some more bytes. */
	void accept(byte[] bytes, int from, int to) {
		int at = from;
		while (at < to && this.malformedAt < 0) {
			int length = Math.min(to - at, this.pending.remaining());
			this.pending.put(bytes, at, length);
			at += length;
			decode(false);
		}
	}

	private void decode(boolean last) {
		this.pending.flip();
		CoderResult result;
		do {
			this.decoded.clear();
			result = this.decoder.decode(this.pending, this.decoded, last);
		}
		while (result.isOverflow());
		this.offset += this.pending.position();
		if (result.isError()) {
			this.malformedAt = this.offset;
		}
		this.pending.compact();
	}

	/** Says that there are no more bytes. */
	void finish() {
		if (this.malformedAt < 0) {
			decode(true);
		}
	}

	/** The file offset of the first malformed sequence, -1 while there is none. */
	long malformedAt() {
		return this.malformedAt;
	}

}
