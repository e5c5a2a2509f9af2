package org.dudao.receipt;

import java.util.List;

import org.dudao.submission.Slot;
import org.dudao.submission.Submission;
import org.dudao.submission.SubmissionEvents.Event;
import org.jspecify.annotations.Nullable;

/**
 * All that a sender is told of one file.
 *
 * @param submission the file and where it stands
 * @param story what happened to it, in its order
 * @param places where it was put in force, by period, region and part
 * @param turns the findings that it opened or closed, by period, region and rule, each
 * once with the last turn
 * @param origin what it was made out of by a correction file, or null when it was sent as
 * it is
 * @param corrections the submissions that were made out of it and stand in its place, by
 * number; none that was withdrawn
 */
public record Receipt(Submission submission, List<Event> story, List<Place> places, List<Turn> turns,
		@Nullable Origin origin, List<Long> corrections) {

	/** Who has to do something next. */
	public Next next() {
		boolean rows = this.submission.ledger().rejected() > 0;
		return switch (this.submission.state()) {
			case RECEIVED, LOADING, LOADED, FAILED -> Next.MACHINE;
			case HELD -> this.corrections.isEmpty() ? Next.OFFICER : Next.NOBODY;
			case REJECTED, WITHDRAWN -> this.corrections.isEmpty() ? Next.SENDER : Next.NOBODY;
			case PUBLISHED -> (rows && this.corrections.isEmpty()) ? Next.SENDER : Next.NOBODY;
			case SUPERSEDED -> Next.NOBODY;
		};
	}

	/**
	 * Who has to do something. The sentence is the message {@code receipt.next.<NAME>}.
	 */
	public enum Next {

		/** The one who sent the file. */
		SENDER,

		/** The data officer. */
		OFFICER,

		/** The next run, by itself. */
		MACHINE,

		/** All is done. */
		NOBODY

	}

	/**
	 * A place where the file was put in force.
	 *
	 * @param slot the place
	 * @param facts how many facts it has there
	 * @param isInForce whether it still is
	 * @param replaced the submission that was in force there before, or null when none
	 * was
	 */
	public record Place(Slot slot, int facts, boolean isInForce, @Nullable Long replaced) {
	}

	/**
	 * A finding that the file opened or closed.
	 *
	 * @param finding its number
	 * @param isOpening whether it opened it, first or again; else it closed it
	 * @param rule the name of the rule
	 * @param region the code of the region
	 * @param period the period
	 * @param stage the stage, empty when it is about all
	 */
	public record Turn(long finding, boolean isOpening, String rule, String region, int period, String stage) {
	}

	/**
	 * What a file was made out of.
	 *
	 * @param parent the submission whose rows were corrected
	 * @param fileName the name of the correction file
	 */
	public record Origin(long parent, String fileName) {
	}

}
