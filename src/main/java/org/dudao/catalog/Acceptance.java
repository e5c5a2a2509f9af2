package org.dudao.catalog;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

/**
 * What a feed puts up with in one file.
 *
 * @param maxRejectedRows the greatest share of rejected rows, 0 to 1: a file with more is
 * rejected whole
 * @param maxRowDrop the greatest share of rows, 0 to 1, that a slot may lose against what
 * is published: a file that drops more is held
 * @param maxRowFactor how many times as many rows a slot may have, or null for any number
 * @param maxSumFactor how many times as much the sum of a measure may be, or how many
 * times less, or null for any sum
 */
public record Acceptance(BigDecimal maxRejectedRows, BigDecimal maxRowDrop, @Nullable BigDecimal maxRowFactor,
		@Nullable BigDecimal maxSumFactor) {

	/** With any number of rows and any sums. */
	public Acceptance(BigDecimal maxRejectedRows, BigDecimal maxRowDrop) {
		this(maxRejectedRows, maxRowDrop, null, null);
	}

}
