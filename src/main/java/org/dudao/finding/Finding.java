package org.dudao.finding;

import java.time.Instant;

import org.dudao.catalog.Rule;
import org.jspecify.annotations.Nullable;

/**
 * A breach somewhere, with its life. There is one for each rule, region, period, stage
 * and basis: a breach that comes back opens the same finding again.
 *
 * @param id the number that an officer names
 * @param subject what it is about
 * @param severity what breaking the rule means
 * @param state whether it is open
 * @param openedAt when it was opened, the last time
 * @param openedBy the submission that opened it, or null when none did, as when a rule
 * was added
 * @param closedAt when it was closed, null while it is open
 * @param closedBy the submission that closed it, or null when none did
 * @param because why it was closed, null while it is open
 */
public record Finding(long id, Subject subject, Rule.Severity severity, State state, Instant openedAt,
		@Nullable Long openedBy, @Nullable Instant closedAt, @Nullable Long closedBy, @Nullable Because because) {

	/** What tells one finding from another. */
	public record Subject(String rule, String region, int period, String stage, String basis) {

		static Subject of(Verdict verdict) {
			return new Subject(verdict.rule(), verdict.key().region(), verdict.key().period(), verdict.key().stage(),
					verdict.key().basis());
		}

	}

	/** Whether a finding is to be acted on. */
	public enum State {

		/** The breach is there. */
		OPEN,

		/** It is not there any more. */
		CLOSED

	}

	/** Why a finding was closed. */
	public enum Because {

		/** The demand is met now. */
		HOLDS,

		/** It can no longer be evaluated; the verdict says why. */
		NOT_EVALUABLE,

		/** The figure is no longer in force, or the rule is not for it any more. */
		NO_VERDICT

	}

	/** A turn in a finding's life. */
	public enum Turn {

		/** Seen for the first time. */
		OPENED,

		/** Gone. */
		CLOSED,

		/** Seen again. */
		REOPENED

	}

}
