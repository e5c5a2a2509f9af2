package org.dudao.intake;

import org.dudao.message.Message;

/**
 * One thing wrong with a row.
 *
 * @param column the column, from 1 as a person counts; 0 when it is the row as a whole
 * @param header the column's header as it is written, empty when it is the row
 * @param value the cell as it is written, cut to 200 characters, empty when it is the row
 * @param message what is wrong
 */
public record Issue(int column, String header, String value, Message message) {
}
