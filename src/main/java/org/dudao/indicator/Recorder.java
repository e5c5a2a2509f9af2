package org.dudao.indicator;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Puts computed values in force where they differ from what is, and counts. Computing the
 * same again leaves every row as it is.
 */
final class Recorder {

	private final ValueRows rows;

	private final Instant now;

	private final Set<ValueKey> changed = new HashSet<>();

	private int computed;

	Recorder(ValueRows rows, Instant now) {
		this.rows = rows;
		this.now = now;
	}

	/**
	 * Replaces what is in force.
	 * @param live what is in force; a row with no computed value beside it goes
	 * @param values what was computed
	 * @return the keys whose value is another now, or gone
	 */
	Set<ValueKey> record(Collection<Value> live, Collection<Value> values) {
		Map<ValueKey, Value> before = new HashMap<>();
		live.forEach((value) -> before.put(value.key(), value));
		List<Value> inserted = new ArrayList<>();
		List<Value> superseded = new ArrayList<>();
		for (Value value : values) {
			Value old = before.remove(value.key());
			if (old == null) {
				inserted.add(value);
			}
			else if (!value.sameAs(old)) {
				superseded.add(old);
				inserted.add(value);
			}
		}
		superseded.addAll(before.values());
		this.rows.supersede(superseded, this.now);
		this.rows.insert(inserted, this.now);
		Set<ValueKey> keys = new HashSet<>();
		superseded.forEach((value) -> keys.add(value.key()));
		inserted.forEach((value) -> keys.add(value.key()));
		this.changed.addAll(keys);
		this.computed += values.size();
		return keys;
	}

	/** All that changed up to now. */
	Set<ValueKey> changed() {
		return Set.copyOf(this.changed);
	}

	Computed computed() {
		return new Computed(this.computed, this.changed.size(), changed());
	}

}
