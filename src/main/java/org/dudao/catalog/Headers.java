package org.dudao.catalog;

import java.text.Normalizer;
import java.util.Locale;

/** Headers as they are compared: width, case and blanks do not tell two apart. */
final class Headers {

	private Headers() {
	}

	static String plain(String header) {
		return Normalizer.normalize(header, Normalizer.Form.NFKC).replaceAll("\\s", "").toLowerCase(Locale.ROOT);
	}

}
