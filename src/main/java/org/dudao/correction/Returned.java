package org.dudao.correction;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.dudao.correction.Columns.Own;
import org.dudao.intake.DamagedFile;
import org.dudao.intake.Records;
import org.dudao.message.Message;
import org.jspecify.annotations.Nullable;

/**
 * A correction file as it came back, whatever a spreadsheet has saved it as.
 *
 * @param header the header's cells
 * @param lines what stands below, without empty lines
 */
record Returned(List<String> header, List<Line> lines) {

	/** So much of a file is searched for the name of the column. */
	private static final int HEAD = 1 << 16;

	/** The characters of a file are held in memory. */
	private static final int MOST_CHARACTERS = 64 << 20;

	private static final List<Charset> CHARSETS = List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"),
			StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);

	/**
	 * A line.
	 *
	 * @param number its number, as the program that shows the file counts
	 * @param cells its cells
	 */
	record Line(int number, List<String> cells) {

		/** A cell, empty where the line is shorter. */
		String cell(int column) {
			return (column >= 0 && column < this.cells.size()) ? this.cells.get(column) : "";
		}

	}

	/**
	 * Reads a file.
	 * @return null when it is no correction file
	 * @throws CorrectionRefused when it is one and cannot be read
	 */
	static @Nullable Returned read(Path file) throws IOException {
		byte[] head = head(file);
		if (WorkbookReader.isWorkbook(head)) {
			return WorkbookReader.read(file);
		}
		if (!mentionsColumn(head)) {
			return null;
		}
		try (Records records = Records.find(file, Returned::isHeader)) {
			return (records != null) ? read(records) : null;
		}
		catch (DamagedFile damaged) {
			throw new CorrectionRefused(damaged.reason());
		}
	}

	/** Whether these cells are the header of a correction file. */
	static boolean isHeader(List<String> cells) {
		return Own.NUMBER.in(cells) >= 0;
	}

	private static byte[] head(Path file) throws IOException {
		try (InputStream in = Files.newInputStream(file)) {
			return in.readNBytes(HEAD);
		}
	}

	private static boolean mentionsColumn(byte[] head) {
		return CHARSETS.stream()
			.anyMatch((charset) -> Own.NUMBER.names().stream().anyMatch((name) -> holds(head, name.getBytes(charset))));
	}

	private static boolean holds(byte[] bytes, byte[] wanted) {
		for (int i = 0; i + wanted.length <= bytes.length; i++) {
			if (bytes[i] == wanted[0] && Arrays.equals(bytes, i, i + wanted.length, wanted, 0, wanted.length)) {
				return true;
			}
		}
		return false;
	}

	private static Returned read(Records records) throws IOException {
		Gathering gathering = new Gathering();
		gathering.add(records.line(), records.cells());
		while (records.next()) {
			Message fault = records.fault();
			if (fault != null) {
				throw new CorrectionRefused(fault);
			}
			gathering.add(records.line(), records.cells());
		}
		return gathering.end();
	}

	/** Puts lines together, the header first. */
	static final class Gathering {

		private final List<Line> lines = new ArrayList<>();

		private List<String> header = List.of();

		private int characters;

		void add(int number, List<String> cells) {
			this.characters += cells.stream().mapToInt((cell) -> cell.length() + 1).sum();
			if (this.characters > MOST_CHARACTERS) {
				throw new CorrectionRefused(Message.of("correction.too-large", MOST_CHARACTERS));
			}
			if (this.header.isEmpty()) {
				this.header = cells;
			}
			else if (cells.stream().anyMatch((cell) -> !Texts.trim(cell).isEmpty())) {
				this.lines.add(new Line(number, cells));
			}
		}

		boolean hasHeader() {
			return !this.header.isEmpty();
		}

		Returned end() {
			return new Returned(this.header, this.lines);
		}

	}

}
