/**
 * Regions with their years in force: the hierarchy county, city, province, successors,
 * and lookup by code or by name within a sender's area. A code is valid or not in a given
 * year, and a bare name is never guessed.
 */
@NullMarked
package org.dudao.region;

import org.jspecify.annotations.NullMarked;
