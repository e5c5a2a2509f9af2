/**
 * The facts: one table a feed, made from its contract, filled in bulk under the number of
 * the submission and invisible until that is published.
 */
@NullMarked
package org.dudao.warehouse;

import org.jspecify.annotations.NullMarked;
