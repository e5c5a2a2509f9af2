/**
 * Receipts: what became of a file, written for the one who sent it. A page that needs
 * nothing else and the same as JSON lie in the outbox, and are written again whenever the
 * state of the file changes.
 */
@NullMarked
package org.dudao.receipt;

import org.jspecify.annotations.NullMarked;
