package org.dudao.sample;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * How a sender's software writes a CSV file.
 *
 * @param charset the charset of the text
 * @param mark whether a byte order mark comes first
 * @param end what ends a line
 * @param delimiter what stands between two cells
 */
record Form(Charset charset, boolean mark, String end, char delimiter) {

	static final Charset GBK = Charset.forName("GBK");

	/** The usual export of Excel and WPS in Chinese. */
	static final Form GBK_CRLF = new Form(GBK, false, "\r\n", ',');

	/** "CSV UTF-8" of Excel. */
	static final Form UTF_8_MARKED = new Form(StandardCharsets.UTF_8, true, "\r\n", ',');

	/** An export of a web system. */
	static final Form UTF_8_PLAIN = new Form(StandardCharsets.UTF_8, false, "\n", ',');

	/** "Unicode text" of Excel. */
	static final Form UTF_16_TABS = new Form(StandardCharsets.UTF_16LE, true, "\r\n", '\t');

	/** "CSV (Macintosh)" of Excel. */
	static final Form BARE_CR = new Form(StandardCharsets.UTF_8, true, "\r", ',');

	/** A sender whose list separator is the semicolon. */
	static final Form SEMICOLONS = new Form(GBK, false, "\r\n", ';');

	/** The bytes of these records. */
	byte[] write(List<List<String>> records) {
		StringBuilder text = new StringBuilder(this.mark ? "\uFEFF" : "");
		for (List<String> cells : records) {
			text.append(text(cells)).append(this.end);
		}
		return text.toString().getBytes(this.charset);
	}

	/** How many lines an editor shows for the record. */
	int lines(List<String> cells) {
		return text(cells).split("\r\n|\r|\n", -1).length;
	}

	private String text(List<String> cells) {
		return String.join(String.valueOf(this.delimiter), cells.stream().map(this::quoted).toList());
	}

	private String quoted(String cell) {
		boolean plain = cell.indexOf(this.delimiter) < 0 && cell.indexOf('"') < 0 && cell.indexOf('\n') < 0;
		return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
	}

}
