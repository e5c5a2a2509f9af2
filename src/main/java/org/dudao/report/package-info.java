/**
 * What Dudao hands to people: correction files in the outbox, the summary of a run, and
 * the digest that says in one line whether two warehouses hold the same.
 */
@NullMarked
package org.dudao.report;

import org.jspecify.annotations.NullMarked;
