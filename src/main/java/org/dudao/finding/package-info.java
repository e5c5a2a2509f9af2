/**
 * Rules judged on indicators: a verdict says holds, breach, or not evaluable and why, and
 * keeps every operand. A breach is a finding with a life of its own, opened, closed and
 * reopened by submissions, and explained down to the line of the file.
 */
@NullMarked
package org.dudao.finding;

import org.jspecify.annotations.NullMarked;
