package org.dudao.catalog;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * How the points of an item are earned. The set is closed: the scorecard names one.
 */
public sealed interface Scoring {

	/** The rules whose open findings cost points; empty when a value is marked. */
	default List<String> rules() {
		return List.of();
	}

	/** The indicator whose value is marked, or null when findings cost points. */
	default @Nullable String indicator() {
		return null;
	}

	/** All points are lost with the first open finding. */
	record AllOrNothing(List<String> rules) implements Scoring {
	}

	/** Each open finding loses so many points, until none is left. */
	record PerFinding(List<String> rules, BigDecimal loses) implements Scoring {
	}

	/**
	 * Each open finding loses a share of the item's points, from 0 to 1, by the severity
	 * of its rule; a severity that is not named loses nothing.
	 */
	record BySeverity(List<String> rules, Map<Rule.Severity, BigDecimal> loses) implements Scoring {
	}

	/**
	 * Each open finding loses points by how far its figure is beyond the limit of the
	 * rule.
	 *
	 * @param rules rules that have a limit
	 * @param unit how far, in the unit of the rule's indicator, costs the points
	 * @param loses the points lost a unit
	 * @param counted what becomes of a part of a unit
	 */
	record PerUnit(List<String> rules, BigDecimal unit, BigDecimal loses, Counted counted) implements Scoring {
	}

	/**
	 * The points of the first band that the value is in.
	 *
	 * @param indicator the indicator
	 * @param stage its stage, or null for one that is not kept by stage
	 * @param bands the bands; the last takes every value
	 */
	record Bands(String indicator, @Nullable String stage, List<Band> bands) implements Scoring {
	}

	/** The value is the points, as somebody else assigned them. */
	record Assigned(String indicator, @Nullable String stage) implements Scoring {
	}

	/** What becomes of a part of a unit. */
	enum Counted {

		/** Only whole units count. */
		WHOLE,

		/** A unit that is begun counts as one. */
		BEGUN,

		/** A part counts as that part. */
		IN_PROPORTION

	}

	/**
	 * A band of values, its bounds included.
	 *
	 * @param from the least value, or null
	 * @param until the greatest value, or null
	 * @param points the points for it
	 */
	record Band(@Nullable BigDecimal from, @Nullable BigDecimal until, BigDecimal points) {

		/** Whether the value is in it. */
		public boolean holds(BigDecimal value) {
			return (this.from == null || value.compareTo(this.from) >= 0)
					&& (this.until == null || value.compareTo(this.until) <= 0);
		}

	}

}
