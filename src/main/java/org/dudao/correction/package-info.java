/**
 * The correction file: the rejected rows of a submission as a sheet to be corrected, and
 * the way back, by which what was corrected is merged into the very bytes that were sent.
 * A row that nobody corrected stays as it is to the byte.
 */
@NullMarked
package org.dudao.correction;

import org.jspecify.annotations.NullMarked;
