package org.dudao.sample;

import org.dudao.catalog.Text;

/**
 * A planted row that a run must reject.
 *
 * @param file where it is, seen from the inbox
 * @param line the line it begins on, as an editor shows it
 * @param column the column from 1, 0 for the row as a whole
 * @param value the cell as it is written
 * @param code the code of the message
 * @param what what is wrong with it
 */
record RowFault(String file, int line, int column, String value, String code, Text what) {
}
