/** Tests of the correction file. */
@NullMarked
package org.dudao.correction;

import org.jspecify.annotations.NullMarked;
