package org.dudao.indicator;

/**
 * What one value of an indicator is for, at one place.
 *
 * @param stage the stage, empty when it is not kept by stage
 * @param basis the statistical calibre, empty when the feed has none
 */
record Unit(String stage, String basis) implements Comparable<Unit> {

	static Unit of(ValueKey key) {
		return new Unit(key.stage(), key.basis());
	}

	@Override
	public int compareTo(Unit other) {
		int byStage = this.stage.compareTo(other.stage);
		return (byStage != 0) ? byStage : this.basis.compareTo(other.basis);
	}

}
