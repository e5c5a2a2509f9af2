/**
 * What Dudao says to people: a message is a code with its arguments, and its sentence in
 * Chinese and English comes from one bundle key. Everything an officer reads, on the
 * screen, in a receipt or in a correction file, passes through here.
 */
@NullMarked
package org.dudao.message;

import org.jspecify.annotations.NullMarked;
