package org.dudao.finding;

import java.math.BigDecimal;

import org.dudao.indicator.Value;
import org.jspecify.annotations.Nullable;

/**
 * One side of a comparison, with all that it was compared on. Everything is null that is
 * not known or not asked for.
 *
 * @param valueId the row of this year's value
 * @param value this year's value, in the indicator's unit
 * @param publishedId the row of the prior year's value as it is published
 * @param published the prior year's value as it is published
 * @param prior the prior year's value that this year's was compared with
 * @param growth the growth over the prior year, in percent
 * @param source where the prior year or the growth was taken from
 * @param then the prior year as it was published when this year first was
 */
public record Operand(@Nullable Long valueId, @Nullable BigDecimal value, @Nullable Long publishedId,
		@Nullable BigDecimal published, @Nullable BigDecimal prior, @Nullable BigDecimal growth,
		@Nullable Source source, Then then) {

	/** Nothing known at all. */
	public static final Operand NONE = new Operand(null, null, null, null, null, null, null);

	/** One whose prior year was not published anew. */
	public Operand(@Nullable Long valueId, @Nullable BigDecimal value, @Nullable Long publishedId,
			@Nullable BigDecimal published, @Nullable BigDecimal prior, @Nullable BigDecimal growth,
			@Nullable Source source) {
		this(valueId, value, publishedId, published, prior, growth, source, Then.SAME);
	}

	/** A value that is compared as it is, not with the year before. */
	static Operand of(Value value) {
		return new Operand(value.id(), value.value(), null, null, null, null, null);
	}

	/**
	 * The prior year as it was published when this year first was, where another is
	 * published now.
	 *
	 * @param figure the value, or null when nothing else is published now
	 * @param submission the file that it came with, or null
	 */
	public record Then(@Nullable BigDecimal figure, @Nullable Long submission) {

		/** The prior year was not published anew. */
		public static final Then SAME = new Then(null, null);

	}

	/** Where a year-on-year comparison takes the year before from. */
	public enum Source {

		/** The sender restates the prior year beside this one. */
		RESTATED,

		/** The prior year as it stands in the warehouse, same basis. */
		PUBLISHED,

		/** The same of all regions that passed into this one, added up. */
		PREDECESSORS,

		/** The sender states the growth and not the figures. */
		STATED

	}

}
