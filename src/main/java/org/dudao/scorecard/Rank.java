package org.dudao.scorecard;

import org.jspecify.annotations.Nullable;

/**
 * A place among the regions of one level within a region above.
 *
 * @param region the code of the region above
 * @param regionName its name
 * @param place the place from 1, shared by regions with the same points; null while the
 * points are not determined
 * @param ranked how many regions have a place
 * @param unranked how many have none, because their points are not determined
 */
public record Rank(String region, String regionName, @Nullable Integer place, int ranked, int unranked) {
}
