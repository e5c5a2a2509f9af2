package org.dudao.catalog;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A stage of education (学段).
 *
 * @param name the name that facts carry
 * @param title what a person calls it
 * @param isced the level of ISCED 2011, or null where none fits
 * @param names what senders call it, beside its name and titles
 */
public record Stage(String name, Text title, @Nullable String isced, List<String> names) {
}
