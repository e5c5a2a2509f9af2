/**
 * Bytes to rows: charset, dialect, header, layout, units, values and row checks. It knows
 * the catalogue and the regions but no database, so a county can run the same checks
 * before it sends. It streams, and its memory does not grow with the file.
 */
@NullMarked
package org.dudao.intake;

import org.jspecify.annotations.NullMarked;
