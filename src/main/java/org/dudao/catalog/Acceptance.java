package org.dudao.catalog;

import java.math.BigDecimal;

/**
 * What a feed puts up with in one file.
 *
 * @param maxRejectedRows the greatest share of rejected rows, 0 to 1: a file with more is
 * rejected whole
 * @param maxRowDrop the greatest share of rows, 0 to 1, that a slot may lose against what
 * is published: a file that drops more is held
 */
public record Acceptance(BigDecimal maxRejectedRows, BigDecimal maxRowDrop) {
}
