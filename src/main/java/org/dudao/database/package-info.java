/**
 * How many rows get into a table quickly, whatever the database, and how those are found
 * that were in force at some moment. It knows nothing of what the rows mean, and
 * everything above that keeps rows may use it.
 */
@NullMarked
package org.dudao.database;

import org.jspecify.annotations.NullMarked;
