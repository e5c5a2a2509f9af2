package org.dudao.batch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

import com.opencsv.CSVReaderBuilder;
import com.opencsv.CSVWriter;
import com.opencsv.RFC4180ParserBuilder;
import com.opencsv.exceptions.CsvException;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.dudao.submission.Archive;
import org.dudao.submission.Submission;

/** An officer at a spreadsheet, with the correction files of a house. */
record CorrectionDesk(House house) {

	/** The rows of the correction file of a submission, the header first. */
	List<List<String>> rows(long submission) {
		try {
			String text = Files.readString(file(submission, ".csv")).substring(1);
			return new CSVReaderBuilder(new StringReader(text)).withCSVParser(new RFC4180ParserBuilder().build())
				.build()
				.readAll()
				.stream()
				.map((cells) -> (List<String>) new ArrayList<>(Arrays.asList(cells)))
				.toList();
		}
		catch (IOException fault) {
			throw new UncheckedIOException(fault);
		}
		catch (CsvException unreadable) {
			throw new IllegalStateException(unreadable);
		}
	}

	/** Where it lies. */
	Path file(long submission, String ending) {
		String name = this.house.files("outbox")
			.stream()
			.filter((file) -> file.matches(".*/" + submission + "-.*" + ending))
			.findFirst()
			.orElseThrow();
		return this.house.home().resolve("outbox").resolve(name);
	}

	/** Those rows as a CSV that Excel saves in that charset. */
	static byte[] csv(List<List<String>> rows, String charset, char delimiter) {
		StringWriter text = new StringWriter();
		CSVWriter csv = new CSVWriter(text, delimiter, '"', '"', "\r\n");
		rows.forEach((row) -> csv.writeNext(row.toArray(String[]::new), false));
		return text.toString().getBytes(Charset.forName(charset));
	}

	/** Those rows as a CSV in UTF-8. */
	static byte[] csv(List<List<String>> rows) {
		return csv(rows, "UTF-8", ',');
	}

	/** Those rows as a workbook in which what looks like a number is one. */
	static byte[] workbook(List<List<String>> rows) {
		try (Workbook book = new XSSFWorkbook(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
			var sheet = book.createSheet();
			for (int i = 0; i < rows.size(); i++) {
				Row row = sheet.createRow(i + 2);
				for (int j = 0; j < rows.get(i).size(); j++) {
					Cell cell = row.createCell(j);
					String text = rows.get(i).get(j);
					if (text.matches("[0-9]+(\\.[0-9]+)?")) {
						cell.setCellValue(Double.parseDouble(text));
					}
					else if (!text.isEmpty()) {
						cell.setCellValue(text);
					}
				}
			}
			book.write(out);
			return out.toByteArray();
		}
		catch (IOException fault) {
			throw new UncheckedIOException(fault);
		}
	}

	/** The rows with a change to every cell below the header. */
	static List<List<String>> changed(List<List<String>> rows, UnaryOperator<String> change) {
		List<List<String>> all = new ArrayList<>();
		all.add(rows.get(0));
		rows.subList(1, rows.size()).forEach((row) -> all.add(new ArrayList<>(row.stream().map(change).toList())));
		return all;
	}

	/** The text of the archived file of a submission. */
	String archived(Submission submission, String charset) {
		try {
			return new String(Files.readAllBytes(this.house.part(Archive.class).path(submission.sha256())),
					Charset.forName(charset));
		}
		catch (IOException fault) {
			throw new UncheckedIOException(fault);
		}
	}

	/** A file of the sample city. */
	static byte[] sample(String path) {
		try {
			return Files.readAllBytes(Path.of("sample-data/inbox").resolve(path));
		}
		catch (IOException fault) {
			throw new UncheckedIOException(fault);
		}
	}

	/** The same in UTF-8. */
	static String text(byte[] bytes) {
		return new String(bytes, StandardCharsets.UTF_8);
	}

}
