package org.dudao.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.dudao.catalog.Feed;

import org.jspecify.annotations.Nullable;

/**
 * The first facts of a file, for sensors that compare rows with one another. There are
 * never more than a few thousand, however long the file is.
 */
final class FigureSample {

	private static final int MOST = 2_000;

	private final Screening.Recognised file;

	private final List<Sampled> facts = new ArrayList<>();

	FigureSample(Screening.Recognised file) {
		this.file = file;
	}

	/** A fact and the line that it stands on. */
	record Sampled(int line, Fact fact) {
	}

	/** Takes note of a row. */
	void add(int line, List<Fact> found) {
		for (int i = 0; i < found.size() && this.facts.size() < MOST; i++) {
			this.facts.add(new Sampled(line, found.get(i)));
		}
	}

	Feed feed() {
		return this.file.feed();
	}

	List<Sampled> facts() {
		return this.facts;
	}

	/** The figure of that field, null where there is none. */
	static @Nullable Double figure(Fact fact, int field) {
		return (fact.values()[field] instanceof Number figure) ? figure.doubleValue() : null;
	}

	/** The column that a fact has that field from. */
	Optional<Column> column(Fact fact, String field) {
		return this.file.columns()
			.stream()
			.filter((column) -> column.item() == fact.item() && column.field().equals(field))
			.findFirst();
	}

}
