package org.dudao.submission;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * The archive could not take a file in, because it is full or not to be written: that is
 * no fault of the file.
 */
public final class ArchiveFault extends IOException {

	private static final long serialVersionUID = 1L;

	private ArchiveFault(IOException cause) {
		super(cause.toString(), cause);
	}

	/** The same, with that fault when it fails. */
	static <T> T of(Work<T> work) throws IOException {
		try {
			return work.done();
		}
		catch (IOException fault) {
			throw new ArchiveFault(fault);
		}
	}

	/** What is done in the archive. */
	interface Work<T> {

		T done() throws IOException;

	}

	/** Bytes on their way into the archive. */
	static final class Stream extends FilterOutputStream {

		Stream(OutputStream archive) {
			super(archive);
		}

		@Override
		public void write(byte[] bytes, int offset, int length) throws IOException {
			of(() -> {
				this.out.write(bytes, offset, length);
				return length;
			});
		}

		@Override
		public void close() throws IOException {
			of(() -> {
				super.close();
				return true;
			});
		}

	}

}
