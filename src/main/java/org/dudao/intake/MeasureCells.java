package org.dudao.intake;

import org.dudao.catalog.Feed;
import org.dudao.catalog.Field;
import org.dudao.catalog.FieldType;
import org.jspecify.annotations.Nullable;

/** How the cells of one column that can be computed with are read. */
interface MeasureCells {

	/** What a cell comes to; a blank one is missing whatever the feed says. */
	Parsed read(String cell);

	/**
	 * What the last digit written in the cells read so far is worth, as a power of ten in
	 * the field's unit; null when they are exact or none was read.
	 */
	default @Nullable Integer lastDigit() {
		return null;
	}

	/**
	 * A column of the field.
	 * @param scale the power of ten that turns a cell into the field's unit
	 */
	static MeasureCells of(Feed feed, Field field, int scale) {
		return (field.type() == FieldType.BOOLEAN) ? new Answers(feed, field) : new Figures(feed, field, scale);
	}

	/** What each row of the field has when the file says nothing about it. */
	static @Nullable Object given(Feed feed, Field field, @Nullable String text) {
		return (text != null) ? of(feed, field, 0).read(text).value() : null;
	}

}
