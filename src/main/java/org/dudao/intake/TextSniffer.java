package org.dudao.intake;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

import org.dudao.message.Message;

/**
 * Finds out in one pass, in constant memory, in which charset every byte of a file is
 * text. It is fed the bytes in pieces of any size, so that one pass can copy, hash and
 * look at them.
 * <p>
 * A byte order mark decides; without one the file is UTF-8 if it is valid UTF-8
 * throughout, else GB18030 if it is valid GB18030 throughout. A damaged UTF-8 file can
 * happen to be valid GB18030, and would be read as other characters without any error: so
 * a file that is UTF-8 but for a few places is refused.
 */
final class TextSniffer {

	private static final Charset GB18030 = Charset.forName("GB18030");

	private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

	private static final long HIGH_BITS = 0x8080808080808080L;

	private static final long LOW_BITS = 0x0101010101010101L;

	private static final int HEAD = 4;

	private final Limits limits;

	private final byte[] head = new byte[HEAD];

	private long size;

	private @Nullable ByteMark mark;

	private long nulAt = -1;

	private final Utf8Scan utf8 = new Utf8Scan();

	/** The marked charset, or else GB18030 from the first byte that is not ASCII. */
	private @Nullable StrictScan strict;

	TextSniffer(Limits limits) {
		this.limits = limits;
	}

	/** What a file's bytes are as text. */
	static TextForm sniff(Path file, Limits limits) throws IOException {
		TextSniffer sniffer = new TextSniffer(limits);
		byte[] piece = new byte[1 << 16];
		try (InputStream bytes = Files.newInputStream(file)) {
			int length = bytes.read(piece);
			while (length >= 0) {
				sniffer.accept(piece, 0, length);
				length = bytes.read(piece);
			}
		}
		return sniffer.finish();
	}

	/** Looks at some more bytes; the array is not kept. */
	void accept(byte[] bytes, int offset, int length) {
		int from = offset;
		int to = offset + length;
		while (this.size < HEAD && from < to) {
			this.head[(int) this.size++] = bytes[from++];
			if (this.size == HEAD) {
				begin();
			}
		}
		if (from < to) {
			scan(bytes, from, to, this.size - from);
			this.size += to - from;
		}
	}

	/** Says that there are no more bytes, and what they are. Called once. */
	TextForm finish() {
		if (this.size < HEAD) {
			begin();
		}
		this.utf8.finish();
		if (this.strict != null) {
			this.strict.finish();
		}
		Message refusal = refusal();
		if (refusal != null) {
			return new TextForm.Refused(refusal);
		}
		Charset marked = mark().charset();
		if (marked != null) {
			return new TextForm.Readable(marked, true);
		}
		boolean valid = this.utf8.malformedAt() < 0;
		return new TextForm.Readable(valid ? StandardCharsets.UTF_8 : GB18030, false);
	}

	private void begin() {
		int length = (int) this.size;
		this.mark = ByteMark.of(this.head, length);
		Charset marked = this.mark.charset();
		if (marked != null && !marked.equals(StandardCharsets.UTF_8)) {
			this.strict = new StrictScan(marked, this.mark.length());
		}
		scan(this.head, this.mark.length(), length, 0);
	}

	private ByteMark mark() {
		if (this.mark == null) {
			throw new IllegalStateException("the head of the file is not complete");
		}
		return this.mark;
	}

	/** Looks at bytes behind the mark; {@code base} is the offset of the array. */
	private void scan(byte[] bytes, int from, int to, long base) {
		if (mark().refusal() != null || base + from > this.limits.maxBytes()) {
			return;
		}
		if (this.nulAt < 0 && mark().hasNoNul()) {
			int nul = indexOfNul(bytes, from, to);
			this.nulAt = (nul < 0) ? -1 : base + nul;
		}
		if (mark() == ByteMark.NONE || mark() == ByteMark.UTF_8) {
			this.utf8.accept(bytes, from, to, base);
		}
		int strictFrom = from;
		if (mark() == ByteMark.NONE && this.strict == null) {
			strictFrom = skipAscii(bytes, from, to);
			this.strict = (strictFrom < to) ? new StrictScan(GB18030, base + strictFrom) : null;
		}
		if (this.strict != null) {
			this.strict.accept(bytes, strictFrom, to);
		}
	}

	private @Nullable Message refusal() {
		if (this.size > this.limits.maxBytes()) {
			return Message.of("file.too-large", this.size, this.limits.maxBytes());
		}
		if (mark().refusal() != null) {
			return Message.of(mark().refusal());
		}
		if (this.size == mark().length()) {
			return Message.of("file.empty");
		}
		if (this.nulAt >= 0) {
			return Message.of("file.nul", this.nulAt);
		}
		return malformed();
	}

	private @Nullable Message malformed() {
		long inUtf8 = this.utf8.malformedAt();
		long inStrict = (this.strict != null) ? this.strict.malformedAt() : -1;
		Charset marked = mark().charset();
		if (marked != null) {
			long at = Math.max(inUtf8, inStrict);
			return (at < 0) ? null : Message.of("file.malformed-marked", marked.name(), at);
		}
		if (this.utf8.damaged()) {
			return Message.of("file.malformed-utf8", inUtf8);
		}
		if (inUtf8 < 0 || inStrict < 0) {
			return null;
		}
		boolean utf8First = inUtf8 >= inStrict;
		return Message.of("file.malformed", utf8First ? "UTF-8" : GB18030.name(), Math.max(inUtf8, inStrict),
				utf8First ? GB18030.name() : "UTF-8", Math.min(inUtf8, inStrict));
	}

	/** The index of the first byte that is not ASCII, or {@code to}. */
	static int skipAscii(byte[] bytes, int from, int to) {
		int i = from;
		while (i + Long.BYTES <= to && ((long) WORD.get(bytes, i) & HIGH_BITS) == 0) {
			i += Long.BYTES;
		}
		while (i < to && bytes[i] >= 0) {
			i++;
		}
		return i;
	}

	private static int indexOfNul(byte[] bytes, int from, int to) {
		int i = from;
		while (i < to) {
			if (i + Long.BYTES <= to) {
				long word = (long) WORD.get(bytes, i);
				if (((word - LOW_BITS) & ~word & HIGH_BITS) == 0) {
					i += Long.BYTES;
					continue;
				}
			}
			if (bytes[i] == 0) {
				return i;
			}
			i++;
		}
		return -1;
	}

}
