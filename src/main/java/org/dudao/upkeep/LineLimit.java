package org.dudao.upkeep;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipException;

/**
 * Lets lines through that can be rows, so that a line which never ends is refused before
 * it fills the memory: a few bytes of a packed file may be gigabytes of it.
 */
final class LineLimit extends FilterInputStream {

	/**
	 * In bytes. The longest text that a column holds is a quarter of it, and quoting may
	 * double that.
	 */
	static final int LONGEST = 64 << 20;

	private int length;

	LineLimit(InputStream in) {
		super(in);
	}

	@Override
	public int read() throws IOException {
		byte[] one = new byte[1];
		return (read(one, 0, 1) < 0) ? -1 : one[0] & 0xff;
	}

	/**
	 * Reads on.
	 * @throws ZipException when a line is longer than a row can be
	 */
	@Override
	public int read(byte[] into, int from, int most) throws IOException {
		int count = super.read(into, from, most);
		for (int at = from; at < from + count; at++) {
			this.length = (into[at] == '\n') ? 0 : this.length + 1;
		}
		if (this.length > LONGEST) {
			throw new ZipException("a line of more than " + LONGEST + " bytes");
		}
		return count;
	}

}
