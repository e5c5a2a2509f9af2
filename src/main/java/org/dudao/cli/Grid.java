package org.dudao.cli;

import java.util.ArrayList;
import java.util.List;

/**
 * A table on a terminal, where a Chinese character takes two columns. A long cell goes on
 * below itself.
 */
final class Grid {

	private static final int WIDEST_COLUMN = 60;

	private static final String GAP = "  ";

	private final List<List<String>> rows;

	private final int[] widths;

	/** A table of those cells, as many in each row; the first row is the head. */
	Grid(List<List<String>> rows) {
		this.rows = rows;
		this.widths = new int[rows.isEmpty() ? 0 : rows.get(0).size()];
		for (List<String> row : rows) {
			for (int i = 0; i < this.widths.length; i++) {
				this.widths[i] = Math.min(WIDEST_COLUMN, Math.max(this.widths[i], width(row.get(i))));
			}
		}
	}

	/** The lines of it, without blanks at their ends. */
	List<String> lines() {
		List<String> lines = new ArrayList<>();
		for (List<String> row : this.rows) {
			List<List<String>> cells = row.stream().map(Grid::pieces).toList();
			int height = cells.stream().mapToInt(List::size).max().orElse(0);
			for (int i = 0; i < height; i++) {
				lines.add(line(cells, i));
			}
		}
		return lines;
	}

	private String line(List<List<String>> cells, int index) {
		StringBuilder line = new StringBuilder();
		for (int i = 0; i < this.widths.length; i++) {
			String piece = (index < cells.get(i).size()) ? cells.get(i).get(index) : "";
			line.append(piece).append(" ".repeat(this.widths[i] - width(piece))).append(GAP);
		}
		return line.toString().stripTrailing();
	}

	/** The cell in pieces that fit, cut at a blank where there is one. */
	private static List<String> pieces(String cell) {
		List<String> pieces = new ArrayList<>();
		String rest = cell;
		while (width(rest) > WIDEST_COLUMN) {
			int end = 0;
			for (int taken = 0; taken + width(rest.codePointAt(end)) <= WIDEST_COLUMN;) {
				taken += width(rest.codePointAt(end));
				end = rest.offsetByCodePoints(end, 1);
			}
			int blank = rest.lastIndexOf(' ', end);
			int cut = (blank > 0) ? blank : end;
			pieces.add(rest.substring(0, cut));
			rest = rest.substring(cut).stripLeading();
		}
		pieces.add(rest);
		return pieces;
	}

	/** How many columns of a terminal a text takes. */
	static int width(String text) {
		return text.codePoints().map(Grid::width).sum();
	}

	private static int width(int c) {
		boolean wide = Character.isIdeographic(c) || c >= 0x3000 && c <= 0x303F || c >= 0xFF01 && c <= 0xFF60;
		return wide ? 2 : 1;
	}

}
