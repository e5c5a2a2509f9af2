package org.dudao.intake;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.dudao.catalog.PeriodKind;
import org.jspecify.annotations.Nullable;

/** The lines above the header, for what they say about all rows. */
final class Preamble {

	private static final Pattern UNITS = Pattern.compile("(?:单位|unit)[:：]\\t*([^\\t)）]+)", Pattern.CASE_INSENSITIVE);

	private static final Pattern INDICATOR = Pattern.compile("指标[:：].*[(（]([^()（）]+)[)）]\\s*$", Pattern.MULTILINE);

	private static final Pattern LABELLED = Pattern.compile("(?:时间|年度|年份|学年|统计期|报告期|所属期|period|year)[:：]\\t*([^\\t]+)",
			Pattern.CASE_INSENSITIVE);

	/** A year in a title, but not in a date. */
	private static final Pattern IN_TITLE = Pattern
		.compile("(?<!\\d)(\\d{4}(?:[-/—–]\\d{4})?(?:学年初|学年度|学年|年度|年))(?!\\d{1,2}月)(?=[^\\t]*(?:表|统计|情况|数据))");

	/** A year in a file name. */
	private static final Pattern IN_NAME = Pattern
		.compile("(?<!\\d)(\\d{4}(?:[-—–]\\d{4})?(?:学年初|学年度|学年|年度|年))(?!\\d{1,2}月)");

	private final String text;

	private final String fileName;

	Preamble(List<String[]> records, String fileName) {
		List<String> lines = new ArrayList<>();
		records.forEach((cells) -> lines.add(String.join("\t", cells)));
		this.text = String.join("\n", lines);
		this.fileName = fileName;
	}

	/** The units it states, in order. */
	List<Unit> units() {
		List<Unit> units = new ArrayList<>();
		Matcher stated = UNITS.matcher(this.text);
		while (stated.find()) {
			for (String name : stated.group(1).split("[、,，;；\\s]+")) {
				addUnit(units, name);
			}
		}
		Matcher indicator = INDICATOR.matcher(this.text);
		while (indicator.find()) {
			addUnit(units, indicator.group(1));
		}
		return units;
	}

	private static void addUnit(List<Unit> units, String name) {
		Unit unit = Unit.named(HeaderCell.normal(name));
		if (unit != null) {
			units.add(unit);
		}
	}

	/**
	 * The one period that it states, or else the title in it, or else the file's name;
	 * null when there is none or several.
	 */
	@Nullable String period(PeriodKind kind) {
		String labelled = only(LABELLED, this.text, kind);
		if (labelled != null) {
			return labelled;
		}
		String title = only(IN_TITLE, this.text, kind);
		return (title != null) ? title : only(IN_NAME, this.fileName, kind);
	}

	private static @Nullable String only(Pattern pattern, String text, PeriodKind kind) {
		Set<Integer> periods = new LinkedHashSet<>();
		Matcher matcher = pattern.matcher(text);
		while (matcher.find()) {
			if (Periods.read(matcher.group(1), kind).value() instanceof Integer period) {
				periods.add(period);
			}
		}
		return (periods.size() == 1) ? String.valueOf(periods.iterator().next()) : null;
	}

}
