package org.dudao.intake;

/**
 * Where one field of one fact is found in a row.
 *
 * @param item which of the row's facts, from 0
 * @param field the field's name
 * @param index the column, from 0
 * @param header the header as it is written
 * @param scale the power of ten that turns the cell into the field's unit: 4 for a column
 * in 万元 of a field in CNY
 */
public record Column(int item, String field, int index, String header, int scale) {
}
