package org.dudao.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The columns of a sender's table, from the left.
 *
 * @param <T> what one row is about
 */
final class Columns<T> {

	private final List<String> headers = new ArrayList<>();

	private final List<Function<T, String>> cells = new ArrayList<>();

	/** Adds a column. */
	Columns<T> with(String header, Function<T, ?> cell) {
		this.headers.add(header);
		this.cells.add((row) -> String.valueOf(cell.apply(row)));
		return this;
	}

	/** The header of each column. */
	List<String> headers() {
		return this.headers;
	}

	/** The cells of one row. */
	List<String> cells(T row) {
		return this.cells.stream().map((cell) -> cell.apply(row)).toList();
	}

}
