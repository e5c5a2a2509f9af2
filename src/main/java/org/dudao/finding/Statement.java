package org.dudao.finding;

import java.time.LocalDate;

import org.dudao.finding.Finding.State;
import org.jspecify.annotations.Nullable;

/**
 * What a person said of a finding. It counts for the figures that it was said of: when
 * those change it no longer does, and when they come back it does again.
 *
 * @param state what the finding is by it: explained, rectifying, verified or closed
 * @param reason the code of the reason, by the catalogue; only a waiver has one
 * @param text why, in that person's words
 * @param until the last day of a waiver or the deadline of a rectification; null when
 * there is none
 * @param author who said it
 */
public record Statement(State state, @Nullable String reason, String text, @Nullable LocalDate until, String author) {

	/** Whether it is a deadline that has passed by that day. */
	public boolean isOverdue(LocalDate today) {
		return this.state == State.RECTIFYING && hasPassed(today);
	}

	/** Whether it is a waiver whose last day has passed by that day. */
	public boolean isLapsing(LocalDate today) {
		return this.state == State.EXPLAINED && hasPassed(today);
	}

	private boolean hasPassed(LocalDate today) {
		return this.until != null && this.until.isBefore(today);
	}

}
