/**
 * Tests of the schedules that look inside.
 */
@NullMarked
package org.dudao.schedule;

import org.jspecify.annotations.NullMarked;
