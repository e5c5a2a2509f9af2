package org.dudao.intake;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.dudao.catalog.PeriodKind;

/** How a period is written. */
final class Periods {

	private static final Pattern YEAR = Pattern.compile("((?:19|20)\\d\\d)年?(度?)");

	private static final Pattern SCHOOL_YEAR = Pattern
		.compile("((?:19|20)\\d\\d)(?:[-/—–~至]((?:19|20)\\d\\d))?(?:学年(?:度|初|度初)?)?");

	private Periods() {
	}

	/** The year in which the period begins. */
	static Parsed read(String cell, PeriodKind kind) {
		String text = Cells.halfWidth(cell);
		Matcher year = YEAR.matcher(text);
		if (year.matches() && (kind == PeriodKind.FISCAL_YEAR || year.group(2).isEmpty())) {
			return Parsed.of(Integer.valueOf(year.group(1)));
		}
		Matcher school = SCHOOL_YEAR.matcher(text);
		if (school.matches()) {
			if (kind == PeriodKind.FISCAL_YEAR) {
				return Parsed.problem("row.period-is-school-year", cell);
			}
			int begin = Integer.parseInt(school.group(1));
			if (school.group(2) == null || Integer.parseInt(school.group(2)) == begin + 1) {
				return Parsed.of(begin);
			}
		}
		return Parsed.problem((kind == PeriodKind.FISCAL_YEAR) ? "row.period" : "row.school-year", cell);
	}

}
