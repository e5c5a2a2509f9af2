package org.dudao.intake;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.dudao.catalog.Feed;
import org.dudao.catalog.Field;
import org.dudao.catalog.FieldType;
import org.dudao.message.Message;
import org.jspecify.annotations.Nullable;

/**
 * Reads the cells of one column of figures. A figure is never rounded and never guessed:
 * what a spreadsheet has damaged is told apart from what was merely mistyped.
 */
final class Figures implements MeasureCells {

	private static final int MAX_INTEGER_DIGITS = 18;

	private static final int MAX_DECIMALS = 6;

	private static final Pattern GROUPED = Pattern
		.compile("([+-]?)(\\d{1,3}(?:(?:,\\d{3})+|(?: \\d{3})+)|\\d+)?(\\.\\d+)?");

	private static final Pattern SCIENTIFIC = Pattern.compile("[+-]?\\d+(\\.\\d*)?[eE][+-]?\\d+");

	private static final Pattern DATE = Pattern
		.compile("\\d{1,4}[/年-]\\d{1,2}([/月-](\\d{1,4}日?)?)?( .*)?|\\d{4}\\.\\d{1,2}\\.\\d{1,2}"
				+ "|\\d{1,2}月(\\d{1,2}日)?|\\d{1,2}-[A-Za-z]{3}(-\\d+)?|[A-Za-z]{3}-\\d{1,4}|\\d{1,2}:\\d{2}(:\\d{2})?");

	private static final Pattern WITH_UNIT = Pattern.compile("[+-]?[\\d,. ]*\\d ?([^\\d]+)");

	private final Field field;

	private final int scale;

	private final boolean percent;

	private final Set<String> missing;

	private final Set<String> suppressed;

	/**
	 * Whether a token may look like a figure, such as -1, so that it must be looked up
	 * first.
	 */
	private final boolean tokensFirst;

	/** The most decimals that a cell has, below zero before the first. */
	private int decimals = -1;

	/**
	 * A column of the field.
	 * @param scale the power of ten that turns a cell into the field's unit
	 */
	Figures(Feed feed, Field field, int scale) {
		this.field = field;
		this.scale = scale;
		this.percent = "percent".equals(field.unit()) && scale == 0;
		this.missing = tokens(feed.missingValues());
		this.suppressed = tokens(feed.suppressedValues());
		this.tokensFirst = Stream.concat(this.missing.stream(), this.suppressed.stream())
			.anyMatch((token) -> token.chars().anyMatch(Character::isDigit));
	}

	/** Cells with a meaning, in the forms in which they are looked up. */
	static Set<String> tokens(List<String> values) {
		Set<String> tokens = new HashSet<>();
		values.forEach((value) -> tokens.add(token(value)));
		return tokens;
	}

	/** The form in which a cell is looked up among tokens. */
	static String token(String cell) {
		return Cells.halfWidth(cell).toLowerCase(Locale.ROOT);
	}

	/** The figure in the field's unit. */
	@Override
	public Parsed read(String cell) {
		int length = cell.length();
		boolean negative = length > 0 && cell.charAt(0) == '-';
		long digits = 0;
		int decimals = -1;
		int first = negative ? 1 : 0;
		if (this.tokensFirst || length == first || length > MAX_INTEGER_DIGITS) {
			return readSlowly(Cells.trim(cell));
		}
		for (int i = first; i < length; i++) {
			char c = cell.charAt(i);
			if (c >= '0' && c <= '9') {
				digits = digits * 10 + (c - '0');
				decimals += (decimals >= 0) ? 1 : 0;
			}
			else if (c == '.' && decimals < 0 && i > first && i < length - 1) {
				decimals = 0;
			}
			else {
				return readSlowly(Cells.trim(cell));
			}
		}
		long signed = negative ? -digits : digits;
		if (decimals < 0 && this.scale == 0 && this.field.type() == FieldType.INTEGER) {
			return within(signed, cell);
		}
		return scaled(BigDecimal.valueOf(signed, Math.max(decimals, 0)), cell);
	}

	/** A count is exact unless it is written in tens of thousands or the like. */
	@Override
	public @Nullable Integer lastDigit() {
		boolean counted = this.field.type() == FieldType.INTEGER && this.scale <= this.decimals;
		return (this.decimals < 0 || counted) ? null : Integer.valueOf(this.scale - this.decimals);
	}

	private Parsed readSlowly(String cell) {
		if (cell.isEmpty()) {
			return Parsed.MISSING;
		}
		String token = token(cell);
		if (this.missing.contains(token)) {
			return Parsed.MISSING;
		}
		if (this.suppressed.contains(token)) {
			return Parsed.SUPPRESSED;
		}
		String text = Cells.halfWidth(cell);
		if (this.percent && text.endsWith("%")) {
			text = text.substring(0, text.length() - 1).stripTrailing();
		}
		Matcher grouped = GROUPED.matcher(text);
		if (!grouped.matches() || grouped.group(2) == null && grouped.group(3) == null) {
			return notNumber(cell, text);
		}
		String whole = (grouped.group(2) != null) ? grouped.group(2).replaceAll("[, ]", "") : "0";
		String decimals = (grouped.group(3) != null) ? grouped.group(3) : "";
		return scaled(new BigDecimal(grouped.group(1) + whole + decimals), cell);
	}

	private Parsed notNumber(String cell, String text) {
		if (SCIENTIFIC.matcher(text).matches()) {
			return Parsed.problem("row.scientific", cell);
		}
		if (text.startsWith("#")) {
			return Parsed.problem("row.formula-error", cell);
		}
		if (DATE.matcher(text).matches()) {
			return Parsed.problem("row.date", cell);
		}
		if (text.startsWith("(") && text.endsWith(")")) {
			return Parsed.problem("row.parentheses", cell);
		}
		Matcher unit = WITH_UNIT.matcher(text);
		if (unit.matches() && Unit.named(HeaderCell.normal(unit.group(1))) != null) {
			return Parsed.problem("row.unit-in-cell", cell, unit.group(1));
		}
		return Parsed.problem("row.number", cell);
	}

	private Parsed scaled(BigDecimal written, String cell) {
		this.decimals = Math.max(this.decimals, written.scale());
		BigDecimal value = written.scaleByPowerOfTen(this.scale);
		if (value.scale() < 0) {
			value = value.setScale(0);
		}
		if (value.scale() > MAX_DECIMALS) {
			value = value.stripTrailingZeros();
			value = (value.scale() < 0) ? value.setScale(0) : value;
		}
		if (value.scale() > MAX_DECIMALS || value.precision() - value.scale() > MAX_INTEGER_DIGITS) {
			return Parsed.problem("row.precision", cell, MAX_INTEGER_DIGITS, MAX_DECIMALS);
		}
		if (this.field.type() == FieldType.INTEGER) {
			BigDecimal whole = value.stripTrailingZeros();
			return (whole.scale() > 0) ? Parsed.problem("row.integer", cell) : within(whole.longValueExact(), cell);
		}
		return new Parsed(value, outside(value, cell));
	}

	private Parsed within(long value, String cell) {
		Field.Constraints limits = this.field.constraints();
		if (limits.minimum() == null && limits.maximum() == null
				|| value >= 0 && limits.maximum() == null && limits.minimum().signum() == 0) {
			return Parsed.of(value);
		}
		return new Parsed(value, outside(BigDecimal.valueOf(value), cell));
	}

	private @Nullable Message outside(BigDecimal value, String cell) {
		BigDecimal minimum = this.field.constraints().minimum();
		BigDecimal maximum = this.field.constraints().maximum();
		String unit = (this.field.unit() != null) ? this.field.unit() : "";
		if (minimum != null && value.compareTo(minimum) < 0) {
			return Message.of("row.below-minimum", cell, minimum, unit);
		}
		if (maximum != null && value.compareTo(maximum) > 0) {
			return Message.of("row.above-maximum", cell, maximum, unit);
		}
		return null;
	}

}
