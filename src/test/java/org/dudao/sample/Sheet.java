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
		return this.lines.stream()
			.filter((line) -> line.kind() == Line.Kind.DATA && line.cells().containsAll(List.of(cells)))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException(this.path + " has no row " + List.of(cells)));
	}

	/** Writes over one cell of a row, which must get the row rejected. */
	void spoil(Line line, String header, String value, String code, Text what) {
		int column = header().indexOf(header);
		if (column < 0) {
			throw new IllegalArgumentException(this.path + " has no column " + header + " but " + header());
		}
		line.cells().set(column, value);
		line.reject(column + 1, code, what);
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
		int ignored = 0;
		int rows = 0;
		for (Line line : this.lines) {
			for (Line.Expected fault : line.faults()) {
				String value = (fault.column() > 0) ? line.cells().get(fault.column() - 1) : "";
				faults.add(new RowFault(this.path, number, fault.column(), value, fault.code(), fault.what()));
			}
			rows += (line.kind() == Line.Kind.DATA) ? 1 : 0;
			ignored += (line.kind() == Line.Kind.IGNORED) ? 1 : 0;
			number += this.form.lines(line.cells());
		}
		byte[] bytes = this.form.write(this.lines.stream().map(Line::cells).toList());
		int rejected = (int) this.lines.stream().filter((line) -> !line.faults().isEmpty()).count();
		return new Received(this.path, bytes, rows - rejected, rejected, ignored, faults);
	}

	private Line add(Line.Kind kind, List<String> cells) {
		Line line = new Line(kind, new ArrayList<>(cells));
		this.lines.add(line);
		return line;
	}

}
