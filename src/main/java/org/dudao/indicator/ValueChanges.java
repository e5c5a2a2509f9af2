package org.dudao.indicator;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What one judging made of values: what they were and what they are. */
public final class ValueChanges {

	private static final Comparator<Change> ORDER = Comparator.comparing((Change change) -> change.key().period())
		.thenComparing((change) -> change.key().indicator())
		.thenComparing((change) -> change.key().stage())
		.thenComparing((change) -> change.key().basis())
		.thenComparing((change) -> change.key().region(), Comparator.reverseOrder());

	private final JdbcClient jdbc;

	/** The changes in that database. */
	public ValueChanges(JdbcTemplate template) {
		this.jdbc = JdbcClient.create(template);
	}

	/** The mark of now; only values to come are after it. */
	public long mark() {
		return this.jdbc.sql("select coalesce(max(id), 0) from indicator_value").query(Long.class).single();
	}

	/**
	 * What these values were at the mark and are now, by period, indicator and stage,
	 * each region before those that it lies in.
	 * @param keys what is other than before, as the judging said
	 * @param at the moment of the judging
	 */
	public List<Change> since(long mark, Set<ValueKey> keys, Instant at) {
		Map<ValueKey, Value> before = new HashMap<>();
		Map<ValueKey, Value> after = new HashMap<>();
		Set<Place> places = new HashSet<>();
		keys.forEach((key) -> places.add(key.place()));
		for (List<String> regions : FactReader.batches(FactReader.regions(places))) {
			this.jdbc.sql("""
					select * from indicator_value where region in (:regions) and period in (:periods)
					and (id > :mark and live = 1 or id <= :mark and superseded_at = :at)""")
				.param("regions", regions)
				.param("periods", FactReader.periods(places))
				.param("mark", mark)
				.param("at", ValueRows.utc(at))
				.query(ValueRows::value)
				.list()
				.stream()
				.filter((value) -> keys.contains(value.key()))
				.forEach((value) -> ((value.id() > mark) ? after : before).put(value.key(), value));
		}
		List<Change> changes = new ArrayList<>();
		keys.forEach((key) -> changes.add(new Change(key, before.get(key), after.get(key))));
		changes.sort(ORDER);
		return changes;
	}

	/**
	 * What became of a value.
	 *
	 * @param key what it is about
	 * @param before what it was, or null when there was none
	 * @param after what it is, or null when there is none any more
	 */
	public record Change(ValueKey key, @Nullable Value before, @Nullable Value after) {

		/** Whether the value itself is another, or there is one where there was none. */
		public boolean isOther() {
			return this.before == null || this.after == null || this.before.gap() != this.after.gap()
					|| !Objects.equals(this.before.value(), this.after.value());
		}

		/**
		 * Whether it says something else, and does not only come from another file.
		 */
		public boolean saysOther() {
			return this.before == null || this.after == null || !this.after.saysTheSame(this.before);
		}

	}

}
