package org.dudao.intake;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.dudao.catalog.Feed;
import org.dudao.catalog.Field;
import org.dudao.catalog.SeriesBreak;
import org.dudao.catalog.Stage;
import org.dudao.message.Message;
import org.dudao.message.Words;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a file below its header, one at a time and in order: every record is
 * accepted, rejected or ignored. Memory grows by some 30 bytes a row, for the keys.
 */
public final class RowReader implements AutoCloseable {

	/** Uploads that break off do so after whole blocks. */
	private static final int BLOCK = 4096;

	private final RecordReader records;

	private final RowShape shape;

	private final List<Item> items = new ArrayList<>();

	private final boolean unpivoted;

	private final RowChecks checks;

	private final Revision revision;

	private final KeyHash hash;

	/** The keys of one row's facts. */
	private final long[] hashes;

	private final Words keyNames;

	private final KeyTable keys = new KeyTable();

	private final List<SeriesBreak> seriesBreaks;

	private final List<Declared.SeriesNote> notes = new ArrayList<>(0);

	private final Suspicions suspicions = new Suspicions();

	private final FileSensors sensors;

	private final long size;

	private final Set<Integer> duplicatedLines = new LinkedHashSet<>();

	private final int headerLine;

	private boolean anyRow;

	private boolean ended;

	private int lastLine;

	/** Whether the last line so far has a line end. */
	private boolean terminated = true;

	/** What reads and judges one of the facts of each row. */
	private record Item(FactReader reader, Map<String, Column> columns, SwapSensor sensor) {
	}

	RowReader(Screening.Recognised file, List<Stage> stages, RegionCells regions, Revision revision,
			FileSensors sensors, Limits limits) throws IOException {
		Feed feed = file.feed();
		this.revision = revision;
		this.shape = new RowShape(feed, file.header().size(), file.columns());
		this.unpivoted = file.layout().unpivot() != null;
		Dimensions dimensions = new Dimensions(feed, stages, regions);
		int items = file.columns().stream().mapToInt(Column::item).max().orElse(0) + 1;
		for (int i = 0; i < items; i++) {
			int item = i;
			List<Column> own = file.columns().stream().filter((column) -> column.item() == item).toList();
			Map<String, Column> byField = new HashMap<>();
			own.forEach((column) -> byField.putIfAbsent(column.field(), column));
			List<Given> given = file.given().stream().filter((one) -> one.item() == item).toList();
			this.items.add(new Item(new FactReader(feed, item, own, given, dimensions), byField,
					new SwapSensor(feed, byField)));
		}
		this.hashes = new long[2 * items];
		this.checks = new RowChecks(feed);
		this.hash = new KeyHash(feed.primaryKey().stream().mapToInt(feed::indexOf).toArray());
		this.keyNames = Titles
			.list(feed.primaryKey().stream().flatMap((name) -> feed.field(name).stream()).map(Field::title).toList());
		this.headerLine = file.headerLine();
		this.seriesBreaks = feed.seriesBreaks();
		this.sensors = sensors;
		this.size = Files.size(file.source().path());
		this.records = RecordReader.open(file.source().path(), Charset.forName(file.charset()), file.delimiter(),
				limits);
		try {
			skipHeader(file);
		}
		catch (IOException | RuntimeException ex) {
			this.records.close();
			throw ex;
		}
	}

	private void skipHeader(Screening.Recognised file) throws IOException {
		List<String[]> header = new ArrayList<>();
		while (this.records.next()) {
			if (this.records.line() >= this.headerLine) {
				header.add(this.records.cells());
				if (header.size() >= file.layout().headerRows() || new Header(header).written().equals(file.header())) {
					return;
				}
			}
			else {
				look(this.records.raw());
			}
		}
	}

	/**
	 * The next row, or null at the end.
	 * @throws DamagedFile when the bytes cannot be read on
	 */
	public @Nullable Row next() throws IOException {
		if (this.ended || !this.records.next()) {
			this.ended = true;
			return null;
		}
		String[] cells = this.records.cells();
		this.lastLine = this.records.line();
		this.terminated = this.records.terminated();
		Row.Ignored.Reason reason = this.shape.ignored(cells);
		if (reason != null) {
			if (reason == Row.Ignored.Reason.FOOTNOTE) {
				look(this.records.raw());
			}
			this.sensors.ignored(this.records.line(), cells, reason);
			return new Row.Ignored(this.records.line(), this.records.raw(), reason);
		}
		this.anyRow = true;
		if (!this.records.terminated() && this.shape.isShort(cells)) {
			this.suspicions.add(Sensor.LAST_LINE_CUT.says(this.records.line(), cells.length, this.shape.width()));
		}
		List<Issue> before = this.revision.leftOut().get(this.records.line());
		if (before != null) {
			return rejected(before);
		}
		Message fault = this.records.fault();
		Issue wrong = (fault != null) ? new Issue(0, "", Cells.cut(this.records.raw()), fault)
				: this.shape.wrongWidth(cells);
		if (wrong != null) {
			this.sensors.rejected();
			return rejected(List.of(wrong));
		}
		return row(cells);
	}

	/** Looks whether a line declares that years cannot be compared. */
	private void look(String line) {
		Set<Integer> breaks = new TreeSet<>();
		this.seriesBreaks.forEach((known) -> breaks.addAll(known.breaks(line)));
		if (!breaks.isEmpty()) {
			String text = Cells.trim(line);
			this.notes.add(new Declared.SeriesNote(this.records.line(), text, breaks));
			this.suspicions.add(Sensor.SERIES_BREAK.says(this.records.line(), Cells.cut(text),
					breaks.stream().map(String::valueOf).collect(Collectors.joining(", "))));
		}
	}

	private Row row(String[] cells) {
		int line = this.records.line();
		List<Issue> issues = new ArrayList<>(0);
		List<Issue> notes = new ArrayList<>(0);
		List<Fact> found = new ArrayList<>(this.items.size());
		for (Item item : this.items) {
			Fact fact = item.reader.read(cells, issues, !this.unpivoted);
			if (fact != null) {
				found.add(fact);
			}
		}
		if (found.isEmpty() && issues.isEmpty() && this.unpivoted) {
			this.items.get(0).reader.readDimensions(cells, issues);
		}
		for (Fact fact : found) {
			Item item = this.items.get(fact.item());
			this.checks.judge(fact, item.columns, item.sensor, issues, notes);
		}
		findDuplicates(found, issues, line);
		if (issues.isEmpty()) {
			this.sensors.accepted(line, cells, found);
		}
		else {
			this.sensors.rejected();
		}
		return issues.isEmpty() ? new Row.Accepted(line, found, notes) : rejected(issues.stream().distinct().toList());
	}

	private void findDuplicates(List<Fact> found, List<Issue> issues, int line) {
		for (int i = 0; i < found.size(); i++) {
			this.hash.over(found.get(i).values());
			this.hashes[2 * i] = this.hash.high();
			this.hashes[2 * i + 1] = this.hash.low();
			int first = this.keys.find(this.hash.high(), this.hash.low());
			if (first != 0 && !this.revision.yields(Math.abs(first), line)) {
				issues.add(new Issue(0, "", "", Message.of("row.duplicate", Math.abs(first), this.keyNames)));
			}
			if (first > 0 && !this.revision.yields(line, first)) {
				this.duplicatedLines.add(first);
			}
		}
		// all are looked for before any is kept: one duplicate rejects the row whole
		int kept = issues.isEmpty() ? line : -line;
		for (int i = 0; i < found.size(); i++) {
			this.keys.put(this.hashes[2 * i], this.hashes[2 * i + 1], kept);
		}
	}

	private Row rejected(List<Issue> issues) {
		return new Row.Rejected(this.records.line(), this.records.raw(), List.copyOf(issues));
	}

	/**
	 * What is only known now.
	 * @throws IllegalStateException before {@link #next()} has given null
	 */
	public Ending ending() {
		if (!this.ended) {
			throw new IllegalStateException("the file is not read to its end");
		}
		List<Message> refusals = new ArrayList<>();
		this.items.forEach((item) -> refusals.addAll(item.sensor.refusals()));
		if (!this.anyRow) {
			refusals.add(Message.of("header.no-rows", this.headerLine));
		}
		if (!this.terminated && this.size % BLOCK == 0) {
			this.suspicions.add(Sensor.BLOCK_END.says(this.lastLine, this.size, BLOCK));
		}
		this.sensors.end(this.suspicions);
		return new Ending(Set.copyOf(this.duplicatedLines), List.copyOf(refusals), this.suspicions.holds(),
				this.suspicions.informs(), declared());
	}

	private Declared declared() {
		List<Declared.LastDigit> digits = new ArrayList<>();
		this.items.forEach((item) -> digits.addAll(item.reader.lastDigits()));
		return new Declared(List.copyOf(this.notes), List.copyOf(digits));
	}

	@Override
	public void close() throws IOException {
		this.records.close();
	}

}
