/**
 * Files and what becomes of them: their identity by SHA-256, their states, the archive
 * that never changes, the slots they fill and the lease that lets one run at a time do
 * so.
 */
@NullMarked
package org.dudao.submission;

import org.jspecify.annotations.NullMarked;
