package org.dudao.upkeep;

import java.time.Instant;
import java.util.List;

/**
 * One kind of thing that can be removed when it is old.
 *
 * @param <T> what a thing is known by
 */
sealed interface Removable<T> permits OldFacts, OldFiles, OldJobs, OldPlans, OldReceipts {

	/** The name of the kind, for people by the message {@code purge.what.<name>}. */
	String name();

	/** The things of before that moment that nothing needs any more. */
	List<T> before(Instant moment);

	/** How many rows or files these things are. */
	long amount(List<T> things);

	/** Removes these things, within the caller's transaction. */
	void remove(List<T> things, Instant now);

}
