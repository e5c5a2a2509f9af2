package org.dudao.indicator;

/**
 * A slot that was filled, filled anew or emptied.
 *
 * @param feed the feed
 * @param region the code of the region
 * @param period the year that the period begins in
 * @param submissionId the submission that did it
 */
public record Touched(String feed, String region, int period, long submissionId) {

	/** The place. */
	public Place place() {
		return new Place(this.region, this.period);
	}

}
