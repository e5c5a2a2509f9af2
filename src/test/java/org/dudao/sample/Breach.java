package org.dudao.sample;

/**
 * A finding that a run must come to.
 *
 * @param rule the rule that does not hold
 * @param region the code of the region
 * @param name its name
 * @param period the year that the period begins in
 * @param stage the stage, empty for all together
 * @param figures the figures that break it, for the reader of the table
 */
record Breach(String rule, String region, String name, int period, String stage, String figures) {
}
