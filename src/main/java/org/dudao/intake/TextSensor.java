package org.dudao.intake;

import java.util.regex.Pattern;

import org.dudao.message.Message;
import org.jspecify.annotations.Nullable;

/**
 * Watches one column of texts, such as names and codes, for what a wrong charset or a
 * spreadsheet has made of them. What is in most cells of the column is taken for what the
 * column is for.
 */
final class TextSensor {

	private static final Pattern ROUNDED = Pattern.compile("\\d(\\.\\d+)?E\\+\\d{1,3}");

	private static final Pattern DATE = Pattern.compile("\\d{4}[/年.-]\\d{1,2}[/月.-]\\d{1,2}日?( 0?0:00(:00)?)?"
			+ "|\\d{1,2}月(\\d{1,2}日)?|\\d{1,2}-[A-Z][a-z]{2}(-\\d{2,4})?|[A-Z][a-z]{2}-\\d{1,4}");

	private static final int LONGEST_CODE = 40;

	/** Shorter ones are numbers that grow, and not codes. */
	private static final int SHORTEST_CODE = 6;

	private static final int FEWEST_CODES = 10;

	private final int column;

	private final String header;

	private final Places rounded = new Places();

	private final Places dates = new Places();

	private final Places mojibake = new Places();

	/** The codes of digits alone, by their length. */
	private final Places[] codes = new Places[LONGEST_CODE + 1];

	private int cells;

	private int allCodes;

	private String last = "";

	private boolean plain;

	TextSensor(Column column) {
		this.column = column.index();
		this.header = column.header();
	}

	/** Where something was seen first, and how often. */
	private static final class Places {

		private int line;

		private String cell = "";

		private int count;

		void add(int line, String cell) {
			if (this.count++ == 0) {
				this.line = line;
				this.cell = Cells.cut(cell);
			}
		}

	}

	/** Takes note of a row. */
	void see(int line, String[] cells) {
		String cell = cells[this.column];
		if (this.plain && cell.equals(this.last)) {
			this.cells++;
			return;
		}
		this.last = cell;
		String text = Cells.trim(cell);
		this.plain = !text.isEmpty() && isHan(text.charAt(0)) && !Mojibake.isIn(text);
		if (this.plain) {
			this.cells++;
		}
		else if (!text.isEmpty()) {
			this.cells++;
			judge(line, text);
		}
	}

	private static boolean isHan(char c) {
		return c >= 0x4E00 && c <= 0x9FFF;
	}

	private void judge(int line, String text) {
		if (isDigits(text)) {
			if (text.length() <= LONGEST_CODE) {
				Places same = this.codes[text.length()];
				if (same == null) {
					same = new Places();
					this.codes[text.length()] = same;
				}
				same.add(line, text);
				this.allCodes++;
			}
		}
		else if (Mojibake.isIn(text)) {
			this.mojibake.add(line, text);
		}
		else if (ROUNDED.matcher(text).matches()) {
			this.rounded.add(line, text);
		}
		else if (DATE.matcher(text).matches()) {
			this.dates.add(line, text);
		}
	}

	private static boolean isDigits(String text) {
		for (int i = 0; i < text.length(); i++) {
			if (text.charAt(i) < '0' || text.charAt(i) > '9') {
				return false;
			}
		}
		return true;
	}

	/** What is suspicious in the column. */
	void end(Suspicions suspicions) {
		tell(suspicions, Sensor.MOJIBAKE, this.mojibake);
		tell(suspicions, Sensor.ROUNDED_CODE, this.rounded);
		if (2 * this.dates.count < this.cells) {
			tell(suspicions, Sensor.DATE_IN_TEXT, this.dates);
		}
		Message lost = lostZero();
		if (lost != null) {
			suspicions.add(lost);
		}
	}

	private void tell(Suspicions suspicions, Sensor sensor, Places places) {
		if (places.count > 0) {
			suspicions
				.add(sensor.says(places.line, this.column + 1, this.header, places.cell, places.count, this.cells));
		}
	}

	/**
	 * Codes of one length, but for some that lack exactly one digit. Numbers that merely
	 * grow have shorter ones still, and numbers that are no codes have many.
	 */
	private @Nullable Message lostZero() {
		int most = SHORTEST_CODE;
		int kinds = 0;
		for (int length = 1; length <= LONGEST_CODE; length++) {
			kinds += (this.codes[length] != null) ? 1 : 0;
			most = (count(length) > count(most)) ? length : most;
		}
		Places shorter = this.codes[most - 1];
		if (shorter == null || kinds != 2 || this.allCodes < FEWEST_CODES || 10 * count(most) < 9 * this.allCodes
				|| 10 * this.allCodes < 9 * this.cells) {
			return null;
		}
		return Sensor.LOST_ZERO.says(shorter.line, this.column + 1, this.header, shorter.cell, shorter.count, most);
	}

	private int count(int length) {
		Places same = this.codes[length];
		return (length >= SHORTEST_CODE && same != null) ? same.count : 0;
	}

}
