package org.dudao.metric;

import java.time.Instant;
import java.util.List;

/** A part of what is watched. */
interface Measured {

	/**
	 * Its metrics as they are now, read within the caller's transaction.
	 * @param now what time it is
	 */
	List<Series> measure(Instant now);

}
