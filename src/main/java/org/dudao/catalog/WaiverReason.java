package org.dudao.catalog;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A reason for which a finding may be explained. It changes no verdict.
 *
 * @param name the code that an officer gives
 * @param title what it is, in a few words
 * @param description when it is the right one, and what must be in the text
 * @param severities the severities that it is for; empty means all
 * @param months for how many months a waiver may last at most, null when it may last for
 * good
 */
public record WaiverReason(String name, Text title, Text description, List<Rule.Severity> severities,
		@Nullable Integer months) {

	/** Whether a finding of that severity may be explained by it. */
	public boolean isFor(Rule.Severity severity) {
		return this.severities.isEmpty() || this.severities.contains(severity);
	}

}
