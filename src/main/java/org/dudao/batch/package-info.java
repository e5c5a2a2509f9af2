/**
 * The Spring Batch jobs: they call intake, warehouse, indicators and findings in order,
 * file by file in parallel, and recover what a dead run left. Batch's own tables serve
 * history only; that nothing is lost or doubled never depends on them.
 */
@NullMarked
package org.dudao.batch;

import org.jspecify.annotations.NullMarked;
