package org.dudao.correction;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.stream.Stream;

import org.dudao.correction.Columns.Own;
import org.dudao.correction.Returned.Line;
import org.dudao.intake.Intake;
import org.dudao.intake.Issue;
import org.dudao.intake.Screening;
import org.dudao.intake.Source;
import org.dudao.message.Message;
import org.dudao.message.Messages;
import org.dudao.report.RejectedRows;
import org.dudao.submission.Archive;
import org.dudao.submission.Lineage;
import org.dudao.submission.Lineage.Corrected;
import org.dudao.submission.Lineage.Link;
import org.dudao.submission.Submission;
import org.dudao.submission.SubmissionState;
import org.dudao.submission.Submissions;
import org.dudao.submission.Submissions.Recognition;
import org.jspecify.annotations.Nullable;

import tools.jackson.databind.json.JsonMapper;

/**
 * Takes correction files back: merges the rows that came back into the file whose
 * rejected rows they are. Enters nothing into the database.
 */
public final class Corrections {

	private final Intake intake;

	private final Archive archive;

	private final Submissions submissions;

	private final Lineage lineage;

	private final RejectedRows rejected;

	/** Corrections of those submissions. */
	public Corrections(Intake intake, Archive archive, Submissions submissions, Lineage lineage,
			RejectedRows rejected) {
		this.intake = intake;
		this.archive = archive;
		this.submissions = submissions;
		this.lineage = lineage;
		this.rejected = rejected;
	}

	/**
	 * Whether a file is a correction file. What only begins like a workbook and is not
	 * called one is none: reading it as rows says what is wrong with it.
	 * @throws CorrectionRefused when it looks like one and cannot be read
	 */
	public static boolean isOne(Path file) throws IOException {
		try {
			return Returned.read(file) != null;
		}
		catch (CorrectionRefused unsound) {
			if (unsound.reason().code().equals("correction.no-workbook") && !CorrectionFile.isWorkbook(file)) {
				return false;
			}
			throw unsound;
		}
	}

	/**
	 * The number of the submission that a file corrects, by its first row; empty when it
	 * is no correction file or names none.
	 * @throws CorrectionRefused when it looks like one and cannot be read
	 */
	public static OptionalLong parent(Path file) throws IOException {
		Returned returned = Returned.read(file);
		if (returned == null || returned.lines().isEmpty()) {
			return OptionalLong.empty();
		}
		RowNumber number = RowNumber.read(returned.lines().get(0).cell(Own.NUMBER.in(returned.header())));
		return (number != null) ? OptionalLong.of(number.submission()) : OptionalLong.empty();
	}

	/**
	 * Merges a correction file into the file that it corrects.
	 * @param correction the correction file
	 * @param sender who sent it, null when nobody says
	 * @param to where the merged file is written
	 * @throws CorrectionRefused when that cannot be
	 */
	public Merged merge(Path correction, @Nullable String sender, Path to) throws IOException {
		Returned returned = Objects.requireNonNull(Returned.read(correction), "no correction file");
		Map<RowNumber, Line> lines = numbered(returned);
		Submission parent = parent(lines);
		if (sender != null && !sender.equals(parent.sender())) {
			throw refused("correction.sender", parent.id(), Objects.requireNonNullElse(parent.sender(), "-"), sender);
		}
		Recognition recognition = recognised(parent);
		Columns columns = Columns.of(List.of(JsonMapper.shared().readValue(recognition.header(), String[].class)));
		Map<Integer, List<Issue>> rows = new HashMap<>();
		this.rejected.read(parent.id(), (row) -> rows.put(row.line(), List.copyOf(row.issues())));
		Map<Integer, Answer> answers = answers(returned, lines, columns, rows);
		Merge merge = new Merge(this.archive.path(parent.sha256()), recognition.charset(), recognition.delimiter(),
				rows, answers);
		List<Corrected> corrected;
		try (OutputStream out = Files.newOutputStream(to)) {
			corrected = merge.write(out);
		}
		checkForm(parent, recognition, to);
		return new Merged(parent, corrected);
	}

	private static Map<RowNumber, Line> numbered(Returned returned) {
		int column = Own.NUMBER.in(returned.header());
		Map<RowNumber, Line> lines = new java.util.LinkedHashMap<>();
		for (Line line : returned.lines()) {
			RowNumber number = RowNumber.read(line.cell(column));
			if (number == null) {
				throw refused("correction.number", line.number(), returned.header().get(column), line.cell(column));
			}
			Line other = lines.put(number, line);
			if (other != null) {
				throw refused("correction.number-twice", line.number(), other.number(), number);
			}
		}
		if (lines.isEmpty()) {
			throw refused("correction.no-rows");
		}
		return lines;
	}

	private Submission parent(Map<RowNumber, Line> lines) {
		RowNumber first = lines.keySet().iterator().next();
		for (Map.Entry<RowNumber, Line> entry : lines.entrySet()) {
			RowNumber number = entry.getKey();
			if (number.submission() != first.submission() || !number.hash().equals(first.hash())) {
				throw refused("correction.two-parents", entry.getValue().number(), number, first);
			}
		}
		return this.submissions.find(first.submission())
			.filter(first::isOf)
			.orElseThrow(() -> refused("correction.unknown", first));
	}

	/**
	 * Whether what is made of a submission may take its place.
	 * @throws CorrectionRefused when it may not: it was corrected, replaced or withdrawn
	 */
	public void check(Submission parent) {
		Submission newest = newest(parent);
		if (newest.id() != parent.id()) {
			throw refused((newest.ledger().rejected() > 0) ? "correction.newer" : "correction.done", parent.id(),
					newest.id());
		}
		if (parent.state() == SubmissionState.WITHDRAWN) {
			throw refused("correction.withdrawn", parent.id());
		}
		if (parent.state() == SubmissionState.SUPERSEDED) {
			throw refused("correction.superseded", parent.id());
		}
	}

	/** How the file is written, when there is anything to correct in it. */
	private Recognition recognised(Submission parent) {
		if (parent.state().isUnfinished()) {
			throw refused("correction.unfinished", parent.id());
		}
		if (this.submissions.isFilePurged(parent.id())) {
			throw refused("correction.purged", parent.id());
		}
		return this.submissions.recognition(parent.id())
			.filter((known) -> parent.ledger().rejected() > 0)
			.orElseThrow(() -> refused("correction.no-rejected", parent.id()));
	}

	/**
	 * The last of a chain of corrections. One that was held, rejected or withdrawn took
	 * no one's place, so its parent can be corrected again.
	 */
	private Submission newest(Submission submission) {
		List<Link> children = this.lineage.children(submission.id());
		for (int i = children.size() - 1; i >= 0; i--) {
			Submission child = this.submissions.find(children.get(i).child()).orElseThrow();
			if (!child.state().needsOfficer() && child.state() != SubmissionState.WITHDRAWN) {
				return newest(child);
			}
		}
		return submission;
	}

	private static Map<Integer, Answer> answers(Returned returned, Map<RowNumber, Line> lines, Columns columns,
			Map<Integer, List<Issue>> rejected) {
		int[] places = columns.places(returned.header());
		int action = Own.ACTION.in(returned.header());
		Map<Integer, Answer> answers = new HashMap<>();
		lines.forEach((number, line) -> {
			if (!rejected.containsKey(number.line())) {
				throw refused("correction.not-rejected", line.number(), number.line(), number.submission());
			}
			answers.put(number.line(), answer(line, places, returned.header(), isDeleted(line, action)));
		});
		return answers;
	}

	private static boolean isDeleted(Line line, int action) {
		String word = Texts.trim(line.cell(action)).toLowerCase(Locale.ROOT);
		List<String> known = Stream.of(Locale.CHINESE, Locale.ENGLISH)
			.map((locale) -> new Messages(locale).text("correction.delete"))
			.toList();
		if (!word.isEmpty() && !known.contains(word)) {
			throw refused("correction.action", line.number(), line.cell(action));
		}
		return !word.isEmpty();
	}

	private static Answer answer(Line line, int[] places, List<String> header, boolean deleted) {
		List<String> cells = new ArrayList<>();
		int last = 0;
		for (int place : places) {
			cells.add(line.cell(place));
			last = Math.max(last, place);
		}
		if (!deleted && cells.stream().allMatch((cell) -> Texts.trim(cell).isEmpty())) {
			throw refused("correction.empty-row", line.number());
		}
		for (int extra = last + 1; extra < line.cells().size(); extra++) {
			if (extra >= header.size() || Texts.trim(header.get(extra)).isEmpty()) {
				cells.add(line.cell(extra));
			}
		}
		while (cells.size() > places.length && Texts.trim(cells.get(cells.size() - 1)).isEmpty()) {
			cells.remove(cells.size() - 1);
		}
		return new Answer(deleted, cells);
	}

	/** What was merged must be read in the way in which it was sent. */
	private void checkForm(Submission parent, Recognition sent, Path merged) throws IOException {
		Screening screening = this.intake.screen(
				new Source(merged, parent.fileName(), parent.sender(), parent.hints().feed(), parent.hints().period()));
		if (screening instanceof Screening.Recognised now && !(now.charset().equals(sent.charset())
				&& now.delimiter() == sent.delimiter() && now.headerLine() == sent.headerLine())) {
			throw refused("correction.form", parent.id());
		}
	}

	private static CorrectionRefused refused(String code, Object... args) {
		return new CorrectionRefused(Message.of(code, args));
	}

	/**
	 * A merged file.
	 *
	 * @param parent the submission that was corrected
	 * @param rows what became of its rejected rows
	 */
	public record Merged(Submission parent, List<Corrected> rows) {
	}

}
