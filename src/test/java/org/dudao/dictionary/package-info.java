/** The data dictionary is what the catalogue says, and leads where it points. */
@NullMarked
package org.dudao.dictionary;

import org.jspecify.annotations.NullMarked;
