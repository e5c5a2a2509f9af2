/**
 * The command line: one class a command, each no more than asking the packages below and
 * showing what they answer as text, JSON or CSV.
 */
@NullMarked
package org.dudao.cli;

import org.jspecify.annotations.NullMarked;
