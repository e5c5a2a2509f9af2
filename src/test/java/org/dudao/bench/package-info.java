/**
 * The benchmark of {@code bench/}: it is compiled with the tests and run by nobody but
 * {@code bench/run}. Every run that is measured is a process of its own; the figures are
 * printed and never judged.
 */
@NullMarked
package org.dudao.bench;

import org.jspecify.annotations.NullMarked;
