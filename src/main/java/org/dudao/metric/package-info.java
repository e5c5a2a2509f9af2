/**
 * What those who watch the program are told: numbers of the database itself, so that
 * every instance, a restart and a single night say the same, and the screen never says
 * another thing. They are read together in one snapshot, and their number is bounded.
 */
@NullMarked
package org.dudao.metric;

import org.jspecify.annotations.NullMarked;
