package org.dudao.correction;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Where rows to be corrected are written. Nothing is promised before it is closed. */
sealed interface Sheet extends AutoCloseable permits CsvSheet, WorkbookSheet {

	/** Writes the header. */
	void header(List<String> names);

	/**
	 * Writes a row.
	 * @param cells its cells, ours first
	 * @param faults what is wrong with cells, by column from 0
	 * @throws CorrectionRefused when such a file cannot hold it
	 */
	void row(List<String> cells, Map<Integer, String> faults);

	/** Puts the file where it belongs. */
	void finish() throws IOException;

	@Override
	void close() throws IOException;

}
