package org.dudao.indicator;

import java.util.Set;

/**
 * What computing came to.
 *
 * @param computed how many values were computed, of the regions touched and of those
 * above them
 * @param changed how many of them are other than before, or gone
 * @param changedKeys what those are about
 */
public record Computed(int computed, int changed, Set<ValueKey> changedKeys) {
}
