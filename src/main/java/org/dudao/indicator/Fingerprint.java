package org.dudao.indicator;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

import org.dudao.submission.Archive;

/** A short mark by which one text is told from another. */
final class Fingerprint {

	private Fingerprint() {
	}

	static String of(String text) {
		return HexFormat.of().formatHex(Archive.sha256().digest(text.getBytes(StandardCharsets.UTF_8)), 0, 8);
	}

}
