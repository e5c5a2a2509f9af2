/** Tests of fact tables. */
@NullMarked
package org.dudao.warehouse;

import org.jspecify.annotations.NullMarked;
