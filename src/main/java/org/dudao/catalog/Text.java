package org.dudao.catalog;

import java.util.Locale;

/**
 * A text of the catalogue in the two languages that Dudao speaks.
 *
 * @param en English
 * @param zh Chinese
 */
public record Text(String en, String zh) {

	/** The Chinese text for a Chinese locale, else the English one. */
	public String in(Locale locale) {
		return locale.getLanguage().equals("zh") ? this.zh : this.en;
	}

}
