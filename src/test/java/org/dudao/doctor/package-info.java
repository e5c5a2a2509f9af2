/** The doctor says what is so, and no more than can be known. */
@NullMarked
package org.dudao.doctor;

import org.jspecify.annotations.NullMarked;
