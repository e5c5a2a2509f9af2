package org.dudao.sample;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Random;

import com.ezylang.evalex.EvaluationException;
import com.ezylang.evalex.Expression;
import com.ezylang.evalex.parser.ParseException;
import org.jspecify.annotations.Nullable;

/**
 * A column of a planned file: a name of the row, a text, or a figure that is reckoned.
 *
 * @param header the header
 * @param name how later columns name the figure, or null
 * @param is which name of the row stands there, or null
 * @param text the text that always stands there, or null
 * @param value how the figure is reckoned, or null
 * @param decimals to how many decimals it is written
 */
record PlannedColumn(String header, @Nullable String name, @Nullable Is is, @Nullable String text,
		@Nullable String value, int decimals) {

	/** The names of a row. */
	enum Is {

		/** The name of the county. */
		COUNTY,

		/** The code of the county. */
		CODE,

		/** The year or school year. */
		PERIOD,

		/** The stage, in Chinese. */
		STAGE,

		/** The name of the school. */
		SCHOOL,

		/** What the item of the plan has under this header. */
		ITEM

	}

	static PlannedColumn of(Map<String, Object> column) {
		Object is = column.get("is");
		return new PlannedColumn(PlannedFeed.text(column, "header", ""), textOrNull(column, "name"),
				(is != null) ? Is.valueOf(is.toString()) : null, textOrNull(column, "text"),
				textOrNull(column, "value"), (Integer) column.getOrDefault("decimals", 0));
	}

	/**
	 * The cell of that row.
	 * @param known the figures of the row so far
	 */
	String cell(PlannedRow row, Map<String, Object> known) {
		if (this.is != null) {
			return named(row, this.is);
		}
		if (this.text != null) {
			return this.text;
		}
		Random random = new Random(row.county().code().hashCode() * 31L + row.number() * 7919L + row.year() * 104_729L
				+ this.header.hashCode());
		known.put("random", random.nextDouble());
		try {
			BigDecimal figure = new Expression(String.valueOf(this.value)).withValues(known)
				.evaluate()
				.getNumberValue();
			return figure.setScale(this.decimals, RoundingMode.HALF_UP).toPlainString();
		}
		catch (EvaluationException | ParseException ex) {
			throw new IllegalArgumentException(this.header + ": " + this.value, ex);
		}
	}

	/** Keeps what stands in the file for later columns. */
	void remember(String cell, Map<String, Object> known) {
		if (this.name != null) {
			known.put(this.name, new BigDecimal(cell));
		}
	}

	private String named(PlannedRow row, Is which) {
		Level level = row.level();
		School school = row.school();
		return switch (which) {
			case COUNTY -> row.county().name();
			case CODE -> row.county().code();
			case PERIOD -> row.schoolYear() ? Written.schoolYear(row.year(), "-") : String.valueOf(row.year());
			case STAGE -> (level != null) ? level.chinese() : "";
			case SCHOOL -> (school != null) ? school.name() : "";
			case ITEM -> PlannedFeed.text(row.item(), this.header, "");
		};
	}

	private static @Nullable String textOrNull(Map<String, Object> column, String key) {
		Object value = column.get(key);
		return (value != null) ? value.toString() : null;
	}

}
