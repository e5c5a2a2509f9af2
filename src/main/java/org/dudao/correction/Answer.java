package org.dudao.correction;

import java.util.List;
import java.util.Set;

/**
 * What came back for a rejected row.
 *
 * @param deleted whether the row should not be there
 * @param cells the cells of the sender's columns, in the sender's order, and behind them
 * whatever stands to the right of the last
 */
record Answer(boolean deleted, List<String> cells) {

	/**
	 * The cells as the row should have them: a cell that nobody changed is as it was
	 * sent.
	 * @param sent the cells as they were sent
	 * @param faults the columns, from 0, with which something was wrong
	 * @param terminator what ends the lines of the file
	 */
	List<String> over(List<String> sent, Set<Integer> faults, String terminator) {
		java.util.ArrayList<String> row = new java.util.ArrayList<>();
		for (int i = 0; i < Math.max(this.cells.size(), sent.size()); i++) {
			String before = (i < sent.size()) ? sent.get(i) : "";
			String now = (i < this.cells.size()) ? this.cells.get(i) : "";
			boolean kept = faults.contains(i) ? Texts.same(before, now) : Texts.sameButForTheSpreadsheet(before, now);
			row.add(kept ? before : Texts.plain(now).replace("\n", terminator.isEmpty() ? "\n" : terminator));
		}
		return row;
	}

}
