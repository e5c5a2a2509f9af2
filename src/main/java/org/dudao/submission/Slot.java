package org.dudao.submission;

/**
 * What can be published and replaced: one part of a feed for one region and period.
 *
 * @param feed the feed
 * @param part the part of the feed
 * @param region the region's code
 * @param period the period
 */
public record Slot(String feed, String part, String region, int period) {

	/**
	 * A slot with the number of facts in it.
	 *
	 * @param slot the slot
	 * @param facts how many
	 */
	public record Filled(Slot slot, int facts) {
	}

}
