/**
 * The pipeline as a whole on both databases: files in an inbox, a night, and what is in
 * force after it. {@link org.dudao.batch.House} is the program with a home and an inbox
 * of its own, {@link org.dudao.batch.Trap} stops or fails it at a row of a table, and
 * {@link org.dudao.batch.Program} is the program in a process that can be killed.
 */
@NullMarked
package org.dudao.batch;

import org.jspecify.annotations.NullMarked;
