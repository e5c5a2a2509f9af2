package org.dudao.intake;

import java.util.List;

/**
 * One fact of an accepted row.
 *
 * @param item which of the row's facts, from 0
 * @param values a value for each field of the feed, in its order: a {@link String} for a
 * region, stage, basis or text, an {@link Integer} for a period, a {@link Long} for an
 * integer, a {@link java.math.BigDecimal} for a number, null where nothing is given. The
 * array is not copied
 * @param suppressed the fields whose figure was withheld
 */
public record Fact(int item, Object[] values, List<String> suppressed) {
}
