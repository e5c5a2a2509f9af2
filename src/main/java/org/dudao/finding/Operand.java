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
 */
public record Operand(@Nullable Long valueId, @Nullable BigDecimal value, @Nullable Long publishedId,
		@Nullable BigDecimal published, @Nullable BigDecimal prior, @Nullable BigDecimal growth,
		@Nullable Source source) {

	/** Nothing known at all. */
	public static final Operand NONE = new Operand(null, null, null, null, null, null, null);

	/** A value that is compared as it is, not with the year before. */
	static Operand of(Value value) {
		return new Operand(value.id(), value.value(), null, null, null, null, null);
	}

	/** Where a year-on-year comparison takes the year before from. */
	public enum Source {

		/** The sender restates the prior year beside this one. */
		RESTATED,

		/** The prior year as it stands in the warehouse, same basis. */
		PUBLISHED,

		/** The sender states the growth and not the figures. */
		STATED

	}

}
