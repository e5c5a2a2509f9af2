package org.dudao.batch;

import java.util.List;

import org.dudao.report.FindingTurns.Turn;
import org.dudao.submission.Publications.Returned;

/**
 * What a withdrawal came to.
 *
 * @param run its run
 * @param slots what each slot went back to
 * @param findings the turns that findings took by it
 */
public record Withdrawn(long run, List<Returned> slots, List<Turn> findings) {
}
