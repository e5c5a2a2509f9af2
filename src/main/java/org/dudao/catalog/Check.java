package org.dudao.catalog;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/** What a rule demands of an indicator. The set is closed: the catalogue names one. */
public sealed interface Check {

	/** The indicator whose value, or growth, is judged. */
	String indicator();

	/** The kind of the check as the catalogue spells it, such as {@code at-least}. */
	default String kind() {
		return getClass().getSimpleName().replaceAll("(?<=.)(\\p{Lu})", "-$1").toLowerCase(Locale.ROOT);
	}

	/** The indicator that it is compared with, or null. */
	default @Nullable String than() {
		return null;
	}

	/**
	 * A demand on the value alone.
	 * <p>
	 * Where the thresholds are those of a parameter and none fits, the rule sleeps: there
	 * is no verdict, not even that there is none.
	 */
	sealed interface Limit extends Check {

		/** The thresholds; of several that fit, the last counts. */
		List<Threshold> thresholds();

		/** The parameter whose values the thresholds are, or null. */
		@Nullable String parameter();

		/** The same demand with other thresholds. */
		Limit with(List<Threshold> thresholds);

	}

	/**
	 * Not below the prior year.
	 *
	 * @param materiality how much a fall weighs, or null when nobody says
	 */
	record NeverDecreases(String indicator, @Nullable Materiality materiality) implements Check {

		public NeverDecreases(String indicator) {
			this(indicator, null);
		}

	}

	/** Above the prior year. */
	record Increases(String indicator) implements Check {
	}

	/** Growth over the prior year above that of another indicator. */
	record GrowsFasterThan(String indicator, String than) implements Check {
	}

	/** Not below the value of another indicator of the same place and period. */
	record NotBelow(String indicator, String than) implements Check {
	}

	/** Not below the threshold. */
	record AtLeast(String indicator, List<Threshold> thresholds, @Nullable String parameter) implements Limit {

		public AtLeast(String indicator, List<Threshold> thresholds) {
			this(indicator, thresholds, null);
		}

		@Override
		public AtLeast with(List<Threshold> other) {
			return new AtLeast(this.indicator, other, this.parameter);
		}

	}

	/** Not above the threshold. */
	record AtMost(String indicator, List<Threshold> thresholds, @Nullable String parameter) implements Limit {

		public AtMost(String indicator, List<Threshold> thresholds) {
			this(indicator, thresholds, null);
		}

		@Override
		public AtMost with(List<Threshold> other) {
			return new AtMost(this.indicator, other, this.parameter);
		}

	}

	/** Exactly the threshold. */
	record Equals(String indicator, List<Threshold> thresholds, @Nullable String parameter) implements Limit {

		public Equals(String indicator, List<Threshold> thresholds) {
			this(indicator, thresholds, null);
		}

		@Override
		public Equals with(List<Threshold> other) {
			return new Equals(this.indicator, other, this.parameter);
		}

	}

	/** Above the threshold. */
	record Above(String indicator, List<Threshold> thresholds, @Nullable String parameter) implements Limit {

		public Above(String indicator, List<Threshold> thresholds) {
			this(indicator, thresholds, null);
		}

		@Override
		public Above with(List<Threshold> other) {
			return new Above(this.indicator, other, this.parameter);
		}

	}

	/** Below the threshold. */
	record Below(String indicator, List<Threshold> thresholds, @Nullable String parameter) implements Limit {

		public Below(String indicator, List<Threshold> thresholds) {
			this(indicator, thresholds, null);
		}

		@Override
		public Below with(List<Threshold> other) {
			return new Below(this.indicator, other, this.parameter);
		}

	}

	/**
	 * How much a fall weighs, for display: the verdict stays strict.
	 *
	 * @param slight a fall below this is slight, in percent of the prior year
	 * @param severe a fall from this on is severe, in percent of the prior year
	 */
	record Materiality(BigDecimal slight, BigDecimal severe) {
	}

}
