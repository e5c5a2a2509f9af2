package org.dudao.warehouse;

import org.dudao.intake.Fact;
import org.jspecify.annotations.Nullable;

/**
 * A fact with the line that it was on.
 *
 * @param line the line
 * @param fact the fact
 */
record LinedFact(int line, Fact fact) {

	/** The names of its withheld measures as the table keeps them, null when none is. */
	@Nullable String suppressed() {
		return this.fact.suppressed().isEmpty() ? null : String.join(",", this.fact.suppressed());
	}

}
