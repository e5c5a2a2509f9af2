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
 * @param note the sender's note by which years cannot be compared, where that is the
 * cause
 */
public record Listed(@Nullable Finding finding, Subject subject, @Nullable Rule rule, String regionName,
		@Nullable Verdict verdict, @Nullable Note note) {

	public Listed(@Nullable Finding finding, Subject subject, @Nullable Rule rule, String regionName,
			@Nullable Verdict verdict) {
		this(finding, subject, rule, regionName, verdict, null);
	}

	/**
	 * A line of a file that declares a break.
	 *
	 * @param submission the file
	 * @param fileName its name
	 * @param line the line, from 1
	 * @param text what it says
	 */
	public record Note(long submission, String fileName, int line, String text) {
	}

	/** The same with that note. */
	Listed with(@Nullable Note other) {
		return new Listed(this.finding, this.subject, this.rule, this.regionName, this.verdict, other);
	}

	/** How much the fall weighs, null when nothing fell or the rule does not say. */
	public @Nullable Materiality materiality() {
		return (this.rule != null && this.verdict != null) ? Materiality.of(this.rule, this.verdict) : null;
	}
}
