/**
 * The program's way in. Each package below this one holds one thing that a data officer
 * would name, and imports point only from the later to the earlier ones.
 */
@NullMarked
package org.dudao;

import org.jspecify.annotations.NullMarked;
