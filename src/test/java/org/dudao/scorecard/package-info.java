/** Marking on scorecards, without and with a database. */
@NullMarked
package org.dudao.scorecard;

import org.jspecify.annotations.NullMarked;
