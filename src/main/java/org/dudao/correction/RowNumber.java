package org.dudao.correction;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.dudao.submission.Submission;
import org.jspecify.annotations.Nullable;

/**
 * The number by which a row of a correction file finds its place: a program that sorts,
 * filters or counts makes no other number and no date out of it.
 *
 * @param submission the submission whose row was rejected
 * @param hash the beginning of the SHA-256 of its bytes
 * @param line the line on which the row begins
 */
record RowNumber(long submission, String hash, int line) {

	private static final int HASH_LENGTH = 12;

	/** Editors like to make long dashes of short ones. */
	private static final Pattern WRITTEN = Pattern.compile("(\\d{1,18})[-‐‑–—－](\\p{XDigit}{12})[-‐‑–—－](\\d{1,9})");

	static RowNumber of(Submission submission, int line) {
		return new RowNumber(submission.id(), submission.sha256().substring(0, HASH_LENGTH), line);
	}

	/** The number that is written there, null when none is. */
	static @Nullable RowNumber read(String cell) {
		Matcher written = WRITTEN.matcher(Texts.trim(cell));
		return written.matches() ? new RowNumber(Long.parseLong(written.group(1)),
				written.group(2).toLowerCase(Locale.ROOT), Integer.parseInt(written.group(3))) : null;
	}

	/** Whether it is a number of a row of that submission. */
	boolean isOf(Submission known) {
		return known.id() == this.submission && known.sha256().startsWith(this.hash);
	}

	@Override
	public String toString() {
		return this.submission + "-" + this.hash + "-" + this.line;
	}

}
