/**
 * Looks at everything that Dudao stands on, the machine, its folders and the database
 * server, and says what is not as it should be and what to change. It changes nothing,
 * and what cannot be known from here it says it cannot know.
 */
@NullMarked
package org.dudao.doctor;

import org.jspecify.annotations.NullMarked;
