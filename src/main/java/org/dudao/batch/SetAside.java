package org.dudao.batch;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

import org.dudao.intake.Ending;
import org.dudao.intake.Row;
import org.dudao.warehouse.FactWriter;

/** Writes rows that are set aside after all, some at a time: they may be very many. */
final class SetAside implements BiConsumer<Integer, String> {

	private static final int ROWS_AT_A_TIME = 1_000;

	private final FactWriter writer;

	private final Set<Integer> missing;

	private final List<Row> rows = new ArrayList<>();

	SetAside(FactWriter writer, Set<Integer> lines) {
		this.writer = writer;
		this.missing = new HashSet<>(lines);
	}

	@Override
	public void accept(Integer line, String raw) {
		this.missing.remove(line);
		this.rows.add(new Row.Rejected(line, raw, List.of(Ending.duplicated())));
		if (this.rows.size() >= ROWS_AT_A_TIME) {
			write();
		}
	}

	private void write() {
		this.writer.write(this.rows);
		this.rows.clear();
	}

	/** Writes the last ones, and those whose text was not found. */
	void end() {
		List.copyOf(this.missing).forEach((line) -> accept(line, ""));
		write();
	}

}
