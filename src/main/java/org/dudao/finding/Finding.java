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
 * @param state where it stands
 * @param openedAt when it was opened, the last time
 * @param openedBy the submission that opened it, or null when none did, as when a rule
 * was added
 * @param closedAt when it was closed, null unless it is
 * @param closedBy the submission that closed it, or null when none did
 * @param because why it was closed, null unless it is
 * @param statement what a person said that makes its state; null when the data make it
 */
public record Finding(long id, Subject subject, Rule.Severity severity, State state, Instant openedAt,
		@Nullable Long openedBy, @Nullable Instant closedAt, @Nullable Long closedBy, @Nullable Because because,
		@Nullable Statement statement) {

	/**
	 * Whether the verdict is a breach, whatever a person said of it: explaining,
	 * verifying or closing a finding changes no figure.
	 */
	public boolean isBreach() {
		return this.state != State.CLOSED || this.because == Because.PERSON;
	}

	/** What tells one finding from another. */
	public record Subject(String rule, String region, int period, String stage, String basis) {

		static Subject of(Verdict verdict) {
			return new Subject(verdict.rule(), verdict.key().region(), verdict.key().period(), verdict.key().stage(),
					verdict.key().basis());
		}

	}

	/** Where a finding stands. */
	public enum State {

		/** The breach is there, and nobody said anything that counts. */
		OPEN,

		/** A waiver explains it. */
		EXPLAINED,

		/** It is being put right by a deadline. */
		RECTIFYING,

		/** Someone saw on the spot that it is put right; the data do not say so yet. */
		VERIFIED,

		/** The data say that it is gone, or a person closed it. */
		CLOSED

	}

	/** Why a finding took a turn. */
	public enum Because {

		/** The demand is met now. */
		HOLDS,

		/** It can no longer be evaluated; the verdict says why. */
		NOT_EVALUABLE,

		/** The figure is no longer in force, or the rule is not for it any more. */
		NO_VERDICT,

		/** A person said so. */
		PERSON,

		/** The figures are other than those that a person spoke of. */
		FIGURES,

		/** The last day of the waiver has passed. */
		TIME

	}

	/** A turn in a finding's life. */
	public enum Turn {

		/** Seen for the first time. */
		OPENED,

		/** Gone by the data, or closed by a person. */
		CLOSED,

		/** Seen again after it was closed, or opened again by a person. */
		REOPENED,

		/** A person gave a waiver. */
		EXPLAINED,

		/** A person set a deadline. */
		RECTIFYING,

		/** A person saw that it is put right. */
		VERIFIED,

		/** What a person said counts no longer, and the finding is open. */
		LAPSED,

		/** The figures are again those that a person spoke of, so it counts again. */
		RESUMED

	}

}
