package org.dudao.intake;

/**
 * The sums of some columns over some rows. Doubles are exact enough: what is compared
 * with them was rounded when it was written.
 */
final class Sums {

	private final double[] sums;

	private final double[] greatest;

	private int rows;

	Sums(int columns) {
		this.sums = new double[columns];
		this.greatest = new double[columns];
	}

	/** Adds one row; what is missing counts as nothing. */
	void add(double[] figures) {
		this.rows++;
		for (int i = 0; i < figures.length; i++) {
			this.sums[i] += figures[i];
			this.greatest[i] = Math.max(this.greatest[i], figures[i]);
		}
	}

	/** Adds all that is in the other. */
	void add(Sums other) {
		this.rows += other.rows;
		for (int i = 0; i < this.sums.length; i++) {
			this.sums[i] += other.sums[i];
			this.greatest[i] = Math.max(this.greatest[i], other.greatest[i]);
		}
	}

	/** How many rows. */
	int rows() {
		return this.rows;
	}

	/** The sum of a column. */
	double of(int column) {
		return this.sums[column];
	}

	/**
	 * Whether a row of totals may say this of a column: the sum, but for rounding, or the
	 * mean or greatest of figures that are not to be summed.
	 * @param rounding by how much a written figure may be off; 0 for counts
	 */
	boolean explains(int column, double figure, double rounding) {
		double off = (this.rows + 1) * rounding + 1e-9 * Math.abs(figure) + 1e-6;
		boolean mean = this.rows > 0 && Math.abs(this.sums[column] / this.rows - figure) <= Math.max(rounding, 0.5);
		return Math.abs(this.sums[column] - figure) <= off || mean
				|| Math.abs(this.greatest[column] - figure) <= rounding + 1e-6;
	}

}
