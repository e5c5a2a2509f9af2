package org.dudao.message;

import java.util.Locale;

/**
 * An argument of a message that reads differently in the two languages, such as the title
 * of a form. It is stored with its message as one plain text.
 *
 * @param en English
 * @param zh Chinese
 */
public record Words(String en, String zh) {

	/** The unit separator of ASCII, which no other argument keeps. */
	private static final char BETWEEN = '\u001F';

	/** Both as one argument. */
	String stored() {
		return plain(this.en) + BETWEEN + plain(this.zh);
	}

	/** Any other argument as it is stored. */
	static String plain(String arg) {
		return arg.replace(BETWEEN, ' ');
	}

	/** What a stored argument is in a language. */
	static String read(String arg, Locale locale) {
		int between = arg.indexOf(BETWEEN);
		if (between < 0) {
			return arg;
		}
		return locale.getLanguage().equals("zh") ? arg.substring(between + 1) : arg.substring(0, between);
	}

}
