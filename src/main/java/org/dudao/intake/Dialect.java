package org.dudao.intake;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * A character that may stand between two cells, with what speaks for it.
 *
 * @param delimiter the character
 * @param columns the number of columns, two or more, that most of the first records have
 * when they are cut by it; 1 when none has two
 * @param records how many of the first records have that many columns
 * @param declared whether the file's first line says {@code sep=} so
 */
record Dialect(char delimiter, int columns, int records, boolean declared) {

	private static final List<Character> USUAL = List.of(',', ';', '\t', '|', '^');

	/** The records that are looked at, without blank ones. */
	private static final int SAMPLE = 100;

	/** As Excel writes it; a program that saved it again may have padded the line. */
	private static final Pattern DECLARATION = Pattern.compile("\"?sep=([^\"])\\1*\"?", Pattern.CASE_INSENSITIVE);

	private static final Comparator<Dialect> BEST_FIRST = Comparator.comparingInt(Dialect::records)
		.thenComparingInt(Dialect::columns)
		.reversed();

	/**
	 * The delimiters a file may be written with, the likeliest first: more of the first
	 * records agree on the number of columns, then there are more columns. Whether the
	 * next one is as likely is told by {@link #ties}. A declared delimiter is the only
	 * one; without it they are comma, semicolon, tab, bar and caret, as far as they cut
	 * at all. A file of one column has none.
	 * @throws DamagedFile when the first line is malformed or too long
	 */
	static List<Dialect> candidates(Path file, Charset charset, Limits limits) throws IOException {
		Character declared = declaration(file, charset, limits);
		if (declared != null) {
			return List.of(tryOut(declared, true, file, charset, limits));
		}
		List<Dialect> candidates = new ArrayList<>();
		for (char delimiter : USUAL) {
			Dialect dialect = tryOut(delimiter, false, file, charset, limits);
			if (dialect.columns > 1) {
				candidates.add(dialect);
			}
		}
		candidates.sort(BEST_FIRST);
		return candidates;
	}

	private static @Nullable Character declaration(Path file, Charset charset, Limits limits) throws IOException {
		try (LineSource lines = LineSource.open(file, charset, limits)) {
			return lines.next() ? declaredBy(lines.text()) : null;
		}
	}

	/** The delimiter that a first line declares, null when it is an ordinary line. */
	static @Nullable Character declaredBy(String firstLine) {
		Matcher matcher = DECLARATION.matcher(firstLine);
		return (matcher.matches() && matcher.group(1).length() == 1) ? matcher.group(1).charAt(0) : null;
	}

	private static Dialect tryOut(char delimiter, boolean declared, Path file, Charset charset, Limits limits)
			throws IOException {
		Map<Integer, Integer> recordsByColumns = new HashMap<>();
		try (RecordReader records = RecordReader.open(file, charset, delimiter, limits)) {
			int seen = 0;
			while (seen < SAMPLE && records.next()) {
				if (!records.raw().isBlank()) {
					seen++;
					recordsByColumns.merge(records.cells().length, 1, Integer::sum);
				}
			}
		}
		catch (DamagedFile damaged) {
			// What was read before still counts; the reader that follows meets it again.
		}
		return recordsByColumns.entrySet()
			.stream()
			.map((entry) -> new Dialect(delimiter, entry.getKey(), entry.getValue(), declared))
			.filter((dialect) -> dialect.columns > 1)
			.min(BEST_FIRST)
			.orElse(new Dialect(delimiter, 1, 0, declared));
	}

	/** Whether nothing in the records makes one of the two likelier. */
	boolean ties(Dialect other) {
		return BEST_FIRST.compare(this, other) == 0;
	}

}
