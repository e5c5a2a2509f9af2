package org.dudao.intake;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.dudao.catalog.Feed;
import org.dudao.catalog.Field;
import org.dudao.catalog.FieldType;
import org.dudao.message.Message;
import org.jspecify.annotations.Nullable;

/** Reads one of the facts of each row. */
final class FactReader {

	private final int item;

	private final Dimensions dimensions;

	private final @Nullable Object[] nothing;

	/** The period first, for the region needs it. */
	private final List<Part> parts = new ArrayList<>();

	private final List<Measure> measures = new ArrayList<>();

	private final int period;

	/** What a dimension is read from: a column, or else a text that is given. */
	private record Part(Field field, int index, @Nullable Column column, @Nullable Column crossCheck, String given) {
	}

	private record Measure(Field field, int index, Column column, MeasureCells cells) {
	}

	FactReader(Feed feed, int item, Collection<Column> columns, Collection<Given> given, Dimensions dimensions) {
		this.item = item;
		this.dimensions = dimensions;
		this.nothing = new Object[feed.fields().size()];
		Map<String, List<Column>> byField = new HashMap<>();
		columns.forEach((column) -> byField.computeIfAbsent(column.field(), (none) -> new ArrayList<>()).add(column));
		Map<String, String> texts = new HashMap<>();
		given.forEach((one) -> texts.put(one.field(), one.text()));
		int periodAt = -1;
		for (int index = 0; index < feed.fields().size(); index++) {
			Field field = feed.fields().get(index);
			List<Column> found = byField.getOrDefault(field.name(), List.of());
			Column column = found.isEmpty() ? null : found.get(0);
			if (!field.type().isMeasure()) {
				boolean isPeriod = field.type() == FieldType.PERIOD;
				periodAt = isPeriod ? index : periodAt;
				this.parts.add(isPeriod ? 0 : this.parts.size(), new Part(field, index, column,
						(found.size() > 1) ? found.get(1) : null, texts.getOrDefault(field.name(), "")));
			}
			else if (column != null) {
				this.measures.add(new Measure(field, index, column, MeasureCells.of(feed, field, column.scale())));
				this.nothing[index] = MeasureCells.given(feed, field, field.defaultValue());
			}
			else {
				String text = texts.getOrDefault(field.name(), field.defaultValue());
				this.nothing[index] = MeasureCells.given(feed, field, text);
			}
		}
		this.period = periodAt;
	}

	/**
	 * The fact, or null when no figure is given or it is not known what the fact is
	 * about. It may hold figures that are wrong, for its key counts even so.
	 * @param issues what is wrong is added here
	 * @param always whether the rest is read even where no figure is given
	 */
	@Nullable Fact read(String[] cells, List<Issue> issues, boolean always) {
		@Nullable Object[] values = this.nothing.clone();
		List<String> suppressed = List.of();
		boolean any = this.measures.isEmpty();
		for (Measure measure : this.measures) {
			String cell = cells[measure.column.index()];
			Parsed reading = measure.cells.read(cell);
			// A blank cell leaves the field's default.
			if (reading != Parsed.MISSING) {
				any = true;
				values[measure.index] = reading.value();
			}
			if (reading == Parsed.SUPPRESSED) {
				suppressed = suppressed.isEmpty() ? new ArrayList<>() : suppressed;
				suppressed.add(measure.field.name());
			}
			else if (reading.problem() != null) {
				issues.add(issue(measure.column, cell, reading.problem()));
			}
		}
		if (!any && !always) {
			return null;
		}
		requireMeasures(cells, values, suppressed, issues);
		int before = issues.size();
		readDimensions(cells, values, issues);
		return (any && issues.size() == before) ? new Fact(this.item, values, suppressed) : null;
	}

	/**
	 * What the last digits are worth that its columns are written with. Money written
	 * down to the yuan is exact: nothing is decided by less.
	 */
	List<Declared.LastDigit> lastDigits() {
		List<Declared.LastDigit> digits = new ArrayList<>();
		for (Measure measure : this.measures) {
			Integer exponent = measure.cells.lastDigit();
			if (exponent != null && !(exponent <= 0 && isMoney(measure.field))) {
				String period = given(FieldType.PERIOD);
				digits.add(new Declared.LastDigit(measure.field.name(), period.isEmpty() ? 0 : Integer.parseInt(period),
						given(FieldType.STAGE), exponent));
			}
		}
		return digits;
	}

	private static boolean isMoney(Field field) {
		return field.unit() != null && field.unit().startsWith("CNY");
	}

	/** What all facts have for a dimension, empty when each row says it. */
	private String given(FieldType type) {
		return this.parts.stream()
			.filter((part) -> part.field.type() == type && part.column == null)
			.map((part) -> this.dimensions.read(part.field, part.given, 0).value())
			.filter(Objects::nonNull)
			.map(String::valueOf)
			.findFirst()
			.orElse("");
	}

	/** Reads what the fact would be about, for what is wrong with it. */
	void readDimensions(String[] cells, List<Issue> issues) {
		readDimensions(cells, this.nothing.clone(), issues);
	}

	private void requireMeasures(String[] cells, @Nullable Object[] values, List<String> suppressed,
			List<Issue> issues) {
		for (Measure measure : this.measures) {
			String cell = cells[measure.column.index()];
			if (values[measure.index] == null && measure.field.constraints().required()
					&& !suppressed.contains(measure.field.name()) && measure.cells.read(cell) == Parsed.MISSING) {
				issues.add(issue(measure.column, cell, required(measure.field)));
			}
		}
	}

	private void readDimensions(String[] cells, @Nullable Object[] values, List<Issue> issues) {
		for (Part part : this.parts) {
			boolean isRegion = part.field.type() == FieldType.REGION;
			if (isRegion && this.period >= 0 && values[this.period] == null) {
				continue;
			}
			int year = (isRegion && this.period >= 0) ? (Integer) values[this.period] : 0;
			Column column = part.column;
			String text = (column != null) ? Cells.trim(cells[column.index()]) : part.given;
			Parsed reading = this.dimensions.read(part.field, text, year);
			if (part.crossCheck != null) {
				String other = Cells.trim(cells[part.crossCheck.index()]);
				Crossed crossed = cross(part, text, reading, other, year);
				reading = crossed.reading;
				column = crossed.column;
				text = crossed.text;
			}
			Object value = reading.value();
			if (value == null && reading == Parsed.MISSING && part.field.defaultValue() != null) {
				value = this.dimensions.read(part.field, part.field.defaultValue(), year).value();
			}
			else if (reading.problem() != null) {
				issues.add(issue(column, text, reading.problem()));
			}
			else if (value == null && part.field.constraints().required()) {
				issues.add(issue(column, text, required(part.field)));
			}
			values[part.index] = value;
		}
	}

	/** A reading and the column it is to be blamed on. */
	private record Crossed(Parsed reading, @Nullable Column column, String text) {
	}

	/** Code and name side by side: either may be blank, but they must not disagree. */
	private Crossed cross(Part part, String text, Parsed reading, String other, int year) {
		Parsed second = this.dimensions.read(part.field, other, year);
		if (second == Parsed.MISSING) {
			return new Crossed(reading, part.column, text);
		}
		if (reading == Parsed.MISSING) {
			return new Crossed(second, part.crossCheck, other);
		}
		boolean firstHolds = reading.value() != null;
		Object code = firstHolds ? reading.value() : second.value();
		String named = firstHolds ? other : text;
		if (code == null) {
			return new Crossed(reading, part.column, text);
		}
		if (this.dimensions.names(named, code.toString(), year)) {
			return new Crossed(Parsed.of(code), part.column, text);
		}
		Parsed bad = firstHolds ? second : reading;
		Column blamed = firstHolds ? part.crossCheck : part.column;
		return new Crossed((bad.problem() != null) ? bad : Parsed.problem("region.disagree", text, other), blamed,
				named);
	}

	private static Message required(Field field) {
		return Message.of("row.required", Titles.words(field.title()));
	}

	private static Issue issue(@Nullable Column column, String cell, Message problem) {
		return (column != null) ? new Issue(column.index() + 1, column.header(), Cells.cut(cell), problem)
				: new Issue(0, "", Cells.cut(cell), problem);
	}

}
