/** Tests of what is watched. */
@NullMarked
package org.dudao.metric;

import org.jspecify.annotations.NullMarked;
