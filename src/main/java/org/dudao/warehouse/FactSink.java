package org.dudao.warehouse;

import java.util.List;

/** Puts facts of one submission into their table, in the caller's transaction. */
interface FactSink {

	/**
	 * Puts in these facts, all of them or none.
	 * @param facts at least one
	 */
	void put(List<LinedFact> facts);

}
