package org.dudao.finding;

import java.math.BigDecimal;
import java.util.Locale;

import org.dudao.catalog.Check;
import org.dudao.catalog.Rule;
import org.dudao.catalog.Rule.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * How much a fall weighs. No document grants a tolerance: the verdict is strict, and this
 * is only ever shown beside it.
 */
public enum Materiality {

	/** Legally a fall, practically a rounding. */
	SLIGHT,

	/** More than that. */
	MATERIAL,

	/** A fall that no rounding and no change of method explains away. */
	SEVERE;

	/** The key of the sentence that says it. */
	public String message() {
		return "verdict.materiality." + name().toLowerCase(Locale.ROOT);
	}

	/**
	 * By the bands of the rule and the growth that decided; null when it is no breach,
	 * the rule has no bands or there is no growth.
	 */
	static @Nullable Materiality of(Rule rule, Verdict verdict) {
		BigDecimal growth = verdict.left().growth();
		if (verdict.outcome() != Outcome.BREACH || growth == null
				|| !(rule.check() instanceof Check.NeverDecreases check) || check.materiality() == null) {
			return null;
		}
		BigDecimal fall = growth.negate();
		if (fall.compareTo(check.materiality().slight()) < 0) {
			return SLIGHT;
		}
		return (fall.compareTo(check.materiality().severe()) < 0) ? MATERIAL : SEVERE;
	}

}
