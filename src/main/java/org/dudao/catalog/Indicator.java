package org.dudao.catalog;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * A named number per region, period and, where it is kept by stage, stage.
 *
 * @param name the name
 * @param title what a person calls it
 * @param unit the unit of the value
 * @param feed the feed it is computed from
 * @param kind how numerator and denominator make the value
 * @param of the numerator, summed over the facts
 * @param in the denominator, summed over the facts; null for a total
 * @param reported the field in which a sender gives the value itself, used where
 * numerator or denominator is not given; null when there is none
 * @param prior the field in which a sender restates the prior year's value, or null
 * @param growth the field in which a sender states the growth over the prior year, in
 * percent, or null
 * @param byStage whether there is one value a stage
 */
public record Indicator(String name, Text title, String unit, String feed, Kind kind, @Nullable Expression of,
		@Nullable Expression in, @Nullable String reported, @Nullable String prior, @Nullable String growth,
		boolean byStage) {

	/**
	 * How numerator and denominator make the value. Rolling up adds both, then divides.
	 */
	public enum Kind {

		/** The numerator alone. */
		TOTAL,

		/** Numerator over denominator. */
		RATIO,

		/** Numerator over denominator, times one hundred, in percent. */
		SHARE

	}

	/** The fields that the indicator is computed from. */
	public List<String> fields() {
		Set<String> all = new LinkedHashSet<>();
		for (Expression expression : new Expression[] { this.of, this.in }) {
			if (expression != null) {
				all.addAll(expression.fields());
			}
		}
		for (String field : new String[] { this.reported, this.prior, this.growth }) {
			if (field != null) {
				all.add(field);
			}
		}
		return List.copyOf(all);
	}

}
