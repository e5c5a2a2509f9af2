package org.dudao.intake;

import java.util.List;
import java.util.Set;

/**
 * What a file lets know of its figures beside the figures.
 *
 * @param notes lines that say which years cannot be compared
 * @param lastDigits what the last digit is worth that its columns are written with
 */
public record Declared(List<SeriesNote> notes, List<LastDigit> lastDigits) {

	/** Nothing at all. */
	public static final Declared NOTHING = new Declared(List.of(), List.of());

	/**
	 * A line that declares a break.
	 *
	 * @param line its number in the file, from 1
	 * @param text the line as it is written
	 * @param breaks the years that cannot be compared with the year before
	 */
	public record SeriesNote(int line, String text, Set<Integer> breaks) {
	}

	/**
	 * The precision of one column. Spreadsheets drop zeros at the end of a cell, so the
	 * longest cell of the column counts.
	 *
	 * @param field the field
	 * @param period the year that all its facts are of, 0 when each row says that
	 * @param stage the stage that all its facts are of, empty when each row says that or
	 * there is none
	 * @param exponent the power of ten, in the field's unit: 7 for 12.3 亿元 in yuan
	 */
	public record LastDigit(String field, int period, String stage, int exponent) {
	}

}
