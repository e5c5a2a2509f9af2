/** Tests of indicators, and a small warehouse to run them in. */
@NullMarked
package org.dudao.indicator;

import org.jspecify.annotations.NullMarked;
