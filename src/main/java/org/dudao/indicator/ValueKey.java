package org.dudao.indicator;

/**
 * What a value is about. At most one value is in force for each.
 *
 * @param indicator the name of the indicator
 * @param region the code of the region
 * @param period the year that the period begins in
 * @param stage the stage, empty when the indicator is not kept by stage
 * @param basis the statistical calibre, empty when the feed has none
 */
public record ValueKey(String indicator, String region, int period, String stage, String basis) {

	/** The region and period alone. */
	public Place place() {
		return new Place(this.region, this.period);
	}

	/** The same one year earlier. */
	public ValueKey yearBefore() {
		return new ValueKey(this.indicator, this.region, this.period - 1, this.stage, this.basis);
	}

	/** The same for another region. */
	public ValueKey of(String other) {
		return new ValueKey(this.indicator, other, this.period, this.stage, this.basis);
	}

}
