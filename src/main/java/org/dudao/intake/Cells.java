package org.dudao.intake;

/** What every cell is freed of before it is read. */
final class Cells {

	private Cells() {
	}

	/**
	 * Without white space of any width at either end, nor the apostrophe by which Excel
	 * marks a text.
	 */
	static String trim(String cell) {
		int from = 0;
		int to = cell.length();
		while (from < to && isSpace(cell.charAt(from))) {
			from++;
		}
		if (from < to && cell.charAt(from) == '\'') {
			from++;
		}
		while (from < to && isSpace(cell.charAt(from))) {
			from++;
		}
		while (from < to && isSpace(cell.charAt(to - 1))) {
			to--;
		}
		return cell.substring(from, to);
	}

	static boolean isBlank(String cell) {
		for (int i = 0; i < cell.length(); i++) {
			if (!isSpace(cell.charAt(i))) {
				return false;
			}
		}
		return true;
	}

	static boolean isSpace(char c) {
		return c <= ' ' || c >= 0x80
				&& (Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\uFEFF' || c == '\u200B');
	}

	/**
	 * Full-width letters, digits and signs made half-width, and the minus sign a hyphen.
	 */
	static String halfWidth(String text) {
		char[] chars = text.toCharArray();
		for (int i = 0; i < chars.length; i++) {
			char c = chars[i];
			if (c >= '\uFF01' && c <= '\uFF5E') {
				chars[i] = (char) (c - 0xFEE0);
			}
			else if (c == '\u2212') {
				chars[i] = '-';
			}
			else if (c >= 0x80 && isSpace(c)) {
				chars[i] = ' ';
			}
		}
		return new String(chars);
	}

	/** The text, cut to 200 characters. */
	static String cut(String text) {
		return (text.length() <= 200) ? text : text.substring(0, 199) + "…";
	}

}
