package org.dudao.finding;

import java.util.Locale;

import org.dudao.indicator.Gap;

/** Why a rule cannot be evaluated somewhere. */
public enum Cause {

	/** A figure of this year is not given. */
	MISSING,

	/** A figure of this year is withheld. */
	SUPPRESSED,

	/** The denominator of this year is zero. */
	DENOMINATOR_ZERO,

	/** Figures of this year contradict each other or cannot be brought together. */
	CONFLICT,

	/** The regions below give ratios only, so nothing can be added up. */
	NOT_ADDITIVE,

	/** Some of the regions below have not reported this year. */
	INCOMPLETE,

	/** The prior year is neither restated, nor published, nor a growth stated. */
	PRIOR_MISSING,

	/** The prior year's figure is withheld. */
	PRIOR_SUPPRESSED,

	/** Some of the regions below are not in the prior year's figure. */
	PRIOR_INCOMPLETE,

	/** The prior year's figure is zero or below, so there is no growth over it. */
	PRIOR_NOT_POSITIVE,

	/** The prior year is published with another statistical calibre only. */
	DIFFERENT_BASIS,

	/** The two years cover different stages or were put together differently. */
	COVERAGE_DIFFERS,

	/** The region was not the same area the year before. */
	BOUNDARY_CHANGE,

	/** The sender notes that figures of this year are of another kind than before. */
	SERIES_BREAK,

	/** It falls short by less than its figures may be off by rounding. */
	INSIDE_ROUNDING,

	/** The rule names no limit for this stage, place and year. */
	THRESHOLD_MISSING;

	/** The key of the sentence that says it. */
	public String message() {
		return "verdict.cause." + name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	static Cause ofThisYear(Gap gap) {
		return switch (gap) {
			case MISSING -> MISSING;
			case SUPPRESSED -> SUPPRESSED;
			case DENOMINATOR_ZERO -> DENOMINATOR_ZERO;
			case CONFLICT, STAGES_DIFFER, BASIS_DIFFERS -> CONFLICT;
			case PARAMETER_MISSING -> THRESHOLD_MISSING;
			case NOT_ADDITIVE -> NOT_ADDITIVE;
			case INCOMPLETE -> INCOMPLETE;
		};
	}

	static Cause ofPriorYear(Gap gap) {
		return switch (gap) {
			case SUPPRESSED -> PRIOR_SUPPRESSED;
			case INCOMPLETE -> PRIOR_INCOMPLETE;
			case MISSING, DENOMINATOR_ZERO, CONFLICT, STAGES_DIFFER, NOT_ADDITIVE, PARAMETER_MISSING, BASIS_DIFFERS ->
				PRIOR_MISSING;
		};
	}

}
