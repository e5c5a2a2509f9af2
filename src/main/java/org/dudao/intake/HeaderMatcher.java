package org.dudao.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.stream.Stream;

import org.dudao.catalog.Feed;
import org.dudao.catalog.Field;
import org.dudao.catalog.FieldType;
import org.dudao.catalog.Layout;
import org.dudao.message.Message;
import org.jspecify.annotations.Nullable;

/** Reads a header as one layout of one feed. Made once, for its names cost to prepare. */
final class HeaderMatcher {

	private static final String CASE = "{case}";

	private final Feed feed;

	private final Layout layout;

	private final int rows;

	/** The names of each field that is found by its own header. */
	private final Map<Field, List<HeaderCell>> names = new LinkedHashMap<>();

	private final List<HeaderCell> require;

	/**
	 * A layout of a feed.
	 * @param rows how many records high the header is: as the layout says, or one when
	 * Dudao has written it, joined, into a correction file
	 */
	HeaderMatcher(Feed feed, Layout layout, int rows) {
		this.feed = feed;
		this.layout = layout;
		this.rows = rows;
		this.require = layout.require().stream().map(HeaderCell::of).toList();
		Layout.Unpivot unpivot = layout.unpivot();
		for (Field field : feed.fields()) {
			boolean spread = unpivot != null
					&& (unpivot.field().equals(field.name()) || unpivot.columns().containsKey(field.name()));
			if (!spread && !layout.constants().containsKey(field.name())) {
				this.names.put(field, namesOf(field).map(HeaderCell::of).distinct().toList());
			}
		}
	}

	private Stream<String> namesOf(Field field) {
		String only = this.layout.columns().get(field.name());
		return (only != null) ? Stream.of(only) : Stream
			.concat(Stream.of(field.name(), field.title().zh(), field.title().en()), field.headers().stream());
	}

	Feed feed() {
		return this.feed;
	}

	/** How many records high its header is. */
	int rows() {
		return this.rows;
	}

	/**
	 * What the header is by this layout.
	 * @param period the period of rows that do not name one, or null
	 */
	HeaderMatch match(Header header, Preamble preamble, @Nullable Integer period) {
		Matching matching = new Matching(header, preamble);
		for (HeaderCell required : this.require) {
			if (header.named(required.name()).isEmpty()) {
				matching.missing.add(required.written());
			}
		}
		List<Case> cases = cases(header);
		if (cases.isEmpty()) {
			matching.missing.addAll(this.layout.unpivot().columns().values());
		}
		for (int item = 0; item < cases.size(); item++) {
			matching.item(item, cases.get(item), period);
		}
		long measures = matching.columns.stream().filter((column) -> isMeasure(column.field())).count();
		return new HeaderMatch(this.feed, this.layout, this.rows, header, matching.columns, matching.given,
				matching.missing.stream().distinct().toList(), measures,
				matching.problems.stream().distinct().toList());
	}

	private boolean isMeasure(String field) {
		return this.feed.field(field).filter((known) -> known.type().isMeasure()).isPresent();
	}

	/**
	 * One fact of each row.
	 *
	 * @param value the value of the dimension that is spread across the columns, null
	 * when none is
	 * @param spread the columns of the fields that are spread with it
	 */
	private record Case(@Nullable String value, Map<String, List<Integer>> spread) {

		private int leftmost() {
			return this.spread.values().stream().flatMap(List::stream).mapToInt(Integer::intValue).min().orElse(0);
		}

	}

	private List<Case> cases(Header header) {
		Layout.Unpivot unpivot = this.layout.unpivot();
		if (unpivot == null) {
			return List.of(new Case(null, Map.of()));
		}
		Map<String, Case> cases = new LinkedHashMap<>();
		unpivot.cases().forEach((value, text) -> unpivot.columns().forEach((field, template) -> {
			HeaderCell wanted = HeaderCell.of(template.replace(CASE, text));
			header.named(wanted.name()).forEach((column) -> add(cases, value, field, column));
		}));
		if (unpivot.pattern() != null) {
			for (int column = 0; column < header.width(); column++) {
				addByPattern(cases, unpivot, header, column);
			}
		}
		// from the left, so that the same file always gives the same items
		return cases.values().stream().sorted(Comparator.comparingInt(Case::leftmost)).toList();
	}

	private static void addByPattern(Map<String, Case> cases, Layout.Unpivot unpivot, Header header, int column) {
		String name = header.cell(column).name();
		Matcher matcher = unpivot.pattern().matcher(name);
		if (matcher.find()) {
			unpivot.columns().forEach((field, template) -> {
				if (Stream.of(matcher.group(), matcher.group(1))
					.anyMatch((text) -> HeaderCell.of(template.replace(CASE, text)).name().equals(name))) {
					add(cases, matcher.group(1), field, column);
				}
			});
		}
	}

	private static void add(Map<String, Case> cases, String value, String field, int column) {
		cases.computeIfAbsent(value, (none) -> new Case(value, new HashMap<>()))
			.spread()
			.computeIfAbsent(field, (none) -> new ArrayList<>())
			.add(column);
	}

	/** What is found while one header is matched. */
	private final class Matching {

		private final Header header;

		private final Preamble preamble;

		private final ColumnUnits units;

		private final List<Column> columns = new ArrayList<>();

		private final List<Given> given = new ArrayList<>();

		private final List<String> missing = new ArrayList<>();

		private final List<Message> problems = new ArrayList<>();

		Matching(Header header, Preamble preamble) {
			this.header = header;
			this.preamble = preamble;
			this.units = new ColumnUnits(preamble.units());
		}

		void item(int item, Case spread, @Nullable Integer period) {
			for (Field field : HeaderMatcher.this.feed.fields()) {
				List<HeaderCell> names = HeaderMatcher.this.names.get(field);
				List<Integer> found = (names != null) ? this.header.named(names)
						: spread.spread().getOrDefault(field.name(), List.of());
				found = this.units.preferFitting(field, found, this.header);
				if (found.isEmpty()) {
					absent(item, field, spread, period);
				}
				else if (found.size() == 1 || isCrossCheck(field, found)) {
					found.forEach((column) -> column(item, field, column, names));
				}
				else {
					this.problems.add(Message.of("header.duplicate", Titles.words(field.title()),
							String.join(", ",
									found.stream().map((column) -> this.header.cell(column).written()).toList()),
							HeaderMatch.numbers(found)));
					this.columns
						.add(new Column(item, field.name(), found.get(0), this.header.cell(found.get(0)).written(), 0));
				}
			}
		}

		/** Code and name of a region may stand side by side. */
		private boolean isCrossCheck(Field field, List<Integer> found) {
			return field.type() == FieldType.REGION && found.size() == 2
					&& !this.header.cell(found.get(0)).name().equals(this.header.cell(found.get(1)).name());
		}

		private void column(int item, Field field, int column, @Nullable List<HeaderCell> names) {
			HeaderCell cell = this.header.cell(column);
			Unit promised = (names != null) ? names.stream()
				.filter((name) -> name.name().equals(cell.name()))
				.map(HeaderCell::unit)
				.filter((unit) -> unit != null)
				.findFirst()
				.orElse(null) : null;
			int scale = 0;
			if (field.type().isMeasure()) {
				ColumnUnits.Scale found = this.units.scale(field, cell, promised);
				scale = found.exponent();
				if (found.problem() != null) {
					this.problems.add(found.problem());
				}
			}
			this.columns.add(new Column(item, field.name(), column, cell.written(), scale));
		}

		private void absent(int item, Field field, Case spread, @Nullable Integer period) {
			String text = HeaderMatcher.this.layout.constants().get(field.name());
			Layout.Unpivot unpivot = HeaderMatcher.this.layout.unpivot();
			if (text == null && unpivot != null && unpivot.field().equals(field.name())) {
				text = spread.value();
			}
			if (text == null && field.type() == FieldType.PERIOD) {
				text = (period != null) ? String.valueOf(period)
						: this.preamble.period(HeaderMatcher.this.feed.period());
			}
			if (text != null) {
				this.given.add(new Given(item, field.name(), text));
			}
			else if (field.constraints().required() && field.defaultValue() == null) {
				this.missing.add(String.join(" / ", namesOf(field).distinct().toList()));
			}
		}

	}

}
