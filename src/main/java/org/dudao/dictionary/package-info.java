/**
 * The catalogue written down for people: what each feed holds, how each indicator is
 * worked out, which clause each rule rests on, and what is not covered. Markdown, one
 * folder a language, made from the catalogue alone.
 */
@NullMarked
package org.dudao.dictionary;

import org.jspecify.annotations.NullMarked;
