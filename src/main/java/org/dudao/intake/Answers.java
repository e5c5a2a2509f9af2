package org.dudao.intake;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.dudao.catalog.Feed;
import org.dudao.catalog.Field;

/**
 * Reads the cells of one column of answers: yes is 1 and no is 0. A word that is an
 * answer is one even where the feed has it among its missing values: 无 answers the
 * question whether there is any.
 */
final class Answers implements MeasureCells {

	private static final List<String> YES = List.of("是", "有", "√", "✓", "yes", "true", "1");

	private static final List<String> NO = List.of("否", "无", "×", "✗", "no", "false", "0");

	private final Map<String, Long> words = new HashMap<>();

	private final String yes;

	private final String no;

	private final Set<String> missing;

	private final Set<String> suppressed;

	Answers(Feed feed, Field field) {
		this.words.putAll(Map.of("true", 1L, "1", 1L, "false", 0L, "0", 0L));
		this.yes = words(field.trueValues().isEmpty() ? YES : field.trueValues(), 1);
		this.no = words(field.falseValues().isEmpty() ? NO : field.falseValues(), 0);
		this.missing = Figures.tokens(feed.missingValues());
		this.suppressed = Figures.tokens(feed.suppressedValues());
	}

	private String words(List<String> words, long answer) {
		words.forEach((word) -> this.words.put(Figures.token(word), answer));
		return String.join(" ", words);
	}

	@Override
	public Parsed read(String cell) {
		String text = Cells.trim(cell);
		if (text.isEmpty()) {
			return Parsed.MISSING;
		}
		String token = Figures.token(text);
		Long answer = this.words.get(token);
		if (answer != null) {
			return Parsed.of(answer);
		}
		if (this.missing.contains(token)) {
			return Parsed.MISSING;
		}
		return this.suppressed.contains(token) ? Parsed.SUPPRESSED
				: Parsed.problem("row.boolean", text, this.yes, this.no);
	}

}
