package org.dudao.catalog;

import java.util.List;

/**
 * A dated figure by place and stage, such as a quota per student, that expressions and
 * rules name. Where no value fits, nothing is computed or judged by it: that is no
 * mistake and no gap, the parameter merely sleeps there.
 *
 * @param name the name, lower case with underscores, so that an expression can use it
 * @param title what a person calls it
 * @param unit the unit of its values
 * @param clauses where its values come from; empty only when it has no value
 * @param values the values; of several that fit, the last counts
 */
public record Parameter(String name, Text title, String unit, List<Clause> clauses, List<Threshold> values) {
}
