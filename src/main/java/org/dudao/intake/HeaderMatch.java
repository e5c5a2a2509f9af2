package org.dudao.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.dudao.catalog.Feed;
import org.dudao.catalog.Layout;
import org.dudao.message.Message;

/**
 * How a header looks when read as one layout of one feed.
 *
 * @param feed the feed
 * @param layout the layout
 * @param rows how many records high the header is
 * @param header the header
 * @param columns where each field of each fact is found
 * @param given what rows do not say themselves
 * @param missing what the layout or the feed needs and the header lacks, each with the
 * names it would be known by
 * @param measures how many columns hold figures
 * @param problems why the file is refused although the header is known
 */
record HeaderMatch(Feed feed, Layout layout, int rows, Header header, List<Column> columns, List<Given> given,
		List<String> missing, long measures, List<Message> problems) {

	/** Whether the header is this layout's. */
	boolean complete() {
		return this.missing.isEmpty()
				&& (this.measures > 0 || this.feed.fields().stream().noneMatch((field) -> field.type().isMeasure()));
	}

	/** The columns, from 0, that some field is read from. */
	Set<Integer> used() {
		return this.columns.stream().map(Column::index).collect(Collectors.toSet());
	}

	/** How many fields were found. */
	long hits() {
		return this.columns.stream().map(Column::field).distinct().count();
	}

	/** Whether it explains all of the header that the other does, and more. */
	boolean beats(HeaderMatch other) {
		Set<Integer> used = used();
		Set<Integer> others = other.used();
		return used.containsAll(others)
				&& (used.size() > others.size() || this.feed.equals(other.feed) && other.isPlain() && !isPlain());
	}

	private boolean isPlain() {
		return this.layout.name().equals("plain");
	}

	/** The headers of columns that no field uses and the layout does not pass over. */
	List<String> unknown() {
		return unknownColumns().stream().map((column) -> {
			String written = this.header.cell(column).written();
			return written.isEmpty() ? "#" + (column + 1) : written;
		}).toList();
	}

	private List<Integer> unknownColumns() {
		Set<Integer> used = used();
		Set<String> ignored = this.layout.ignore()
			.stream()
			.map((name) -> HeaderCell.of(name).name())
			.collect(Collectors.toSet());
		List<Integer> unknown = new ArrayList<>();
		for (int column = 0; column < this.header.width(); column++) {
			if (!used.contains(column) && !ignored.contains(this.header.cell(column).name())) {
				unknown.add(column);
			}
		}
		return unknown;
	}

	/** Why the file is refused, none when it can be read. */
	List<Message> refusals() {
		List<Message> refusals = new ArrayList<>(this.problems);
		for (int column : unknownColumns()) {
			HeaderCell cell = this.header.cell(column);
			List<Integer> same = this.header.named(cell.name());
			if (!cell.name().isEmpty() && same.size() > 1 && same.get(0) == column
					&& same.stream().map((other) -> this.header.cell(other).unit()).distinct().count() < same.size()) {
				refusals.add(Message.of("header.repeated", cell.written(), numbers(same)));
			}
		}
		return refusals;
	}

	/** Columns as a person counts them. */
	static String numbers(List<Integer> columns) {
		return columns.stream().map((column) -> String.valueOf(column + 1)).collect(Collectors.joining(", "));
	}

}
