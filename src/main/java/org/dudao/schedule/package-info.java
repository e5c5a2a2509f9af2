/**
 * When a night is due and which process runs it. The lease decides who; what is done is
 * looked up while it is held, so each due moment is run once however many processes are
 * up.
 */
@NullMarked
package org.dudao.schedule;

import org.jspecify.annotations.NullMarked;
