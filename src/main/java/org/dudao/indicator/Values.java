package org.dudao.indicator;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Values at hand, found by what they are about. */
public final class Values {

	private final Map<ValueKey, Value> byKey = new HashMap<>();

	private final Map<ValueKey, List<Value>> anyBasis = new HashMap<>();

	/**
	 * An index of these values, at most one for each key.
	 * @throws IllegalArgumentException when two are about the same
	 */
	public Values(Collection<Value> values) {
		for (Value value : values) {
			if (this.byKey.put(value.key(), value) != null) {
				throw new IllegalArgumentException("two values in force for " + value.key());
			}
			this.anyBasis.computeIfAbsent(withoutBasis(value.key()), (key) -> new ArrayList<>()).add(value);
		}
	}

	/** The value for exactly that key. */
	public Optional<Value> find(ValueKey key) {
		return Optional.ofNullable(this.byKey.get(key));
	}

	/** Whether there is a value for that key but with another basis. */
	public boolean hasOtherBasis(ValueKey key) {
		return this.anyBasis.getOrDefault(withoutBasis(key), List.of())
			.stream()
			.anyMatch((value) -> !value.key().basis().equals(key.basis()));
	}

	/** All values, in no order. */
	public Collection<Value> all() {
		return this.byKey.values();
	}

	private static ValueKey withoutBasis(ValueKey key) {
		return new ValueKey(key.indicator(), key.region(), key.period(), key.stage(), "");
	}

}
