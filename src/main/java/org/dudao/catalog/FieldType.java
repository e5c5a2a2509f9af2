package org.dudao.catalog;

/** What a field holds. The first four are dimensions that Dudao itself understands. */
public enum FieldType {

	/** A region, stored as its code. */
	REGION,

	/** A year, stored as the year that the period begins in. */
	PERIOD,

	/** A stage of education (学段), stored as the name that the catalogue gives it. */
	STAGE,

	/**
	 * The statistical calibre (口径); figures of different basis are never compared.
	 */
	BASIS,

	/** Text, such as the name of a school. */
	STRING,

	/** A whole number. */
	INTEGER,

	/** A decimal number. */
	NUMBER,

	/** Yes or no, stored as 1 or 0, so that it can be summed. */
	BOOLEAN;

	/** Whether the field is a figure that indicators can be computed from. */
	public boolean isMeasure() {
		return this == INTEGER || this == NUMBER || this == BOOLEAN;
	}

}
