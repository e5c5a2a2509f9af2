package org.dudao.indicator;

/**
 * A region in one period.
 *
 * @param region the code
 * @param period the year that the period begins in
 */
public record Place(String region, int period) {

	/** The same region one year earlier. */
	public Place yearBefore() {
		return new Place(this.region, this.period - 1);
	}

	/** The same region one year later. */
	public Place yearAfter() {
		return new Place(this.region, this.period + 1);
	}

}
