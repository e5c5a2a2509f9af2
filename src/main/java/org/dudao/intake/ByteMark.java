package org.dudao.intake;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

import org.jspecify.annotations.Nullable;

/**
 * What the first bytes of a file say about it. The longer mark stands before its prefix.
 */
enum ByteMark {

	UTF_32LE("FFFE0000", null, "file.utf-32"),

	UTF_32BE("0000FEFF", null, "file.utf-32"),

	/** A zip archive, which every .xlsx is. */
	ZIP("504B0304", null, "file.workbook"),

	/** The container of the older .xls and .et. */
	WORKBOOK("D0CF11E0", null, "file.workbook"),

	GB18030("84319533", Charset.forName("GB18030"), null),

	UTF_8("EFBBBF", StandardCharsets.UTF_8, null),

	UTF_16LE("FFFE", StandardCharsets.UTF_16LE, null),

	UTF_16BE("FEFF", StandardCharsets.UTF_16BE, null),

	/** No mark at all. */
	NONE("", null, null);

	private final byte[] bytes;

	private final @Nullable Charset charset;

	private final @Nullable String refusal;

	ByteMark(String bytes, @Nullable Charset charset, @Nullable String refusal) {
		this.bytes = HexFormat.of().parseHex(bytes);
		this.charset = charset;
		this.refusal = refusal;
	}

	/** The mark at the head of a file. */
	static ByteMark of(byte[] head, int length) {
		for (ByteMark mark : values()) {
			if (mark.startsWith(head, length)) {
				return mark;
			}
		}
		throw new IllegalStateException("every head starts with no mark");
	}

	private boolean startsWith(byte[] head, int length) {
		return this.bytes.length <= length
				&& Arrays.equals(head, 0, this.bytes.length, this.bytes, 0, this.bytes.length);
	}

	/** The charset it decides, null when it decides none. */
	@Nullable Charset charset() {
		return this.charset;
	}

	/** The message that says why such a file is not used, null when it can be. */
	@Nullable String refusal() {
		return this.refusal;
	}

	/** Whether the byte 00 has no place in such a text. */
	boolean hasNoNul() {
		return this != UTF_16LE && this != UTF_16BE;
	}

	/** How many bytes of the file are the mark and not its text. */
	int length() {
		return this.bytes.length;
	}

}
