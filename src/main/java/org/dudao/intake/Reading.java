package org.dudao.intake;

import org.dudao.message.Message;
import org.jspecify.annotations.Nullable;

/**
 * What a cell comes to: a value, nothing at all, or a problem.
 *
 * @param value the value as a {@link Fact} holds it, null when missing or not readable
 * @param problem why it cannot be read, else null
 */
record Reading(@Nullable Object value, @Nullable Message problem) {

	static final Reading MISSING = new Reading(null, null);

	/** The figure is withheld. */
	static final Reading SUPPRESSED = new Reading(null, null);

	static Reading of(Object value) {
		return new Reading(value, null);
	}

	static Reading problem(String code, Object... args) {
		return new Reading(null, Message.of(code, args));
	}

}
