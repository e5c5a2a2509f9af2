/**
 * Writes {@code sample-data/}: one city over three years, with made-up figures in the
 * forms that counties really send, and what a run must say about every planted fault.
 * What must come out is taken from the plan, never from a run.
 */
@NullMarked
package org.dudao.sample;

import org.jspecify.annotations.NullMarked;
