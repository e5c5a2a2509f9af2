package org.dudao.correction;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import com.opencsv.CSVWriter;

/**
 * A CSV that Excel and WPS open as it is: UTF-8 with a byte order mark. No cell can run
 * as a formula.
 */
final class CsvSheet implements Sheet {

	private static final char BOM = '\uFEFF';

	private final Path file;

	private final CSVWriter csv;

	CsvSheet(Path file) throws IOException {
		this.file = file;
		Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
		out.write(BOM);
		this.csv = new CSVWriter(out, ',', '"', '"', "\r\n");
	}

	@Override
	public void header(List<String> names) {
		write(names);
	}

	@Override
	public void row(List<String> cells, Map<Integer, String> faults) {
		write(cells);
	}

	private void write(List<String> cells) {
		this.csv.writeNext(cells.stream().map(Texts::harmless).toArray(String[]::new), false);
	}

	@Override
	public void finish() throws IOException {
		if (this.csv.checkError()) {
			throw new IOException("the rows could not be written to " + this.file, this.csv.getException());
		}
	}

	@Override
	public void close() throws IOException {
		this.csv.close();
	}

}
