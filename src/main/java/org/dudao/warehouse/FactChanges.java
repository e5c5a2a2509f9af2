package org.dudao.warehouse;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.dudao.catalog.Feed;
import org.dudao.catalog.Field;
import org.dudao.submission.Publications.Replaced;
import org.dudao.submission.Slot;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What one submission says otherwise than another in the slots where it takes its place:
 * facts added, removed and changed, known by the primary key of their feed.
 */
public final class FactChanges {

	/** The facts of so many are held in memory, not those of a whole file. */
	private static final int REGIONS_AT_A_TIME = 100;

	private static final int CELLS_A_SLOT = 5;

	private static final String WITHHELD = "*";

	private final JdbcClient jdbc;

	/** The facts of that database. */
	public FactChanges(JdbcTemplate template) {
		this.jdbc = JdbcClient.create(template);
	}

	/** The changes in each of these slots of a feed, in their order. */
	public List<SlotChange> of(Feed feed, List<Replaced> slots) {
		Map<List<Object>, List<Replaced>> pairs = new LinkedHashMap<>();
		Map<Slot, SlotChange> changes = new HashMap<>();
		for (Replaced slot : slots) {
			Long before = slot.before();
			if (before == null) {
				changes.put(slot.slot(), new SlotChange(slot, slot.facts(), 0, 0, List.of()));
			}
			else {
				pairs
					.computeIfAbsent(List.of(slot.slot().part(), slot.submission(), before),
							(pair) -> new ArrayList<>())
					.add(slot);
			}
		}
		pairs.values().forEach((pair) -> {
			for (int from = 0; from < pair.size(); from += REGIONS_AT_A_TIME) {
				compare(feed, pair.subList(from, Math.min(from + REGIONS_AT_A_TIME, pair.size())), changes);
			}
		});
		return slots.stream().map((slot) -> Objects.requireNonNull(changes.get(slot.slot()))).toList();
	}

	private void compare(Feed feed, List<Replaced> slots, Map<Slot, SlotChange> changes) {
		Replaced one = slots.get(0);
		String part = one.slot().part();
		List<Slot> wanted = slots.stream().map(Replaced::slot).toList();
		Map<Slot, Map<List<String>, Map<String, String>>> before = facts(feed, part,
				Objects.requireNonNull(one.before()), wanted);
		Map<Slot, Map<List<String>, Map<String, String>>> after = facts(feed, part, one.submission(), wanted);
		for (Replaced slot : slots) {
			changes.put(slot.slot(), compare(slot, before.getOrDefault(slot.slot(), Map.of()),
					after.getOrDefault(slot.slot(), Map.of())));
		}
	}

	private static SlotChange compare(Replaced slot, Map<List<String>, Map<String, String>> before,
			Map<List<String>, Map<String, String>> after) {
		int added = 0;
		int changed = 0;
		int same = 0;
		List<Cell> cells = new ArrayList<>();
		for (Map.Entry<List<String>, Map<String, String>> fact : after.entrySet()) {
			Map<String, String> old = before.get(fact.getKey());
			if (old == null) {
				added++;
			}
			else if (old.equals(fact.getValue())) {
				same++;
			}
			else {
				changed++;
				cells(fact.getKey(), old, fact.getValue(), cells);
			}
		}
		return new SlotChange(slot, added, before.size() - same - changed, changed, List.copyOf(cells));
	}

	private static void cells(List<String> key, Map<String, String> before, Map<String, String> after,
			List<Cell> cells) {
		Set<String> fields = new LinkedHashSet<>(after.keySet());
		fields.addAll(before.keySet());
		for (String field : fields) {
			if (cells.size() < CELLS_A_SLOT && !Objects.equals(before.get(field), after.get(field))) {
				cells.add(new Cell(key, field, before.get(field), after.get(field)));
			}
		}
	}

	/**
	 * By slot and key what each fact says of the part; what it does not say is left out.
	 */
	private Map<Slot, Map<List<String>, Map<String, String>>> facts(Feed feed, String part, long submission,
			Collection<Slot> slots) {
		List<Field> fields = feed.fields()
			.stream()
			.filter((field) -> field.part() == null || field.part().equals(part))
			.toList();
		Map<Slot, Map<List<String>, Map<String, String>>> facts = new HashMap<>();
		this.jdbc
			.sql("select * from " + feed.table() + " where submission_id = :submission and region in (:regions) and ("
					+ Facts.says(feed, part) + ") order by line, item")
			.param("submission", submission)
			.param("regions", slots.stream().map(Slot::region).distinct().toList())
			.query((rs) -> {
				Slot slot = new Slot(feed.name(), part, rs.getString("region"), rs.getInt("period"));
				if (slots.contains(slot)) {
					facts.computeIfAbsent(slot, (none) -> new LinkedHashMap<>())
						.put(key(feed, rs), cells(feed, fields, rs));
				}
			});
		return facts;
	}

	private static List<String> key(Feed feed, ResultSet rs) throws SQLException {
		List<String> key = new ArrayList<>();
		for (String name : feed.primaryKey()) {
			key.add(String.valueOf(rs.getObject(name)));
		}
		return Collections.unmodifiableList(key);
	}

	private static Map<String, String> cells(Feed feed, List<Field> fields, ResultSet rs) throws SQLException {
		String suppressed = "," + rs.getString("suppressed") + ",";
		Map<String, String> cells = new LinkedHashMap<>();
		for (Field field : fields) {
			if (!feed.primaryKey().contains(field.name())) {
				Object value = rs.getObject(field.name());
				if (value != null) {
					cells.put(field.name(), text(value));
				}
				else if (suppressed.contains("," + field.name() + ",")) {
					cells.put(field.name(), WITHHELD);
				}
			}
		}
		return cells;
	}

	private static String text(Object value) {
		return (value instanceof BigDecimal figure)
				? ((figure.signum() == 0) ? "0" : figure.stripTrailingZeros().toPlainString()) : value.toString();
	}

	/**
	 * What changes in one slot.
	 *
	 * @param slot the slot, with the submission and what it replaces
	 * @param added facts that were not there
	 * @param removed facts that are there no longer
	 * @param changed facts that say something else
	 * @param cells some of the cells that do
	 */
	public record SlotChange(Replaced slot, int added, int removed, int changed, List<Cell> cells) {
	}

	/**
	 * A cell that says something else.
	 *
	 * @param key what its fact is known by, in the order of the feed's primary key
	 * @param field the field
	 * @param before what it said, {@code *} when the figure was withheld, null for
	 * nothing
	 * @param after what it says now, likewise
	 */
	public record Cell(List<String> key, String field, @Nullable String before, @Nullable String after) {
	}

}
