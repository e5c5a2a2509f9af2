package org.dudao.sample;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** Figures as people and their software write them. */
final class Written {

	private Written() {
	}

	/** CNY in 万元, two decimals. */
	static String wan(long yuan) {
		return BigDecimal.valueOf(yuan).movePointLeft(4).setScale(2, RoundingMode.UNNECESSARY).toPlainString();
	}

	/** CNY in 亿元, four decimals. */
	static String yi(long yuan) {
		return BigDecimal.valueOf(yuan).movePointLeft(8).setScale(4, RoundingMode.UNNECESSARY).toPlainString();
	}

	/** The same with groups of three digits. */
	static String grouped(String figure) {
		BigDecimal number = new BigDecimal(figure);
		return String.format(Locale.ROOT, "%,." + number.scale() + "f", number);
	}

	/** The same in full-width digits, as a Chinese keyboard writes them. */
	static String fullWidth(String figure) {
		StringBuilder wide = new StringBuilder();
		figure.chars().forEach((c) -> wide.append((char) (c - '!' + '！')));
		return wide.toString();
	}

	/** One figure over another, two decimals. */
	static String ratio(long of, long in) {
		return BigDecimal.valueOf(of).divide(BigDecimal.valueOf(in), 2, RoundingMode.HALF_UP).toPlainString();
	}

	/** The growth from one figure to another in percent, two decimals. */
	static String growth(BigDecimal before, BigDecimal now) {
		return now.subtract(before).movePointRight(2).divide(before, 2, RoundingMode.HALF_UP).toPlainString();
	}

	/** A school year, such as 2023/2024. */
	static String schoolYear(int begin, String between) {
		return begin + between + (begin + 1);
	}

}
