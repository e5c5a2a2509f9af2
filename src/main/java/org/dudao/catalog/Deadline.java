package org.dudao.catalog;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;

/**
 * By when a feed is to be sent, each period anew.
 *
 * @param feed the name of the feed
 * @param levels the levels of the regions whose data are due
 * @param afterEnd whether the day is the first one after the period, else the first one
 * in it
 * @param day the day
 * @param graceDays for how many days after it nothing is said
 * @param since the first period that is due
 */
public record Deadline(String feed, List<String> levels, boolean afterEnd, MonthDay day, int graceDays, int since) {

	private static final MonthDay SCHOOL_YEAR = MonthDay.of(9, 1);

	/** From which day on a period can be sent: its first, or the first after it. */
	public LocalDate opens(PeriodKind kind, int period) {
		int year = this.afterEnd ? period + 1 : period;
		return (kind == PeriodKind.SCHOOL_YEAR) ? SCHOOL_YEAR.atYear(year) : LocalDate.of(year, 1, 1);
	}

	/** The day by which a period is due. */
	public LocalDate due(PeriodKind kind, int period) {
		LocalDate opens = opens(kind, period);
		LocalDate due = this.day.atYear(opens.getYear());
		return due.isBefore(opens) ? this.day.atYear(opens.getYear() + 1) : due;
	}

	/** How many days after the deadline that day is; 0 while the days of grace last. */
	public int overdue(PeriodKind kind, int period, LocalDate today) {
		LocalDate due = due(kind, period);
		return today.isAfter(due.plusDays(this.graceDays)) ? Math.toIntExact(today.toEpochDay() - due.toEpochDay()) : 0;
	}

}
