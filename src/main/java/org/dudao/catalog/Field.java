package org.dudao.catalog;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * One field of a feed, in the words of Frictionless Table Schema.
 *
 * @param name the column in the fact table: lower case, digits and underscores
 * @param type what it holds
 * @param title what a person calls it
 * @param unit the unit it is stored in, such as {@code CNY}, {@code percent} or
 * {@code person}; null for a field that is no figure
 * @param headers the headers that senders use for it, beside its name and titles
 * @param part the part of the feed (分表) that the field belongs to; parts of one feed may
 * come in separate files and are published apart. Null for a dimension
 * @param constraints what a value must satisfy
 * @param defaultValue the value of a row that says nothing, or null
 * @param categories the only values of a text; empty when it may be any
 * @param trueValues the words for yes of a boolean; empty when those that Dudao knows
 * count
 * @param falseValues the words for no of a boolean, likewise
 */
public record Field(String name, FieldType type, Text title, @Nullable String unit, List<String> headers,
		@Nullable String part, Constraints constraints, @Nullable String defaultValue, List<Category> categories,
		List<String> trueValues, List<String> falseValues) {

	/** A field of any text or figure. */
	public Field(String name, FieldType type, Text title, @Nullable String unit, List<String> headers,
			@Nullable String part, Constraints constraints, @Nullable String defaultValue) {
		this(name, type, title, unit, headers, part, constraints, defaultValue, List.of(), List.of(), List.of());
	}

	/** Figures in these units are no amounts, so the sum of several says nothing. */
	private static final Set<String> NO_AMOUNTS = Set.of("percent", "ratio", "year", "point", "digit", "phase",
			"figure", "day", "time", "hour");

	/**
	 * Whether the figures of several rows have a sum that says something: not shares,
	 * amounts per head and the like.
	 */
	public boolean isSummed() {
		return (this.type == FieldType.INTEGER || this.type == FieldType.NUMBER) && this.unit != null
				&& !this.unit.contains("/") && !NO_AMOUNTS.contains(this.unit);
	}

	/**
	 * A value of a text that can only be one of a few.
	 *
	 * @param value what is stored
	 * @param title what a person calls it
	 * @param names words that senders use for it, beside the value and its titles
	 */
	public record Category(String value, Text title, List<String> names) {
	}

	/**
	 * What a value must satisfy; null is no constraint.
	 *
	 * @param required whether a row must have it
	 * @param minimum the least figure, in the field's unit
	 * @param maximum the greatest figure, in the field's unit
	 * @param maxLength the greatest number of characters of a text
	 * @param pattern what a text must match as a whole
	 */
	public record Constraints(boolean required, @Nullable BigDecimal minimum, @Nullable BigDecimal maximum,
			@Nullable Integer maxLength, @Nullable Pattern pattern) {

		/** No constraint at all. */
		public static final Constraints NONE = new Constraints(false, null, null, null, null);

	}

}
