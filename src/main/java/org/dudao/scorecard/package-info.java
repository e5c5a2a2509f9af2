/**
 * Regions marked on the scorecards of the catalogue, from the verdicts and findings in
 * force, now or at some moment. {@link org.dudao.scorecard.Scorecards} is the entry: it
 * marks one region in full or all regions below one, and ranks them. What is not known is
 * neither earned nor lost: points are a range until it is.
 */
@NullMarked
package org.dudao.scorecard;

import org.jspecify.annotations.NullMarked;
