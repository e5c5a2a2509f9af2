package org.dudao.catalog;

/** What one period of a feed is. A period is stored as the year it begins in. */
public enum PeriodKind {

	/** The calendar year (预算法 art. 18): 2023 is 1 January to 31 December 2023. */
	FISCAL_YEAR,

	/** From 1 September: 2023 is the school year 2023/2024. */
	SCHOOL_YEAR

}
