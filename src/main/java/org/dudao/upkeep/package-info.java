/**
 * What keeps a warehouse healthy over the years: a backup of database and archive in one
 * file, its restoring into an empty place, and the removal of what nobody asks for any
 * more. Each works on the database as it is found, before any migration.
 */
@NullMarked
package org.dudao.upkeep;

import org.jspecify.annotations.NullMarked;
