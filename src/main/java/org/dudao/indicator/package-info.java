/**
 * Indicators per region, period, stage and basis: computed from the facts in force,
 * rolled up to city and province as ratios of sums, and only where something changed.
 * What was once computed stays, with the times from and until which it was held to be so.
 */
@NullMarked
package org.dudao.indicator;

import org.jspecify.annotations.NullMarked;
