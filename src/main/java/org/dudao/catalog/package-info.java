/**
 * What {@code jobs/} declares, as data: feeds and their layouts, indicators, rules. It is
 * read once and checked whole, so that every mistake is reported together with its file
 * and line; the rest of Dudao only interprets it.
 */
@NullMarked
package org.dudao.catalog;

import org.jspecify.annotations.NullMarked;
