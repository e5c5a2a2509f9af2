package org.dudao.finding;

import java.util.Set;
import java.util.function.IntPredicate;

import org.dudao.catalog.Rule;
import org.dudao.catalog.Rule.Outcome;
import org.dudao.finding.Verdict.Classification;
import org.dudao.indicator.ValueKey;
import org.jspecify.annotations.Nullable;

/** What one comparison with the year before comes to. */
enum Reading {

	/** The demand is met. */
	HOLDS,

	/** It is not, read strictly, but more digits might show that it is. */
	INSIDE_ROUNDING,

	/** It is not. */
	BREACH;

	static Reading of(YearOnYear.Compared compared, IntPredicate holds) {
		if (holds.test(compared.change())) {
			return HOLDS;
		}
		return compared.open() ? INSIDE_ROUNDING : BREACH;
	}

	/**
	 * The verdict by this reading.
	 * @param others the same read on every other basis
	 */
	Verdict verdict(Rule rule, ValueKey key, Set<Reading> others, Operand left, Operand right) {
		Outcome outcome = switch (this) {
			case HOLDS -> Outcome.HOLDS;
			case INSIDE_ROUNDING -> Outcome.NOT_EVALUABLE;
			case BREACH -> Outcome.BREACH;
		};
		boolean inside = this == INSIDE_ROUNDING;
		return new Verdict(rule.name(), key, outcome, inside ? Cause.INSIDE_ROUNDING : null,
				inside ? key.indicator() : null, classification(others), left, right, null);
	}

	private @Nullable Classification classification(Set<Reading> others) {
		if (this != BREACH) {
			return others.contains(BREACH) ? Classification.HIDDEN_BY_RESTATING : null;
		}
		boolean otherwise = others.contains(HOLDS) || others.contains(INSIDE_ROUNDING);
		return otherwise ? Classification.MADE_BY_RESTATING : Classification.REAL;
	}

}
