package org.dudao.correction;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.dudao.intake.Issue;
import org.dudao.intake.Records;
import org.dudao.message.Message;
import org.dudao.submission.Lineage.Corrected;
import org.dudao.submission.Lineage.Standing;
import org.jspecify.annotations.Nullable;

/**
 * Puts corrected rows into the place of the rejected ones. Every byte outside of them is
 * copied as it is.
 */
final class Merge {

	private final Path parent;

	private final String charset;

	private final char delimiter;

	private final Map<Integer, List<Issue>> rejected;

	private final Map<Integer, Answer> answers;

	private final List<Corrected> rows = new ArrayList<>();

	/** By how many lines what follows a line of the parent has moved. */
	private final TreeMap<Integer, Integer> moved = new TreeMap<>(Map.of(0, 0));

	/** So far the parent is copied. */
	private long copied;

	private boolean changed;

	/**
	 * A merge.
	 * @param parent the file as it was sent
	 * @param charset its charset
	 * @param delimiter what stands between two of its cells
	 * @param rejected what is wrong with its rejected rows, by line
	 * @param answers what came back, by line
	 */
	Merge(Path parent, String charset, char delimiter, Map<Integer, List<Issue>> rejected,
			Map<Integer, Answer> answers) {
		this.parent = parent;
		this.charset = charset;
		this.delimiter = delimiter;
		this.rejected = rejected;
		this.answers = answers;
	}

	/**
	 * Writes the merged file.
	 * @return what became of each rejected row, by line
	 * @throws CorrectionRefused when nothing was changed, or a sign cannot be written in
	 * the charset
	 */
	List<Corrected> write(OutputStream out) throws IOException {
		try (Records records = Records.open(this.parent, this.charset, this.delimiter);
				FileChannel in = FileChannel.open(this.parent);
				WritableByteChannel to = Channels.newChannel(out)) {
			while (records.next()) {
				if (this.rejected.containsKey(records.line())) {
					row(records, in, to);
				}
			}
			copy(in, in.size(), to);
		}
		if (!this.changed) {
			throw new CorrectionRefused(Message.of("correction.nothing-changed"));
		}
		return this.rows.stream().map(this::renumbered).toList();
	}

	private void row(Records records, FileChannel in, WritableByteChannel to) throws IOException {
		int line = records.line();
		int place = line + this.moved.lastEntry().getValue();
		Answer answer = this.answers.get(line);
		if (answer == null) {
			this.rows.add(new Corrected(line, place, Standing.LEFT, this.rejected.getOrDefault(line, List.of())));
		}
		else if (answer.deleted()) {
			this.rows.add(new Corrected(line, null, Standing.DELETED, List.of()));
			replace(records, records.after(), "", in, to);
			move(line, -lines(records.raw()) - (records.terminator().isEmpty() ? 0 : 1));
		}
		else {
			this.rows.add(new Corrected(line, place, Standing.RETURNED, List.of()));
			String corrected = corrected(records, answer);
			if (corrected != null) {
				replace(records, records.end(), corrected, in, to);
				move(line, lines(corrected) - lines(records.raw()));
			}
		}
	}

	/** The text of the corrected row, null when nobody changed it. */
	private @Nullable String corrected(Records records, Answer answer) {
		List<String> sent = Records.cells(records.raw(), this.delimiter);
		Set<Integer> faults = this.rejected.getOrDefault(records.line(), List.of())
			.stream()
			.map((issue) -> issue.column() - 1)
			.collect(Collectors.toSet());
		List<String> cells = answer.over(sent, faults, records.terminator());
		int width = cells.size();
		while (width > sent.size() && cells.get(width - 1).isEmpty()) {
			width--;
		}
		boolean same = cells.subList(0, width).equals(sent);
		return same ? null
				: cells.stream().map(this::quoted).collect(Collectors.joining(String.valueOf(this.delimiter)));
	}

	private String quoted(String cell) {
		boolean plain = cell.indexOf(this.delimiter) < 0 && cell.indexOf('"') < 0 && cell.indexOf('\n') < 0
				&& cell.indexOf('\r') < 0;
		return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
	}

	private void replace(Records records, long end, String text, FileChannel in, WritableByteChannel to)
			throws IOException {
		this.changed = true;
		copy(in, records.start(), to);
		this.copied = end;
		Charset known = records.charset();
		if (!known.newEncoder().canEncode(text)) {
			throw new CorrectionRefused(Message.of("correction.charset", records.line(), known.name()));
		}
		to.write(java.nio.ByteBuffer.wrap(text.getBytes(known)));
	}

	private void copy(FileChannel in, long end, WritableByteChannel to) throws IOException {
		while (this.copied < end) {
			this.copied += in.transferTo(this.copied, end - this.copied, to);
		}
	}

	private void move(int behind, int lines) {
		if (lines != 0) {
			this.moved.put(behind, this.moved.lastEntry().getValue() + lines);
		}
	}

	/** How many line ends there are in a text. */
	private static int lines(String text) {
		return (int) text.replace("\r\n", "\n").chars().filter((c) -> c == '\n' || c == '\r').count();
	}

	/** A row that repeats another names the line where that stands now. */
	private Corrected renumbered(Corrected row) {
		List<Issue> issues = row.issues().stream().map((issue) -> {
			Message message = issue.message();
			if (!message.code().equals("row.duplicate") || message.args().isEmpty()) {
				return issue;
			}
			List<Object> args = new ArrayList<>(message.args());
			int line = Integer.parseInt(message.args().get(0));
			args.set(0, line + this.moved.lowerEntry(line).getValue());
			return new Issue(issue.column(), issue.header(), issue.value(), Message.of(message.code(), args.toArray()));
		}).toList();
		return new Corrected(row.parentLine(), row.line(), row.standing(), issues);
	}

}
