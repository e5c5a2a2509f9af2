package org.dudao.catalog;

/**
 * Two measures that must not be equal all over: a file whose figures for {@code suspect}
 * equal those of {@code original} in nearly every row is one measure under two names, and
 * is held.
 *
 * @param id the name of the sensor within its feed
 * @param title what it says, for the officer
 * @param suspect the field whose file is held when both arrive in one night
 * @param original the field it is compared with
 */
public record Twins(String id, Text title, String suspect, String original) {
}
