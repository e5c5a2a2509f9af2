package org.dudao.cli;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** Rows to be shown. A column's name is its JSON key and the end of its bundle key. */
final class Listing {

	private final List<String> columns;

	private final List<List<@Nullable Object>> rows = new ArrayList<>();

	Listing(String... columns) {
		this.columns = List.of(columns);
	}

	/** Adds a row: numbers, texts, lists of them or null, one a column. */
	Listing add(@Nullable Object... cells) {
		if (cells.length != this.columns.size()) {
			throw new IllegalArgumentException(cells.length + " cells for " + this.columns);
		}
		this.rows.add(java.util.Arrays.asList(cells));
		return this;
	}

	/** The same rows with one more column, in which all say the same. */
	Listing with(String column, Object cell) {
		List<String> more = new ArrayList<>(this.columns);
		more.add(column);
		Listing listing = new Listing(more.toArray(String[]::new));
		for (List<@Nullable Object> row : this.rows) {
			List<@Nullable Object> cells = new ArrayList<>(row);
			cells.add(cell);
			listing.rows.add(cells);
		}
		return listing;
	}

	List<String> columns() {
		return this.columns;
	}

	List<List<@Nullable Object>> rows() {
		return this.rows;
	}

}
