/**
 * The report in which a county says how it met its duties for education: sentences,
 * charts and notes from what was in force at some moment, as a web page or a Word file.
 * What it says is composed once; both forms show the same.
 */
@NullMarked
package org.dudao.assessment;

import org.jspecify.annotations.NullMarked;
