/** Tests of verdicts and findings. */
@NullMarked
package org.dudao.finding;

import org.jspecify.annotations.NullMarked;
