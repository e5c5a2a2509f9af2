package org.dudao.upkeep;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.zip.ZipException;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LineLimitTests {

	@Test
	void lineThatNeverEndsIsRefused() throws IOException {
		try (InputStream lines = new LineLimit(new Blanks(Long.MAX_VALUE, 0))) {
			assertThatThrownBy(() -> lines.transferTo(OutputStream.nullOutputStream()))
				.isInstanceOf(ZipException.class);
		}
	}

	@Test
	void manyLinesAreLetThrough() throws IOException {
		long many = 3L * LineLimit.LONGEST;
		try (InputStream lines = new LineLimit(new Blanks(many, 1 << 20))) {
			assertThat(lines.transferTo(OutputStream.nullOutputStream())).isEqualTo(many);
		}
	}

	/** So many blanks, and a line's end after so many of them each time; 0 for none. */
	private static final class Blanks extends InputStream {

		private final int each;

		private long left;

		Blanks(long amount, int each) {
			this.left = amount;
			this.each = each;
		}

		@Override
		public int read() {
			throw new UnsupportedOperationException("it is read in pieces");
		}

		@Override
		public int read(byte[] into, int from, int most) {
			if (this.left == 0) {
				return -1;
			}
			int count = (int) Math.min(most, this.left);
			Arrays.fill(into, from, from + count, (byte) ' ');
			this.left -= count;
			if (this.each > 0 && this.left % this.each < most) {
				into[from + count - 1] = '\n';
			}
			return count;
		}

	}

}
