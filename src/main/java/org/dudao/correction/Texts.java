package org.dudao.correction;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.Charset;
import java.util.regex.Pattern;

/**
 * What spreadsheets make of a cell that nobody touched, so that what they did is not
 * taken for a correction.
 */
final class Texts {

	/** What Excel writes when it is told to save as CSV in China. */
	private static final Charset GBK = Charset.forName("GBK");

	private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9,]*\\.?[0-9]+(?:[eE][+-]?[0-9]{1,3})?");

	/** So many digits of a number a spreadsheet keeps. */
	private static final MathContext KEPT = new MathContext(15, RoundingMode.DOWN);

	/** Full-width signs begin a formula too where people type them. */
	private static final Pattern FORMULA = Pattern.compile("[=+\\-@\t\r\n＝＋－＠].*", Pattern.DOTALL);

	/** Figures, and the dashes that stand for a missing one. */
	private static final Pattern FIGURE = Pattern.compile("[+-]?[0-9][0-9,]*(\\.[0-9]+)?%?|-+");

	private Texts() {
	}

	/** The cell so that a spreadsheet does not run it: an apostrophe before a formula. */
	static String harmless(String cell) {
		boolean runs = FORMULA.matcher(cell).matches() && !FIGURE.matcher(cell).matches();
		return runs ? "'" + cell : cell;
	}

	/** The cell without space of any width at its ends, nor Excel's apostrophe. */
	static String trim(String cell) {
		String text = cell.replace('\u00A0', ' ').replace("\uFEFF", "").strip();
		return text.startsWith("'") ? text.substring(1).strip() : text;
	}

	/** The line ends of a cell all alike, and no sign that a workbook cannot hold. */
	static String plain(String cell) {
		String text = cell.replace("\r\n", "\n").replace('\r', '\n');
		StringBuilder plain = new StringBuilder(text.length());
		text.chars().forEach((c) -> plain.append((c < ' ' && c != '\n' && c != '\t') ? '?' : (char) c));
		return plain.toString();
	}

	/** Whether nobody has changed the cell. */
	static boolean same(String sent, String returned) {
		return trim(plain(sent)).equals(trim(plain(returned)));
	}

	/**
	 * Whether nobody has changed the cell but perhaps the spreadsheet by itself: leading
	 * zeros lost, 1.20 shown as 1.2, a long number rounded, a rare character lost. To be
	 * asked only of cells with which nothing was wrong.
	 */
	static boolean sameButForTheSpreadsheet(String sent, String returned) {
		if (same(sent, returned)) {
			return true;
		}
		String before = trim(plain(sent));
		String now = trim(plain(returned));
		return now.indexOf('?') >= 0 && now.equals(new String(before.getBytes(GBK), GBK)) || sameNumber(before, now);
	}

	private static boolean sameNumber(String sent, String returned) {
		if (!NUMBER.matcher(sent).matches() || !NUMBER.matcher(returned).matches()) {
			return false;
		}
		BigDecimal before = new BigDecimal(sent.replace(",", ""));
		BigDecimal now = new BigDecimal(returned.replace(",", ""));
		if (before.compareTo(now) == 0
				|| before.precision() > KEPT.getPrecision() && before.round(KEPT).compareTo(now.round(KEPT)) == 0) {
			return true;
		}
		// 1.23457E+11: as many digits as the column showed
		boolean shortened = returned.indexOf('E') > 0 || returned.indexOf('e') > 0;
		return shortened && before.round(new MathContext(now.stripTrailingZeros().precision(), RoundingMode.HALF_UP))
			.compareTo(now) == 0;
	}

}
