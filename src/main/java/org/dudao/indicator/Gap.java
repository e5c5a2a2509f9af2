package org.dudao.indicator;

import java.util.Locale;

/** Why there is no value, or none that may be judged. */
public enum Gap {

	/** A figure that the value needs is not given. Missing is not zero. */
	MISSING,

	/** A figure that the value needs is withheld. */
	SUPPRESSED,

	/** The denominator is zero. */
	DENOMINATOR_ZERO,

	/** Several facts state a figure that cannot be added up, such as a ratio. */
	CONFLICT,

	/** Numerator and denominator cover different stages. */
	STAGES_DIFFER,

	/** The regions below state ratios without numerator and denominator. */
	NOT_ADDITIVE,

	/**
	 * No value of a parameter fits the stage, place and year: the law says nothing there.
	 */
	PARAMETER_MISSING,

	/** A formula's operands are of different statistical calibres. */
	BASIS_DIFFERS,

	/** Some of the regions below are not in it. The value is there, but not the whole. */
	INCOMPLETE;

	/** The key of the words that say it. */
	public String message() {
		return "indicator.gap." + name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
