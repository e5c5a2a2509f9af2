package org.dudao.region;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A region during one span of years. One code may have several spans, with other names or
 * parents.
 *
 * @param code the code, such as {@code 420602}
 * @param name the name in that span
 * @param level {@code county}, {@code city} or {@code province}, or as the catalogue says
 * @param from the first year in force
 * @param until the year in which it ceased, still in force during it; null while in force
 * @param successors what followed when it ceased, each with the year
 */
public record Region(String code, String name, String level, int from, @Nullable Integer until,
		List<Successor> successors) {

	/**
	 * A code that followed.
	 *
	 * @param code the successor's code
	 * @param year the year of the change
	 */
	public record Successor(String code, int year) {
	}

	/** Whether it was in force on any day of that year. */
	public boolean inForce(int year) {
		return this.from <= year && (this.until == null || year <= this.until);
	}

}
