package org.dudao.catalog;

import java.math.BigDecimal;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A limit with the stages, places and years for which it holds. Of several that fit, the
 * last one named counts.
 *
 * @param value the limit, in the unit of the indicator
 * @param stages the stages it is for; empty means all
 * @param regions codes of the regions it is for, each with all below it; empty means all
 * @param from the first period it is for, or null
 * @param until the last period it is for, or null
 */
public record Threshold(BigDecimal value, List<String> stages, List<String> regions, @Nullable Integer from,
		@Nullable Integer until) {

	/** Whether it is for that stage and period; where it is for, is not asked. */
	public boolean isFor(String stage, int period) {
		return (this.stages.isEmpty() || this.stages.contains(stage)) && (this.from == null || this.from <= period)
				&& (this.until == null || period <= this.until);
	}

}
