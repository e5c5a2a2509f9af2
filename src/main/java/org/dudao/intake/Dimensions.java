package org.dudao.intake;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.dudao.catalog.Feed;
import org.dudao.catalog.Field;
import org.dudao.catalog.FieldType;
import org.dudao.catalog.Stage;
import org.dudao.message.Words;

/** Reads the cells that say what a fact is about. */
final class Dimensions {

	private static final int MAX_BASIS = 64;

	private static final int MAX_TEXT = 255;

	private static final int KEPT = 1_000;

	private final Feed feed;

	private final RegionCells regions;

	private final Map<String, String> stages = new HashMap<>();

	private final Words stageNames;

	private final Map<String, Categories> categories = new HashMap<>();

	private final Set<String> missing;

	private final Set<String> suppressed;

	private final int longestToken;

	private final Map<String, Parsed> periods = new HashMap<>();

	private final Map<String, Parsed> stagesRead = new HashMap<>();

	Dimensions(Feed feed, List<Stage> stages, RegionCells regions) {
		this.feed = feed;
		this.regions = regions;
		for (Stage stage : stages) {
			Stream.concat(Stream.of(stage.name(), stage.title().zh(), stage.title().en()), stage.names().stream())
				.forEach((name) -> this.stages.putIfAbsent(HeaderCell.normal(name), stage.name()));
		}
		feed.fields()
			.stream()
			.filter((field) -> !field.categories().isEmpty())
			.forEach((field) -> this.categories.put(field.name(), new Categories(field.categories())));
		this.stageNames = Titles.list(stages.stream().map(Stage::title).toList());
		this.missing = Figures.tokens(feed.missingValues());
		this.suppressed = Figures.tokens(feed.suppressedValues());
		this.longestToken = Stream.concat(this.missing.stream(), this.suppressed.stream())
			.mapToInt(String::length)
			.max()
			.orElse(0);
	}

	/**
	 * The value of a field that is no figure.
	 * @param text the cell, trimmed
	 * @param period the period of the fact, for a region
	 */
	Parsed read(Field field, String text, int period) {
		if (text.isEmpty()) {
			return Parsed.MISSING;
		}
		Categories known = this.categories.isEmpty() ? null : this.categories.get(field.name());
		String value = (known != null) ? known.find(text) : null;
		if (value != null) {
			return Parsed.of(value);
		}
		if (text.length() <= this.longestToken) {
			String token = Figures.token(text);
			if (this.missing.contains(token)) {
				return Parsed.MISSING;
			}
			if (this.suppressed.contains(token)) {
				return Parsed.problem("row.suppressed-dimension", text);
			}
		}
		if (known != null) {
			return Parsed.problem("row.category", text, known.names());
		}
		return switch (field.type()) {
			case REGION -> this.regions.read(text, period);
			case PERIOD -> period(text);
			case STAGE -> stage(text);
			default -> text(text, field);
		};
	}

	/** Whether a cell names that very region. */
	boolean names(String text, String code, int period) {
		return this.regions.names(text, code, period);
	}

	private Parsed period(String text) {
		Parsed kept = this.periods.get(text);
		return (kept != null) ? kept : keep(this.periods, text, Periods.read(text, this.feed.period()));
	}

	private Parsed stage(String text) {
		Parsed kept = this.stagesRead.get(text);
		if (kept != null) {
			return kept;
		}
		String stage = this.stages.get(HeaderCell.normal(text));
		return keep(this.stagesRead, text,
				(stage != null) ? Parsed.of(stage) : Parsed.problem("row.stage", text, this.stageNames));
	}

	private static Parsed keep(Map<String, Parsed> kept, String text, Parsed reading) {
		if (kept.size() < KEPT) {
			kept.put(text, reading);
		}
		return reading;
	}

	private static Parsed text(String text, Field field) {
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			if (c == '\n' || c == '\r') {
				return Parsed.problem("row.line-break", text.codePointCount(0, i));
			}
			if (c < ' ' || c >= 0x7F && isInvisible(c)) {
				return Parsed.problem("row.control", i + 1, "U+" + String.format("%04X", (int) c));
			}
		}
		Integer limit = field.constraints().maxLength();
		int most = (limit != null) ? limit : (field.type() == FieldType.BASIS) ? MAX_BASIS : MAX_TEXT;
		if (text.length() > most && text.codePointCount(0, text.length()) > most) {
			return Parsed.problem("row.too-long", text.codePointCount(0, text.length()), most);
		}
		Pattern pattern = field.constraints().pattern();
		return (pattern == null || pattern.matcher(text).matches()) ? Parsed.of(text)
				: Parsed.problem("row.pattern", text, pattern);
	}

	private static boolean isInvisible(char c) {
		int type = Character.getType(c);
		return type == Character.CONTROL || type == Character.FORMAT || c == '\uFFFD';
	}

}
