package org.dudao.finding;

import java.math.BigDecimal;
import java.math.RoundingMode;

import org.dudao.catalog.Rule;
import org.dudao.catalog.Rule.Outcome;
import org.dudao.indicator.Value;
import org.dudao.indicator.ValueKey;
import org.jspecify.annotations.Nullable;

/**
 * What a rule comes to for one value, with its operands.
 *
 * @param rule the name of the rule
 * @param key the value that was judged
 * @param outcome what came out
 * @param cause why it is not evaluable, null otherwise
 * @param causeIndicator the indicator that the cause lies in, null without a cause
 * @param classification what kind of change was seen, null where nothing was compared
 * with the prior year, or the demand is met and restating changed nothing
 * @param left the indicator that is judged
 * @param right the indicator that it is compared with; {@link Operand#NONE} when there is
 * none
 * @param threshold the limit, in the indicator's unit, or null
 * @param grounds what more there is to say of the year before
 */
public record Verdict(String rule, ValueKey key, Outcome outcome, @Nullable Cause cause,
		@Nullable String causeIndicator, @Nullable Classification classification, Operand left, Operand right,
		@Nullable BigDecimal threshold, Grounds grounds) {

	/** One without more to say. */
	public Verdict(String rule, ValueKey key, Outcome outcome, @Nullable Cause cause, @Nullable String causeIndicator,
			@Nullable Classification classification, Operand left, Operand right, @Nullable BigDecimal threshold) {
		this(rule, key, outcome, cause, causeIndicator, classification, left, right, threshold, Grounds.NONE);
	}

	public Verdict {
		threshold = (threshold != null) ? threshold.setScale(Value.SCALE, RoundingMode.HALF_EVEN) : null;
	}

	/**
	 * Whether it is no breach only because the prior year was restated, in the file or by
	 * a later one.
	 */
	public boolean isHidden() {
		return this.classification == Classification.HIDDEN_BY_RESTATING && this.outcome != Outcome.BREACH;
	}

	/** That this asks for an explanation, by the rule that demands it. */
	Verdict to(Rule restated) {
		return new Verdict(restated.name(), this.key, Outcome.BREACH, null, null, this.classification, this.left,
				this.right, null, this.grounds);
	}

	/** The same with more to say. */
	Verdict on(Grounds more) {
		return (more == this.grounds) ? this : new Verdict(this.rule, this.key, this.outcome, this.cause,
				this.causeIndicator, this.classification, this.left, this.right, this.threshold, more);
	}

	/**
	 * What more there is to say of the year before.
	 *
	 * @param seriesBreak the number of the sender's note by which the years cannot be
	 * compared, or null
	 * @param areas the codes of the regions that passed into this one, separated by
	 * commas, or null
	 */
	public record Grounds(@Nullable Long seriesBreak, @Nullable String areas) {

		/** Nothing. */
		public static final Grounds NONE = new Grounds(null, null);

	}

	/** What kind of change a year-on-year comparison saw. */
	public enum Classification {

		/** Both bases agree, or there is only one. */
		REAL,

		/**
		 * No breach against the year that decides, but one against what was published.
		 */
		HIDDEN_BY_RESTATING,

		/**
		 * A breach against the year that decides, but none against what was published.
		 */
		MADE_BY_RESTATING

	}

}
