/**
 * Dudao (督导): county education files in, lawful findings out.
 */
@NullMarked
package org.dudao;

import org.jspecify.annotations.NullMarked;
