package org.dudao.batch;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text that a county writes into its report, told by its name: {@code report-2024.md}
 * is for the report of 2024.
 */
final class OwnText {

	private static final Pattern NAME = Pattern.compile("report-([0-9]{4})\\.md", Pattern.CASE_INSENSITIVE);

	private OwnText() {
	}

	static boolean isOne(Path file) {
		return NAME.matcher(file.getFileName().toString()).matches();
	}

	/**
	 * The period that it is for.
	 * @throws IllegalArgumentException when the file is no such text
	 */
	static int period(Path file) {
		Matcher name = NAME.matcher(file.getFileName().toString());
		if (!name.matches()) {
			throw new IllegalArgumentException(file + " is no text for a report");
		}
		return Integer.parseInt(name.group(1));
	}

}
