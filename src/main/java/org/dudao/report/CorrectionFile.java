package org.dudao.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.opencsv.CSVWriter;
import com.opencsv.RFC4180Parser;
import com.opencsv.RFC4180ParserBuilder;
import org.dudao.intake.Issue;
import org.dudao.message.Messages;
import org.dudao.submission.Submission;
import org.dudao.submission.Submissions;
import org.dudao.submission.Submissions.Recognition;

import tools.jackson.databind.json.JsonMapper;

/**
 * The rejected rows of a submission as a CSV that Excel and WPS open as it is: UTF-8 with
 * BOM, the sender's own columns in the sender's order, then line, codes and reasons in
 * both languages. No cell can run as a formula.
 */
public final class CorrectionFile {

	private static final char BOM = '\uFEFF';

	/** Full-width signs begin a formula too where people type them. */
	private static final Pattern FORMULA = Pattern.compile("[=+\\-@\t\r\n＝＋－＠].*", Pattern.DOTALL);

	/** Figures, and the dashes that stand for a missing one. */
	private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9][0-9,]*(\\.[0-9]+)?%?|-+");

	private final Submissions submissions;

	private final RejectedRows rows;

	private final Messages english = new Messages(Locale.ENGLISH);

	private final Messages chinese = new Messages(Locale.CHINESE);

	/** Correction files for the rows of that database. */
	public CorrectionFile(Submissions submissions, RejectedRows rows) {
		this.submissions = submissions;
		this.rows = rows;
	}

	/**
	 * Writes the file.
	 * @return how many rows are in it; when there are none, no file is written
	 */
	public int write(long submission, Path file) throws IOException {
		Recognition recognition = this.submissions.recognition(submission).orElse(null);
		Submission written = this.submissions.find(submission).orElseThrow();
		if (recognition == null || written.ledger().rejected() == 0) {
			return 0;
		}
		String[] header = JsonMapper.shared().readValue(recognition.header(), String[].class);
		RFC4180Parser parser = new RFC4180ParserBuilder().withSeparator(recognition.delimiter()).build();
		Files.createDirectories(file.toAbsolutePath().getParent());
		int[] count = { 0 };
		try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
				CSVWriter csv = new CSVWriter(out, ',', '"', '"', "\r\n")) {
			out.write(BOM);
			csv.writeNext(row(header, header.length, "行号 line", "代码 code", "问题", "problem"), false);
			this.rows.read(submission, (row) -> {
				csv.writeNext(line(row, cells(parser, row.raw()), header.length), false);
				count[0]++;
			});
			if (csv.checkError()) {
				throw new IOException("the rows could not be written to " + file, csv.getException());
			}
		}
		return count[0];
	}

	private static String[] cells(RFC4180Parser parser, String raw) {
		try {
			return parser.parseLine(raw);
		}
		catch (IOException impossible) {
			throw new UncheckedIOException("a line is no file", impossible);
		}
	}

	private String[] line(RejectedRows.Rejected row, String[] cells, int width) {
		return row(cells, width, String.valueOf(row.line()), join(row.issues(), (issue) -> issue.message().code()),
				join(row.issues(), (issue) -> sentence(this.chinese, issue)),
				join(row.issues(), (issue) -> sentence(this.english, issue)));
	}

	private static String join(List<Issue> issues, java.util.function.Function<Issue, String> part) {
		return issues.stream().map(part).distinct().collect(Collectors.joining("; "));
	}

	private static String sentence(Messages messages, Issue issue) {
		String where = issue.column() == 0 ? "" : "[" + issue.header() + "] ";
		return where + messages.text(issue.message());
	}

	private static String[] row(String[] cells, int width, String... more) {
		List<String> all = new ArrayList<>(Arrays.asList(Arrays.copyOf(cells, Math.max(width, cells.length))));
		all.addAll(List.of(more));
		return all.stream().map((cell) -> (cell != null) ? harmless(cell) : "").toArray(String[]::new);
	}

	/** The cell so that a spreadsheet does not run it: an apostrophe before a formula. */
	public static String harmless(String cell) {
		boolean runs = FORMULA.matcher(cell).matches() && !NUMBER.matcher(cell).matches();
		return runs ? "'" + cell : cell;
	}

}
