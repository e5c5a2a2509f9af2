package org.dudao.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import org.dudao.message.Message;

/**
 * The physical lines of a file. LF, CRLF and a bare CR each end a line, also mixed in one
 * file; a byte order mark is passed over; a last line may lack its end. All lines with
 * their terminators put together are the exact text of the file.
 * <p>
 * Lines are cut in the bytes and then decoded one by one, so every line knows its byte
 * offset. That is safe because neither UTF-8 nor GB18030 uses the bytes 0A and 0D inside
 * a longer sequence; UTF-16 is cut by pairs of bytes. Memory is bounded by the longest
 * line allowed.
 */
final class LineSource implements AutoCloseable {

	private static final int BUFFER = 1 << 16;

	private final InputStream bytes;

	private final Charset charset;

	private final CharsetDecoder decoder;

	/** Bytes in the smallest unit a line end can be made of: 2 in UTF-16, else 1. */
	private final int unit;

	private final int maxLineBytes;

	private byte[] buffer = new byte[BUFFER];

	/** The file offset of the buffer's first byte. */
	private long base;

	/** Where in the buffer the current line begins, and where the bytes read end. */
	private int start;

	private int end;

	/** The bytes of the current line with its terminator. */
	private int taken;

	private boolean ascii;

	private int line;

	private String text = "";

	private String terminator = "";

	private LineSource(InputStream bytes, Charset charset, Limits limits) {
		this.bytes = bytes;
		this.charset = charset;
		this.decoder = charset.newDecoder()
			.onMalformedInput(CodingErrorAction.REPORT)
			.onUnmappableCharacter(CodingErrorAction.REPORT);
		this.unit = (charset.equals(StandardCharsets.UTF_16LE) || charset.equals(StandardCharsets.UTF_16BE)) ? 2 : 1;
		this.maxLineBytes = limits.maxLineBytes();
	}

	/**
	 * The lines of a file, before the first one.
	 * @param charset UTF-8, GB18030, UTF-16LE, UTF-16BE, or any other in which an ASCII
	 * character is its own single byte
	 */
	static LineSource open(Path file, Charset charset, Limits limits) throws IOException {
		LineSource lines = new LineSource(Files.newInputStream(file), charset, limits);
		try {
			lines.skipByteOrderMark();
			return lines;
		}
		catch (IOException ex) {
			lines.close();
			throw ex;
		}
	}

	private void skipByteOrderMark() throws IOException {
		byte[] mark = "\uFEFF".getBytes(this.charset);
		while (this.end < mark.length && fill()) {
			continue;
		}
		if (this.end >= mark.length && Arrays.equals(this.buffer, 0, mark.length, mark, 0, mark.length)) {
			this.taken = mark.length;
		}
	}

	/**
	 * Goes to the next line.
	 * @return false when there is none
	 * @throws DamagedFile when the line is too long or its bytes are not of the charset
	 */
	boolean next() throws IOException {
		this.start += this.taken;
		this.taken = 0;
		this.line++;
		int length = findLineEnd();
		if (length > this.maxLineBytes) {
			throw new DamagedFile(Message.of("file.line-too-long", this.line, offset(), this.maxLineBytes));
		}
		if (length == 0 && this.start == this.end) {
			return false;
		}
		this.text = decode(length);
		this.terminator = terminatorAt(length);
		this.taken = length + this.terminator.length() * this.unit;
		return true;
	}

	/**
	 * The length in bytes of the line at the start, which may stop short past the limit.
	 */
	private int findLineEnd() throws IOException {
		this.ascii = true;
		int seen = 0;
		while (true) {
			int at = (this.unit == 1) ? scan(this.start + seen) : scanPairs(this.start + seen);
			if (at >= 0) {
				return at - this.start;
			}
			seen = (this.end - this.start) / this.unit * this.unit;
			if (seen > this.maxLineBytes) {
				return seen;
			}
			if (!fill()) {
				return this.end - this.start;
			}
		}
	}

	private int scan(int from) {
		byte[] seen = this.buffer;
		int bits = 0;
		int at = -1;
		for (int i = from; i < this.end; i++) {
			byte next = seen[i];
			if (next == '\n' || next == '\r') {
				at = i;
				break;
			}
			bits |= next;
		}
		this.ascii &= bits >= 0;
		return at;
	}

	private int scanPairs(int from) {
		this.ascii = false;
		for (int i = from; i + 1 < this.end; i += 2) {
			char next = unitAt(i);
			if (next == '\n' || next == '\r') {
				return i;
			}
		}
		return -1;
	}

	private char unitAt(int index) {
		if (this.unit == 1) {
			return (char) (this.buffer[index] & 0xFF);
		}
		int low = this.charset.equals(StandardCharsets.UTF_16LE) ? 0 : 1;
		return (char) ((this.buffer[index + 1 - low] & 0xFF) << 8 | this.buffer[index + low] & 0xFF);
	}

	private String terminatorAt(int length) throws IOException {
		while (this.end - this.start < length + 2 * this.unit && fill()) {
			continue;
		}
		int available = this.end - this.start - length;
		if (available < this.unit) {
			return "";
		}
		if (unitAt(this.start + length) == '\n') {
			return "\n";
		}
		boolean pair = available >= 2 * this.unit && unitAt(this.start + length + this.unit) == '\n';
		return pair ? "\r\n" : "\r";
	}

	/** Reads more behind what is there; false at the end of the file. */
	private boolean fill() throws IOException {
		if (this.end == this.buffer.length) {
			if (this.start > 0) {
				System.arraycopy(this.buffer, this.start, this.buffer, 0, this.end - this.start);
				this.base += this.start;
				this.end -= this.start;
				this.start = 0;
			}
			else {
				this.buffer = Arrays.copyOf(this.buffer, Math.min(this.buffer.length * 2, this.maxLineBytes + BUFFER));
			}
		}
		int read = this.bytes.read(this.buffer, this.end, this.buffer.length - this.end);
		if (read > 0) {
			this.end += read;
		}
		return read > 0;
	}

	private String decode(int length) {
		if (this.ascii) {
			return new String(this.buffer, this.start, length, StandardCharsets.ISO_8859_1);
		}
		if (this.charset.equals(StandardCharsets.UTF_8)) {
			String decoded = new String(this.buffer, this.start, length, StandardCharsets.UTF_8);
			// The platform's fast path puts this character for a malformed sequence, but
			// it can also stand in the file itself: only the strict decoder can tell.
			if (decoded.indexOf('\uFFFD') < 0) {
				return decoded;
			}
		}
		return decodeStrictly(length);
	}

	private String decodeStrictly(int length) {
		ByteBuffer in = ByteBuffer.wrap(this.buffer, this.start, length);
		CharBuffer out = CharBuffer.allocate(length + 1);
		CoderResult result = this.decoder.reset().decode(in, out, true);
		if (result.isError()) {
			throw new DamagedFile(
					Message.of("file.malformed-line", this.charset.name(), this.line, this.base + in.position()));
		}
		this.decoder.flush(out);
		return out.flip().toString();
	}

	/** The line without its terminator. */
	String text() {
		return this.text;
	}

	/** What ends the line: LF, CRLF, CR, or nothing at the end of the file. */
	String terminator() {
		return this.terminator;
	}

	/** The number of the line as an editor shows it, from 1. */
	int line() {
		return this.line;
	}

	/** The byte of the file at which the line begins, from 0. */
	long offset() {
		return this.base + this.start;
	}

	/** The byte of the file behind the line and its terminator. */
	long after() {
		return offset() + this.taken;
	}

	/** The bytes of the line without its terminator. */
	int byteLength() {
		return this.taken - this.terminator.length() * this.unit;
	}

	@Override
	public void close() throws IOException {
		this.bytes.close();
	}

}
