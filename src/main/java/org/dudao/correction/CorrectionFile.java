package org.dudao.correction;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.dudao.correction.Columns.Own;
import org.dudao.intake.Issue;
import org.dudao.intake.Records;
import org.dudao.message.Message;
import org.dudao.message.Messages;
import org.dudao.report.RejectedRows;
import org.dudao.report.RejectedRows.Rejected;
import org.dudao.submission.Submission;
import org.dudao.submission.Submissions;
import org.dudao.submission.Submissions.Recognition;

import tools.jackson.databind.json.JsonMapper;

/**
 * Writes the rejected rows of a submission as a file to be corrected and imported again:
 * the number by which a row finds its place, its line, what is wrong with it, and the
 * sender's own columns in the sender's order. A name that ends in {@code .xlsx} makes a
 * workbook, any other a CSV.
 */
public final class CorrectionFile {

	private final Submissions submissions;

	private final RejectedRows rows;

	/** Correction files for the rows of that database. */
	public CorrectionFile(Submissions submissions, RejectedRows rows) {
		this.submissions = submissions;
		this.rows = rows;
	}

	/** Whether a file of that name is a workbook. */
	public static boolean isWorkbook(Path file) {
		return file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".xlsx");
	}

	/** The cell so that a spreadsheet does not run it: an apostrophe before a formula. */
	public static String harmless(String cell) {
		return Texts.harmless(cell);
	}

	/**
	 * Writes the file.
	 * @return how many rows are in it; when there are none, no file is written
	 * @throws CorrectionRefused when a workbook cannot hold the rows, or the file into
	 * which they would be merged was removed
	 */
	public int write(long submission, Path file, Locale locale) throws IOException {
		Recognition recognition = this.submissions.recognition(submission).orElse(null);
		Submission written = this.submissions.find(submission).orElseThrow();
		if (recognition == null || written.ledger().rejected() == 0) {
			return 0;
		}
		if (this.submissions.isFilePurged(submission)) {
			throw new CorrectionRefused(Message.of("correction.purged", submission));
		}
		Messages language = new Messages(locale);
		Columns columns = Columns.of(List.of(JsonMapper.shared().readValue(recognition.header(), String[].class)));
		Files.createDirectories(file.toAbsolutePath().getParent());
		int[] count = { 0 };
		try (Sheet sheet = isWorkbook(file) ? new WorkbookSheet(file, language) : new CsvSheet(file)) {
			sheet.header(columns.header(language));
			this.rows.read(submission, (row) -> {
				List<String> cells = Records.cells(row.raw(), recognition.delimiter());
				write(sheet, RowNumber.of(written, row.line()), row, padded(cells, columns.sender().size()), language);
				count[0]++;
			});
			sheet.finish();
		}
		return count[0];
	}

	private static List<String> padded(List<String> cells, int width) {
		List<String> padded = new ArrayList<>(cells);
		while (padded.size() < width) {
			padded.add("");
		}
		return padded;
	}

	private static void write(Sheet sheet, RowNumber number, Rejected row, List<String> sent, Messages language) {
		List<String> cells = new ArrayList<>(
				List.of(number.toString(), String.valueOf(row.line()), join(row, Issue::header, language),
						join(row, (issue) -> language.text(issue.message()), language), ""));
		cells.addAll(sent);
		Map<Integer, String> faults = new LinkedHashMap<>();
		row.issues()
			.stream()
			.filter((issue) -> issue.column() > 0)
			.forEach((issue) -> faults.merge(Own.values().length + issue.column() - 1, language.text(issue.message()),
					(one, other) -> one.equals(other) ? one : one + "\n" + other));
		sheet.row(cells, faults);
	}

	private static String join(Rejected row, Function<Issue, String> part, Messages language) {
		return row.issues()
			.stream()
			.map(part)
			.filter((text) -> !text.isEmpty())
			.distinct()
			.collect(Collectors.joining(language.text("correction.and")));
	}

}
