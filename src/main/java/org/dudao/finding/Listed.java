package org.dudao.finding;

import org.dudao.catalog.Rule;
import org.dudao.finding.Finding.Subject;
import org.jspecify.annotations.Nullable;

/**
 * A line of a list of findings.
 *
 * @param finding the finding; null for a verdict that is none, because it is not
 * evaluable or holds only by restating
 * @param subject what it is about
 * @param rule the rule with its title and clauses, null when the catalogue no longer has
 * it
 * @param regionName the name of the region in that year, or its code when it has none
 * @param verdict the verdict in force, null when there is none any more
 */
public record Listed(@Nullable Finding finding, Subject subject, @Nullable Rule rule, String regionName,
		@Nullable Verdict verdict) {

	/** How much the fall weighs, null when nothing fell or the rule does not say. */
	public @Nullable Materiality materiality() {
		return (this.rule != null && this.verdict != null) ? Materiality.of(this.rule, this.verdict) : null;
	}
}
