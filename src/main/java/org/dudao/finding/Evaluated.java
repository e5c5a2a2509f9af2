package org.dudao.finding;

/**
 * What judging came to.
 *
 * @param judged how many verdicts were reached
 * @param changed how many are other than before, or gone
 * @param opened findings that are new
 * @param reopened findings that came back
 * @param closed findings that are gone
 * @param lapsed findings for which what a person said counts no longer, since the figures
 * changed or its time ran out
 */
public record Evaluated(int judged, int changed, int opened, int reopened, int closed, int lapsed) {

	static final Evaluated NOTHING = new Evaluated(0, 0, 0, 0, 0, 0);

	/** Both together. */
	public Evaluated plus(Evaluated other) {
		return new Evaluated(this.judged + other.judged, this.changed + other.changed, this.opened + other.opened,
				this.reopened + other.reopened, this.closed + other.closed, this.lapsed + other.lapsed);
	}

}
