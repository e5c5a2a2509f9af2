package org.dudao.catalog;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;

import org.apache.commons.text.similarity.LevenshteinDistance;
import org.jspecify.annotations.Nullable;

/** Names and patterns that a file of the catalogue uses, looked up and checked. */
final class Lookup {

	private static final int SUGGESTIONS = 5;

	private static final Pattern PERCENT = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*%");

	private final Mistakes mistakes;

	Lookup(Mistakes mistakes) {
		this.mistakes = mistakes;
	}

	/**
	 * Whether a name is known; when it is not, the nearest known ones are shown.
	 * @param kind the last part of the message code, such as {@code field}
	 */
	boolean isKnown(Yaml name, String kind, Collection<String> known) {
		return isKnown(name, name.text(), kind, known);
	}

	boolean isKnown(Yaml at, String name, String kind, Collection<String> known) {
		if (at.isMissing() || name.isEmpty() || known.contains(name)) {
			return !name.isEmpty();
		}
		if (this.mistakes.isUnsureOf(kind)) {
			return false;
		}
		String nearest = known.stream()
			.distinct()
			.sorted(Comparator.comparing((word) -> LevenshteinDistance.getDefaultInstance().apply(name, word)))
			.limit(SUGGESTIONS)
			.collect(Collectors.joining(", "));
		this.mistakes.add(at, "catalog.unknown." + kind, name, nearest);
		return false;
	}

	/** Reports each name that is there twice; the first stays. */
	void unique(Collection<Yaml> names, Function<Yaml, String> key) {
		Map<String, Yaml> seen = new LinkedHashMap<>();
		for (Yaml name : names) {
			Yaml first = name.isMissing() ? null : seen.putIfAbsent(key.apply(name), name);
			if (first != null) {
				this.mistakes.add(name, "catalog.name.twice", name.text(), first.file(), first.line());
			}
		}
	}

	void unique(Collection<Yaml> names) {
		unique(names, Yaml::text);
	}

	/** The regular expression, or null when it is missing or none. */
	@Nullable Pattern pattern(Yaml text) {
		if (text.isMissing()) {
			return null;
		}
		try {
			return Pattern.compile(text.text());
		}
		catch (PatternSyntaxException ex) {
			this.mistakes.add(text, "catalog.regex", text.text(), ex.getIndex() + 1, ex.getDescription());
			return null;
		}
	}

	/** The expression, or null when it is missing or none. */
	@Nullable Expression expression(Yaml text) {
		if (text.isMissing()) {
			return null;
		}
		try {
			return Expression.parse(text.text());
		}
		catch (ExpressionInvalid ex) {
			this.mistakes.add(text, ex.reason().code(), ex.reason().args().toArray());
			return null;
		}
	}

	/** A share between 0 and 1, perhaps written in percent; what is not said is 0. */
	BigDecimal share(Yaml yaml) {
		if (yaml.isMissing()) {
			return BigDecimal.ZERO;
		}
		Matcher percent = PERCENT.matcher(yaml.text());
		BigDecimal share = percent.matches() ? new BigDecimal(percent.group(1)).movePointLeft(2) : yaml.number();
		if (share == null || share.signum() < 0 || share.compareTo(BigDecimal.ONE) > 0) {
			this.mistakes.add(yaml, "catalog.percent", yaml.text());
			return BigDecimal.ZERO;
		}
		return share;
	}

	static Text text(Yaml text) {
		return new Text(text.get("en").text(), text.get("zh").text());
	}

}
