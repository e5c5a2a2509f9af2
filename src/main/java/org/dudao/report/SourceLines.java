package org.dudao.report;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.opencsv.RFC4180Parser;
import com.opencsv.RFC4180ParserBuilder;
import org.dudao.intake.Column;
import org.dudao.intake.Intake;
import org.dudao.submission.Archive;
import org.dudao.submission.Submission;
import org.dudao.submission.Submissions;
import org.dudao.submission.Submissions.Recognition;

import tools.jackson.databind.json.JsonMapper;

/** Leads from a fact back to the very text of its line in the archived file. */
public final class SourceLines {

	private final Submissions submissions;

	private final Archive archive;

	/** Source lines of those submissions. */
	public SourceLines(Submissions submissions, Archive archive) {
		this.submissions = submissions;
		this.archive = archive;
	}

	/**
	 * The lines of a submission that begin there.
	 * @param lines the numbers, as an editor shows them
	 * @return by number; a line that cannot be found is not among them
	 */
	public Map<Integer, String> raw(long submission, Set<Integer> lines) throws IOException {
		Submission file = this.submissions.find(submission).orElseThrow();
		if (lines.isEmpty() || !this.archive.holds(file.sha256())) {
			return Map.of();
		}
		String charset = this.submissions.recognition(submission).orElseThrow().charset();
		return Intake.rawLines(this.archive.path(file.sha256()), charset, lines);
	}

	/** When the facts of a submission were removed; empty when they were not. */
	public Optional<Instant> purged(long submission) {
		return this.submissions.purged(submission);
	}

	/** The submission itself. */
	public Submission submission(long id) {
		return this.submissions.find(id).orElseThrow();
	}

	/**
	 * The cells of a line that made those fields of a fact.
	 * @param raw the text of the line
	 * @param item which of the facts of the line
	 */
	public List<Cell> cells(long submission, String raw, int item, Collection<String> fields) throws IOException {
		Recognition recognition = this.submissions.recognition(submission).orElseThrow();
		Column[] columns = JsonMapper.shared().readValue(recognition.columns(), Column[].class);
		RFC4180Parser parser = new RFC4180ParserBuilder().withSeparator(recognition.delimiter()).build();
		String[] cells = parser.parseLine(raw);
		Map<String, Cell> found = new LinkedHashMap<>();
		Arrays.stream(columns)
			.filter((column) -> column.item() == item && fields.contains(column.field()))
			.filter((column) -> column.index() < cells.length)
			.forEach((column) -> found.putIfAbsent(column.field(),
					new Cell(column.field(), column.index() + 1, column.header(), cells[column.index()])));
		return new ArrayList<>(found.values());
	}

	/**
	 * A cell of the file.
	 *
	 * @param field the field it gives
	 * @param column the column, from 1
	 * @param header the header above it
	 * @param text what is written in it
	 */
	public record Cell(String field, int column, String header, String text) {
	}

}
