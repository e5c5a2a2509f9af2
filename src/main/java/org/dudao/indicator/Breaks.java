package org.dudao.indicator;

import java.util.Collection;
import java.util.Objects;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * Notes of senders by which a value cannot be compared with that of another year.
 *
 * @param before the number of the note that parts it from the year before, or null
 * @param after of the note that parts it from the next year, or null
 */
public record Breaks(@Nullable Long before, @Nullable Long after) {

	/** No sender says so. */
	public static final Breaks NONE = new Breaks(null, null);

	/** What is put together of such values: one that is not comparable makes it so. */
	static Breaks of(Collection<Value> parts) {
		Long before = first(parts, Breaks::before);
		Long after = first(parts, Breaks::after);
		return (before == null && after == null) ? NONE : new Breaks(before, after);
	}

	private static @Nullable Long first(Collection<Value> parts, Function<Breaks, @Nullable Long> side) {
		return parts.stream().map(Value::breaks).map(side).filter(Objects::nonNull).min(Long::compare).orElse(null);
	}

}
