/**
 * The two databases that Dudao runs on, as a test meets them: an embedded file and a real
 * server. A test that touches tables takes {@link org.dudao.database.TestDatabase} as its
 * parameter and so runs on both.
 */
@NullMarked
package org.dudao.database;

import org.jspecify.annotations.NullMarked;
