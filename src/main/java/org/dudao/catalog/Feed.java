package org.dudao.catalog;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A kind of file with a contract.
 *
 * @param name the name; the facts are in the table {@code fact_<name>}, hyphens as
 * underscores
 * @param title what a person calls it
 * @param period what its period is
 * @param primaryKey the fields that tell one fact of a file from another
 * @param fields all fields, dimensions first
 * @param checks conditions on each row
 * @param acceptance what is put up with in one file
 * @param layouts the ways it is written, {@code plain} last
 * @param missingValues cells that say nothing; missing is not zero
 * @param suppressedValues cells whose figure is withheld; suppressed is not missing
 * @param totals found in the first filled cell of a row of totals, which is ignored
 * @param footnotes found at the start of a line that is no row, which is ignored
 * @param seriesBreaks notes by which a sender declares that years cannot be compared
 */
public record Feed(String name, Text title, PeriodKind period, List<String> primaryKey, List<Field> fields,
		List<RowCheck> checks, Acceptance acceptance, List<Layout> layouts, List<String> missingValues,
		List<String> suppressedValues, Pattern totals, Pattern footnotes, List<SeriesBreak> seriesBreaks) {

	/** The same feed with these checks. */
	Feed with(List<RowCheck> checks) {
		return new Feed(this.name, this.title, this.period, this.primaryKey, this.fields, checks, this.acceptance,
				this.layouts, this.missingValues, this.suppressedValues, this.totals, this.footnotes,
				this.seriesBreaks);
	}

	/** The fact table's name. */
	public String table() {
		return "fact_" + this.name.replace('-', '_');
	}

	/** The field of that name. */
	public Optional<Field> field(String name) {
		return this.fields.stream().filter((field) -> field.name().equals(name)).findFirst();
	}

	/**
	 * Where the field stands in {@link #fields()}.
	 * @throws IllegalArgumentException when the feed has no such field
	 */
	public int indexOf(String name) {
		for (int i = 0; i < this.fields.size(); i++) {
			if (this.fields.get(i).name().equals(name)) {
				return i;
			}
		}
		throw new IllegalArgumentException("feed " + this.name + " has no field " + name);
	}

	/** The parts that the measures belong to, in order of first mention. */
	public List<String> parts() {
		return this.fields.stream()
			.map(Field::part)
			.filter((part) -> part != null)
			.distinct()
			.collect(Collectors.toUnmodifiableList());
	}

}
