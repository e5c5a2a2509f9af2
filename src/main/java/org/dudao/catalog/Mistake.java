package org.dudao.catalog;

import org.dudao.message.Message;

/**
 * One thing wrong with the catalogue.
 *
 * @param file the file, relative to the catalogue's directory, with forward slashes
 * @param line the line, from 1; 0 when it is the file as a whole
 * @param column the column, from 1; 0 when it is the file as a whole
 * @param message what is wrong and what was expected
 */
public record Mistake(String file, int line, int column, Message message) {
}
