package org.dudao.intake;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * One header, as it is written and as it is compared.
 *
 * @param written as it is written, trimmed and on one line
 * @param name as it is compared: full-width forms made half-width, white space removed,
 * lower case, without a unit in brackets
 * @param unit the unit in brackets, or null
 */
record HeaderCell(String written, String name, @Nullable Unit unit) {

	private static final Pattern BRACKETS = Pattern.compile("[(\\[【]([^()\\[\\]【】]+)[)\\]】]");

	private static final Pattern BREAKS = Pattern.compile("\\s*[\\r\\n]\\s*");

	private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}\\uFEFF\\u200B]+");

	/** A header; a bracket that holds no known unit belongs to the name. */
	static HeaderCell of(String written) {
		String shown = BREAKS.matcher(written.strip()).replaceAll("");
		String name = normal(written);
		Matcher brackets = BRACKETS.matcher(name);
		while (brackets.find()) {
			Unit unit = Unit.named(brackets.group(1));
			if (unit != null) {
				name = name.substring(0, brackets.start()) + name.substring(brackets.end());
				return new HeaderCell(shown, name, unit);
			}
		}
		return new HeaderCell(shown, name, null);
	}

	/** Text as headers are compared, unit and all. */
	static String normal(String text) {
		String plain = Normalizer.normalize(text, Normalizer.Form.NFKC);
		return SPACE.matcher(plain).replaceAll("").toLowerCase(Locale.ROOT);
	}

}
