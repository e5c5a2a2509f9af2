package org.dudao.intake;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** Which character stands between two cells. */
final class Dialect {

	/** As Excel writes it; a program that saved it again may have padded the line. */
	private static final Pattern DECLARATION = Pattern.compile("\"?sep=([^\"])\\1*\"?", Pattern.CASE_INSENSITIVE);

	private Dialect() {
	}

	/** The delimiter that a first line declares, null when it is an ordinary line. */
	static @Nullable Character declaredBy(String firstLine) {
		Matcher matcher = DECLARATION.matcher(firstLine);
		return matcher.matches() ? matcher.group(1).charAt(0) : null;
	}

}
