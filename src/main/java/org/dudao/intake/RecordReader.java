package org.dudao.intake;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;

import com.opencsv.ICSVParser;
import com.opencsv.RFC4180ParserBuilder;
import org.jspecify.annotations.Nullable;

import org.dudao.message.Message;

/**
 * The records of a CSV file by RFC 4180, one at a time, with the line each begins on and
 * its exact text. A blank line is a record of one empty cell; {@code #} means nothing; a
 * first line {@code sep=} is passed over, for it is not data.
 * <p>
 * Cells are taken apart by opencsv. What opencsv is not asked is where a record ends: its
 * multi-line mode turns every line end inside a cell into LF, and takes a stray quote in
 * a last cell for the beginning of a quotation that swallows the following rows.
 */
final class RecordReader implements AutoCloseable {

	private final LineSource lines;

	private final char delimiter;

	private final ICSVParser parser;

	private final QuoteScan quotes;

	private final Limits limits;

	/** Whether the line source already stands on the next line. */
	private boolean ahead;

	private String[] cells = new String[0];

	private int line;

	private long start;

	private String raw = "";

	private @Nullable Message fault;

	private RecordReader(LineSource lines, char delimiter, Limits limits) {
		this.lines = lines;
		this.delimiter = delimiter;
		this.parser = new RFC4180ParserBuilder().withSeparator(delimiter).build();
		this.quotes = new QuoteScan(delimiter);
		this.limits = limits;
	}

	/**
	 * The records of a file, before the first one.
	 * @param charset the one found by {@link TextSniffer}
	 * @throws DamagedFile when the first line is malformed or too long
	 */
	static RecordReader open(Path file, Charset charset, char delimiter, Limits limits) throws IOException {
		LineSource lines = LineSource.open(file, charset, limits);
		try {
			RecordReader records = new RecordReader(lines, delimiter, limits);
			records.ahead = lines.next() && Dialect.declaredBy(lines.text()) == null;
			return records;
		}
		catch (IOException | RuntimeException ex) {
			lines.close();
			throw ex;
		}
	}

	/**
	 * Goes to the next record.
	 * @return false when there is none
	 * @throws DamagedFile when a line is malformed or too long, a quote is never closed,
	 * or a record has too many columns
	 */
	boolean next() throws IOException {
		if (!this.ahead && !this.lines.next()) {
			return false;
		}
		this.ahead = false;
		this.line = this.lines.line();
		this.start = this.lines.offset();
		this.raw = this.lines.text();
		this.fault = null;
		if (this.raw.indexOf('"') >= 0) {
			gather();
		}
		this.cells = (this.fault == null) ? this.parser.parseLine(this.raw) : new String[] { this.raw };
		if (this.cells.length > this.limits.maxColumns()) {
			throw tooManyColumns();
		}
		return true;
	}

	/**
	 * Reads on to the end of a record whose first line holds a quote. Columns are counted
	 * here already, for many of them cost opencsv time by their square.
	 */
	private void gather() throws IOException {
		long offset = this.lines.offset();
		this.quotes.begin();
		this.quotes.follow(this.raw, this.line);
		if (this.quotes.open()) {
			StringBuilder text = new StringBuilder(this.raw);
			while (this.quotes.open()) {
				text.append(this.lines.terminator());
				if (!this.lines.next()) {
					throw new DamagedFile(Message.of("file.quote-open", this.quotes.openedOn()));
				}
				text.append(this.lines.text());
				this.quotes.follow(this.lines.text(), this.lines.line());
				if (this.lines.offset() + this.lines.byteLength() - offset > this.limits.maxLineBytes()) {
					throw new DamagedFile(
							Message.of("file.quote-too-long", this.quotes.openedOn(), this.limits.maxLineBytes()));
				}
			}
			this.raw = text.toString();
		}
		if (this.quotes.columns() > this.limits.maxColumns()) {
			throw tooManyColumns();
		}
		if (this.quotes.astray()) {
			this.fault = Message.of("file.text-after-quote", this.line);
		}
	}

	private DamagedFile tooManyColumns() {
		return new DamagedFile(Message.of("file.too-many-columns", this.line, this.limits.maxColumns()));
	}

	/**
	 * The cells of the record, at least one, none null. When there is a {@link #fault()},
	 * the one cell is the raw text, for no other reading can be trusted.
	 */
	String[] cells() {
		return this.cells;
	}

	/** The line on which the record begins, from 1, as an editor shows it. */
	int line() {
		return this.line;
	}

	/** The text of the record as it is in the file, without the line end after it. */
	String raw() {
		return this.raw;
	}

	/** The byte of the file at which the record begins. */
	long start() {
		return this.start;
	}

	/** The byte of the file behind the record, before its line end. */
	long end() {
		return this.lines.offset() + this.lines.byteLength();
	}

	/** The byte of the file behind the line end of the record. */
	long after() {
		return this.lines.after();
	}

	/** What ends the record: LF, CRLF, CR, or nothing at the end of the file. */
	String terminator() {
		return this.lines.terminator();
	}

	/**
	 * Whether a line end follows the record; only the last of a file can be without.
	 */
	boolean terminated() {
		return !this.lines.terminator().isEmpty();
	}

	/**
	 * Why the record cannot be taken apart though its beginning and end are known: text
	 * follows a closing quote. Null for a sound record.
	 */
	@Nullable Message fault() {
		return this.fault;
	}

	@Override
	public void close() throws IOException {
		this.lines.close();
	}

}
