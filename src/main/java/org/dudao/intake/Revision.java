package org.dudao.intake;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a correction says about the lines of the file it was merged into. Rows it says
 * nothing of were accepted before.
 *
 * @param leftOut lines whose rows were rejected before and did not come back, with what
 * was wrong: they stay rejected as they were
 * @param returned lines whose rows came back, corrected or not
 */
public record Revision(Map<Integer, List<Issue>> leftOut, Set<Integer> returned) {

	/** Nothing was corrected: the file is as it was sent. */
	public static final Revision NONE = new Revision(Map.of(), Set.of());

	/**
	 * Whether of two rows with the same key the first goes and the second stays: what was
	 * accepted before is not rejected because of a row that came back.
	 */
	boolean yields(int line, int other) {
		return this.returned.contains(line) && !this.returned.contains(other);
	}

}
