package org.dudao.intake;

import org.dudao.message.Message;
import org.jspecify.annotations.Nullable;

/**
 * What a cell comes to: a value, nothing at all, or a problem.
 *
 * @param value the value as a {@link Fact} holds it, null when missing or not readable; a
 * figure outside its limits has both a value and a problem
 * @param problem why it cannot be accepted, else null
 */
record Parsed(@Nullable Object value, @Nullable Message problem) {

	static final Parsed MISSING = new Parsed(null, null);

	/** The figure is withheld. */
	static final Parsed SUPPRESSED = new Parsed(null, null);

	static Parsed of(Object value) {
		return new Parsed(value, null);
	}

	static Parsed problem(String code, Object... args) {
		return new Parsed(null, Message.of(code, args));
	}

}
