package org.dudao.intake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A row of headers, one or several records high, looked up by name. */
final class Header {

	private final List<HeaderCell> cells = new ArrayList<>();

	private final Map<String, List<Integer>> byName = new HashMap<>();

	/**
	 * The header that these records make up. The cells of one column are joined from the
	 * top; an empty upper cell repeats the one to its left. Empty columns at the end do
	 * not count.
	 */
	Header(List<String[]> records) {
		int width = records.stream().mapToInt(Header::width).max().orElse(0);
		for (int column = 0; column < width; column++) {
			StringBuilder text = new StringBuilder();
			for (int row = 0; row < records.size(); row++) {
				text.append(cell(records.get(row), column, row < records.size() - 1));
			}
			HeaderCell cell = HeaderCell.of(text.toString());
			this.byName.computeIfAbsent(cell.name(), (none) -> new ArrayList<>()).add(column);
			this.cells.add(cell);
		}
	}

	private static String cell(String[] cells, int column, boolean repeated) {
		for (int i = Math.min(column, cells.length - 1); i >= 0; i--) {
			if (!repeated && i < column) {
				return "";
			}
			if (!repeated || !Cells.isBlank(cells[i])) {
				return Cells.trim(cells[i]);
			}
		}
		return "";
	}

	/** How many cells there are up to the last that is not blank. */
	static int width(String[] cells) {
		int width = cells.length;
		while (width > 0 && Cells.isBlank(cells[width - 1])) {
			width--;
		}
		return width;
	}

	/** How many of the cells are filled. */
	static long filled(String[] cells) {
		return Arrays.stream(cells).filter((cell) -> !Cells.isBlank(cell)).count();
	}

	/** The columns of that name, from 0, whatever their unit. */
	List<Integer> named(String name) {
		return this.byName.getOrDefault(name, List.of());
	}

	/** The columns of any of these names, from the left. */
	List<Integer> named(List<HeaderCell> names) {
		Set<Integer> columns = new LinkedHashSet<>();
		names.forEach((name) -> columns.addAll(named(name.name())));
		return columns.stream().sorted().toList();
	}

	HeaderCell cell(int column) {
		return this.cells.get(column);
	}

	int width() {
		return this.cells.size();
	}

	/** The headers as they are written. */
	List<String> written() {
		return this.cells.stream().map(HeaderCell::written).toList();
	}

	@Override
	public String toString() {
		return Cells.cut(String.join(", ", written()));
	}

}
