package org.dudao.catalog;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * A named number per region, period and, where it is kept by stage, stage.
 *
 * @param name the name
 * @param title what a person calls it
 * @param unit the unit of the value
 * @param feed the feed it is computed from; null for a formula
 * @param kind how numerator and denominator make the value
 * @param of the numerator, evaluated for each row and summed over the rows; of a
 * variation what each row has; of a formula the expression over the values of {@code
 * where}. Names of {@code let} are replaced already
 * @param in the denominator, the same way; of a variation the weight of a row; null for a
 * total and a formula
 * @param rows which rows count, or null when all do
 * @param where what the names in a formula stand for: indicators by name. Empty for all
 * other kinds
 * @param reported the field in which a sender gives the value itself, used where
 * numerator or denominator is not given; null when there is none
 * @param prior the field in which a sender restates the prior year's value, or null
 * @param growth the field in which a sender states the growth over the prior year, in
 * percent, or null
 * @param byStage whether there is one value a stage; of a formula, whether there is of
 * any of its operands
 * @param examples cases with a known value, run by the build
 */
public record Indicator(String name, Text title, String unit, @Nullable String feed, Kind kind, @Nullable Expression of,
		@Nullable Expression in, @Nullable Expression rows, Map<String, String> where, @Nullable String reported,
		@Nullable String prior, @Nullable String growth, boolean byStage, List<Example> examples) {

	/**
	 * How numerator and denominator make the value. Rolling up adds both, then divides.
	 */
	public enum Kind {

		/** The numerator alone. */
		TOTAL,

		/** Numerator over denominator. */
		RATIO,

		/** Numerator over denominator, times one hundred, in percent. */
		SHARE,

		/**
		 * The weighted coefficient of variation (差异系数) of numerator over denominator, row
		 * by row, with the denominators as weights. Not rolled up.
		 */
		VARIATION,

		/**
		 * Arithmetic over the values of other indicators of the same place and period,
		 * evaluated anew at each level and never rolled up.
		 */
		FORMULA

	}

	/**
	 * A case with a known value.
	 *
	 * @param stage the stage, or null
	 * @param period the period, or null for any
	 * @param region the code of the region, or null for any
	 * @param rows the rows: {@link BigDecimal} and {@link String} by field; what a row
	 * has not is missing. It may have a parameter too, which counts before the
	 * parameter's own value. Empty for a formula
	 * @param given the values of a formula's operands, and parameters, by their names;
	 * what is not there is missing
	 * @param value what comes out, at the decimals to compare at; null when nothing does
	 */
	public record Example(@Nullable String stage, @Nullable Integer period, @Nullable String region,
			List<Map<String, Object>> rows, Map<String, BigDecimal> given, @Nullable BigDecimal value) {
	}

	/**
	 * What the indicator's expressions and fields name: fields of its feed, parameters
	 * and the period; of a formula its operands and parameters.
	 */
	public List<String> fields() {
		Set<String> all = new LinkedHashSet<>();
		for (Expression expression : new Expression[] { this.of, this.in, this.rows }) {
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
