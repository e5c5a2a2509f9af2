package org.dudao.batch;

import java.util.List;

import org.dudao.indicator.ValueChanges;
import org.dudao.report.FindingTurns.Turn;
import org.dudao.report.RunSummary;
import org.dudao.warehouse.FactChanges.SlotChange;

/**
 * What a run would do.
 *
 * @param summary what it would make of the files; numbers of submissions in it that are
 * new are given to nobody
 * @param catalogChanged whether all would be computed anew, since the catalogue is
 * another than that of the last run
 * @param slots what would change in each slot
 * @param computed how many indicator values would be computed
 * @param values the values that would be other than they are
 * @param findings the turns that findings would take
 */
public record Preview(RunSummary summary, boolean catalogChanged, List<SlotChange> slots, int computed,
		List<ValueChanges.Change> values, List<Turn> findings) {
}
