package org.dudao.intake;

import java.util.List;
import java.util.regex.Pattern;

import org.dudao.catalog.Feed;
import org.dudao.message.Message;
import org.jspecify.annotations.Nullable;

/**
 * Tells rows from lines that are no data: blank ones, totals and footnotes. What is
 * neither is a row, if need be a rejected one.
 */
final class RowShape {

	private final Pattern totals;

	private final Pattern footnotes;

	private final int width;

	/** The columns, from 0, that every row must fill. */
	private final int[] required;

	/** The last text that was matched, for rows often begin alike. */
	private String matched = "";

	private boolean startsFootnote;

	private boolean isTotal;

	/** Whether the line before was a footnote, which may run on. */
	private boolean footnote;

	RowShape(Feed feed, int width, List<Column> columns) {
		this.totals = feed.totals();
		this.footnotes = feed.footnotes();
		this.width = width;
		this.required = columns.stream()
			.filter((column) -> feed.field(column.field())
				.filter((field) -> field.constraints().required() && !field.type().isMeasure())
				.isPresent())
			.mapToInt(Column::index)
			.distinct()
			.toArray();
	}

	/** Why the record is no row, null when it is one. */
	Row.Ignored.@Nullable Reason ignored(String[] cells) {
		boolean after = this.footnote;
		this.footnote = false;
		int first = 0;
		while (first < cells.length && Cells.isBlank(cells[first])) {
			first++;
		}
		if (first == cells.length) {
			this.footnote = after;
			return Row.Ignored.Reason.BLANK;
		}
		match(Cells.trim(cells[first]));
		if (this.startsFootnote && !isRow(cells) || after && continues(cells, first)) {
			this.footnote = true;
			return Row.Ignored.Reason.FOOTNOTE;
		}
		return this.isTotal ? Row.Ignored.Reason.TOTAL : null;
	}

	private void match(String text) {
		if (!text.equals(this.matched)) {
			this.matched = text;
			this.startsFootnote = this.footnotes.matcher(text).find();
			this.isTotal = this.totals.matcher(text).find();
		}
	}

	private static boolean continues(String[] cells, int first) {
		return Cells.isSpace(cells[first].charAt(0)) && Header.filled(cells) == 1;
	}

	private boolean isRow(String[] cells) {
		if (cells.length != this.width || this.required.length == 0) {
			return false;
		}
		for (int column : this.required) {
			if (Cells.isBlank(cells[column])) {
				return false;
			}
		}
		return true;
	}

	/** How many cells a row has. */
	int width() {
		return this.width;
	}

	/** Whether cells are missing at the end of the row. */
	boolean isShort(String[] cells) {
		return cells.length < this.width;
	}

	/** What is wrong with the number of cells, null when nothing is. */
	@Nullable Issue wrongWidth(String[] cells) {
		if (isShort(cells)) {
			return new Issue(0, "", "", Message.of("row.cells-missing", this.width, cells.length));
		}
		int found = (cells.length == this.width) ? this.width : Header.width(cells);
		return (found > this.width) ? new Issue(this.width + 1, "", Cells.cut(cells[found - 1]),
				Message.of("row.cells-extra", this.width, found)) : null;
	}

}
