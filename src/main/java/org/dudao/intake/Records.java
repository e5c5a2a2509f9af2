package org.dudao.intake;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

import com.opencsv.RFC4180ParserBuilder;
import org.dudao.message.Message;
import org.jspecify.annotations.Nullable;

/**
 * The records of a file as they are written and where their bytes are, for whoever has to
 * put some of them into another's place.
 */
public final class Records implements AutoCloseable {

	/** How far down a header is looked for. */
	private static final int DEPTH = 30;

	private final RecordReader records;

	private final Charset charset;

	private Records(RecordReader records, Charset charset) {
		this.records = records;
		this.charset = charset;
	}

	/**
	 * The records of a file of which the form is known, before the first one.
	 * @throws DamagedFile when the first line cannot be read
	 */
	public static Records open(Path file, String charset, char delimiter) throws IOException {
		Charset known = Charset.forName(charset);
		return new Records(RecordReader.open(file, known, delimiter, Limits.defaults()), known);
	}

	/**
	 * The records of a file whose charset and delimiter are to be found out, standing on
	 * the first that is such a header; null when none of the first records is.
	 * @throws DamagedFile when the bytes are no text
	 */
	public static @Nullable Records find(Path file, Predicate<List<String>> header) throws IOException {
		Limits limits = Limits.defaults();
		TextForm form = TextSniffer.sniff(file, limits);
		if (form instanceof TextForm.Refused refused) {
			throw new DamagedFile(refused.reason());
		}
		Charset charset = ((TextForm.Readable) form).charset();
		List<Character> delimiters = Dialect.candidates(file, charset, limits)
			.stream()
			.map(Dialect::delimiter)
			.toList();
		for (char delimiter : delimiters.isEmpty() ? List.of(',') : delimiters) {
			Records records = new Records(RecordReader.open(file, charset, delimiter, limits), charset);
			if (records.goTo(header)) {
				return records;
			}
			records.close();
		}
		return null;
	}

	private boolean goTo(Predicate<List<String>> header) throws IOException {
		try {
			for (int seen = 0; seen < DEPTH && next(); seen++) {
				if (header.test(cells())) {
					return true;
				}
			}
			return false;
		}
		catch (DamagedFile otherDelimiter) {
			return false;
		}
	}

	/**
	 * Goes to the next record.
	 * @return false when there is none
	 * @throws DamagedFile when it cannot be read
	 */
	public boolean next() throws IOException {
		return this.records.next();
	}

	/** The cells of the record, none null; the whole text where it is no sound record. */
	public List<String> cells() {
		return List.of(this.records.cells());
	}

	/** The cells of a record of which the text is known. */
	public static List<String> cells(String raw, char delimiter) {
		try {
			return List.of(new RFC4180ParserBuilder().withSeparator(delimiter).build().parseLine(raw));
		}
		catch (IOException quoteNeverClosed) {
			return List.of(raw);
		}
	}

	/** Why the record cannot be taken apart, null when it can. */
	public @Nullable Message fault() {
		return this.records.fault();
	}

	/** The line on which the record begins, from 1, as an editor shows it. */
	public int line() {
		return this.records.line();
	}

	/** The text of the record, without the line end after it. */
	public String raw() {
		return this.records.raw();
	}

	/** What ends the record: LF, CRLF, CR, or nothing at the end of the file. */
	public String terminator() {
		return this.records.terminator();
	}

	/** The byte of the file at which the record begins. */
	public long start() {
		return this.records.start();
	}

	/** The byte of the file behind the record, before its line end. */
	public long end() {
		return this.records.end();
	}

	/** The byte of the file behind the line end of the record. */
	public long after() {
		return this.records.after();
	}

	/** The charset of the file. */
	public Charset charset() {
		return this.charset;
	}

	@Override
	public void close() throws IOException {
		this.records.close();
	}

}
