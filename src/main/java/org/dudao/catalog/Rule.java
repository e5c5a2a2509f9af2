package org.dudao.catalog;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * A check of an indicator, with its legal clause.
 *
 * @param name the name
 * @param title what it demands, for the officer
 * @param clauses where the law says it, at least one
 * @param severity what breaking it means
 * @param check the demand
 * @param stages the stages it is for; empty means every value of the indicator
 * @param levels the levels of region it judges, such as {@code county}
 * @param from the first period it is for, or null
 * @param until the last period it is for, or null
 * @param advice what to do about a breach
 * @param examples cases with a known outcome, run by the build
 */
public record Rule(String name, Text title, List<Clause> clauses, Severity severity, Check check, List<String> stages,
		List<String> levels, @Nullable Integer from, @Nullable Integer until, Text advice, List<Example> examples) {

	/** How the names end of rules that follow from others. */
	static final String RESTATED = ":restated";

	private static final Text RESTATING = new Text(
			"Say why the prior year was restated, with the document by which calibre, boundary or figure changed."
					+ " If there is none, send the figure that was published.",
			"说明上年数调整的原因，并附口径、区划或数据变更的依据文件；没有依据的，请恢复原公布数重新报送。");

	/** The period of an example that names none, if the rule is for it. */
	private static final int ANY_PERIOD = 2023;

	/** The period of an example, one that the rule is for when the example names none. */
	public int periodOf(Example example) {
		if (example.period() != null) {
			return example.period();
		}
		int period = (this.until != null) ? Math.min(this.until, ANY_PERIOD) : ANY_PERIOD;
		return (this.from != null) ? Math.max(this.from, period) : period;
	}

	/** The stage of an example; when it names none the rule's first, or none at all. */
	public String stageOf(Example example) {
		if (example.stage() != null) {
			return example.stage();
		}
		return this.stages.isEmpty() ? "" : this.stages.get(0);
	}

	/**
	 * The rule as an example would have it judged: by the threshold that the example
	 * gives, if it gives one.
	 */
	public Rule by(Example example) {
		BigDecimal given = example.given().get("threshold");
		if (given == null || !(this.check instanceof Check.Limit limit)) {
			return this;
		}
		Check other = limit.with(List.of(new Threshold(given, List.of(), List.of(), null, null)));
		return new Rule(this.name, this.title, this.clauses, this.severity, other, this.stages, this.levels, this.from,
				this.until, this.advice, this.examples);
	}

	/**
	 * What follows from a rule that compares years: where it is kept only because the
	 * prior year was restated, that is to be explained. Empty for any other rule.
	 */
	public Optional<Rule> restated() {
		Check plain = (this.check instanceof Check.NeverDecreases) ? new Check.NeverDecreases(this.check.indicator())
				: this.check;
		boolean compares = this.check instanceof Check.NeverDecreases || this.check instanceof Check.Increases
				|| this.check instanceof Check.GrowsFasterThan;
		return (!compares || this.name.endsWith(RESTATED)) ? Optional.empty()
				: Optional.of(new Rule(this.name + RESTATED,
						new Text(this.title.en() + " - only by a restated prior year",
								this.title.zh() + "（仅因调整上年数才达标）"),
						this.clauses, Severity.EXPLAIN, plain, this.stages, this.levels, this.from, this.until,
						RESTATING, List.of()));
	}

	/** What breaking a rule means. */
	public enum Severity {

		/** The law is broken. */
		BREACH,

		/** The county must explain. */
		EXPLAIN,

		/** Worth knowing, no more. */
		INFORM

	}

	/** What a rule comes to for one region and period. */
	public enum Outcome {

		/** The demand is met. */
		HOLDS,

		/** The demand is not met. */
		BREACH,

		/** It cannot be said, and the cause is named. */
		NOT_EVALUABLE

	}

	/**
	 * A case with a known outcome.
	 *
	 * @param given figures by name: {@code value}, {@code prior} (published then),
	 * {@code restated} (prior year as restated now), {@code growth} (stated, percent),
	 * and the same with {@code than_} before them for the other indicator;
	 * {@code threshold} stands for the value of the parameter that the rule is judged by
	 * @param stage the stage, or null
	 * @param period the period, or null for any
	 * @param region the code of the region, or null for any
	 * @param then what comes out
	 */
	public record Example(Map<String, BigDecimal> given, @Nullable String stage, @Nullable Integer period,
			@Nullable String region, Outcome then) {

		public Example(Map<String, BigDecimal> given, @Nullable String stage, @Nullable Integer period, Outcome then) {
			this(given, stage, period, null, then);
		}

	}

}
