package org.dudao.sample;

import java.util.ArrayList;
import java.util.List;

import org.dudao.catalog.Text;

/** A table on its way into a file, with what is known about each of its lines. */
final class Sheet {

	private final String path;

	private final Form form;

	private final List<Line> lines = new ArrayList<>();

	Sheet(String path, Form form) {
		this.path = path;
		this.form = form;
	}

	/** Where it will be, seen from the inbox. */
	String path() {
		return this.path;
	}

	/** A line above the header. */
	void preamble(String... cells) {
		add(Line.Kind.PREAMBLE, List.of(cells));
	}

	/** A header row. */
	void header(List<String> cells) {
		add(Line.Kind.HEADER, cells);
	}

	/** A row of data. */
	Line data(List<String> cells) {
		return add(Line.Kind.DATA, cells);
	}

	/** A row of totals or a footnote, which a run must pass over. */
	void ignored(String... cells) {
		add(Line.Kind.IGNORED, List.of(cells));
	}

	/**
	 * The first row of data with all these cells.
	 * @throws IllegalArgumentException when there is none, so that no fault is lost
	 */
	Line row(String... cells) {
		return rows().stream()
			.filter((line) -> line.cells().containsAll(List.of(cells)))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException(this.path + " has no row " + List.of(cells)));
	}

	/** The rows of data. */
	List<Line> rows() {
		return this.lines.stream().filter((line) -> line.kind() == Line.Kind.DATA).toList();
	}

	/** Writes over one cell of a row, which stays a good one. */
	void write(Line line, String header, String value) {
		line.cells().set(column(header), value);
	}

	/** Writes over one cell of a row, which must get the row rejected. */
	Line spoil(Line line, String header, String value, String code, Text what) {
		write(line, header, value);
		line.reject(column(header) + 1, code, what);
		return line;
	}

	/** Adds a cell to a row, which must get it rejected. */
	void extra(Line line, String value, String code, Text what) {
		line.cells().add(value);
		line.reject(line.cells().size(), code, what);
	}

	/** Takes the last cell from a row, which must get it rejected. */
	void cut(Line line, String code, Text what) {
		line.cells().remove(line.cells().size() - 1);
		line.reject(0, code, what);
	}

	private int column(String header) {
		int column = header().indexOf(header);
		if (column < 0) {
			throw new IllegalArgumentException(this.path + " has no column " + header + " but " + header());
		}
		return column;
	}

	/** Puts a row below another. */
	Line insertBelow(Line above, List<String> cells) {
		Line line = new Line(Line.Kind.DATA, new ArrayList<>(cells));
		this.lines.add(this.lines.indexOf(above) + 1, line);
		return line;
	}

	/** The last header row, in which every column has its own name. */
	List<String> header() {
		return this.lines.stream()
			.filter((line) -> line.kind() == Line.Kind.HEADER)
			.reduce((a, b) -> b)
			.orElseThrow()
			.cells();
	}

	/** The file, as it is sent. */
	Received receive() {
		List<RowFault> faults = new ArrayList<>();
		int number = 1;
		for (Line line : this.lines) {
			for (Line.Expected fault : line.faults()) {
				String value = (fault.column() > 0) ? line.cells().get(fault.column() - 1) : "";
				faults.add(new RowFault(this.path, number, fault.column(), value, fault.code(), fault.what()));
			}
			number += this.form.lines(line.cells());
		}
		byte[] bytes = this.form.write(this.lines.stream().map(Line::cells).toList());
		int ignored = (int) this.lines.stream().filter((line) -> line.kind() == Line.Kind.IGNORED).count();
		int rejected = (int) rows().stream().filter((line) -> !line.faults().isEmpty()).count();
		return new Received(this.path, bytes, Outcome.PUBLISHED,
				new Received.Rows(rows().size() - rejected, rejected, ignored), faults);
	}

	private Line add(Line.Kind kind, List<String> cells) {
		Line line = new Line(kind, new ArrayList<>(cells));
		this.lines.add(line);
		return line;
	}

}
