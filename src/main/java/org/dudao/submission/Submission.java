package org.dudao.submission;

import java.time.Instant;
import java.util.List;

import org.dudao.message.Message;
import org.jspecify.annotations.Nullable;

/**
 * One received file and what became of it.
 *
 * @param id the number an officer calls it by
 * @param sha256 of its bytes, in hexadecimal
 * @param sender the code of the sending region, or null when unknown
 * @param fileName the name it was sent under
 * @param sizeBytes its length
 * @param state where it stands
 * @param receivedAt when it was first taken in
 * @param decidedAt when it reached its state, or null while it has not
 * @param attempt how often it was read
 * @param catalogVersion the catalogue it was last read with
 * @param hints what the officer said about it
 * @param feed the feed it was recognised as, or null
 * @param layout the layout it was recognised as, or null
 * @param charset the charset it was read in, or null
 * @param ledger what its rows came to
 * @param reasons why it is held, rejected or failed
 */
public record Submission(long id, String sha256, @Nullable String sender, String fileName, long sizeBytes,
		SubmissionState state, Instant receivedAt, @Nullable Instant decidedAt, int attempt, String catalogVersion,
		Hints hints, @Nullable String feed, @Nullable String layout, @Nullable String charset, Ledger ledger,
		List<Message> reasons) {

	/**
	 * What the officer said about a file.
	 *
	 * @param feed the feed it is, or null
	 * @param period the period of rows that name none, or null
	 * @param accept why a file that would be held is let through, or null
	 * @param officer who says so, or null when nobody says anything
	 */
	public record Hints(@Nullable String feed, @Nullable Integer period, @Nullable String accept,
			@Nullable String officer) {

		/** Nothing was said. */
		public static final Hints NONE = new Hints(null, null, null, null);

	}

}
