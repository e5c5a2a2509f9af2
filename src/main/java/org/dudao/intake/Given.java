package org.dudao.intake;

/**
 * What no cell of a row says, because the file or its layout says it for all rows.
 *
 * @param item which of a row's facts, from 0
 * @param field the field's name
 * @param text its value, as a cell would have it
 */
public record Given(int item, String field, String text) {
}
