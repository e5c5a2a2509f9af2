package org.dudao.indicator;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import org.dudao.catalog.Catalog;
import org.dudao.catalog.Indicator;
import org.dudao.catalog.Indicator.Kind;
import org.dudao.indicator.Value.Origin;
import org.dudao.region.Region;
import org.dudao.region.Regions;

/**
 * Rolls up from the regions below, the lowest level first, and climbs only from where a
 * value changed. A region's own report is left alone: it beats the sum.
 */
final class Aggregation {

	private final Catalog catalog;

	private final Regions regions;

	private final ValueRows rows;

	private final Recorder recorder;

	/** What is still to be added up, by how far below the top it is. */
	private final TreeMap<Integer, Set<Node>> waiting = new TreeMap<>(Comparator.reverseOrder());

	Aggregation(Catalog catalog, Regions regions, ValueRows rows, Recorder recorder) {
		this.catalog = catalog;
		this.regions = regions;
		this.rows = rows;
		this.recorder = recorder;
	}

	/**
	 * An indicator of a place is to be added up anew, if there is anything below. What
	 * cannot be added up is not.
	 */
	void wants(String indicator, Place place) {
		boolean additive = this.catalog.indicator(indicator)
			.filter((known) -> known.kind() != Kind.VARIATION && known.kind() != Kind.FORMULA)
			.isPresent();
		if (additive) {
			enqueue(indicator, place);
		}
	}

	private void enqueue(String indicator, Place place) {
		this.regions.byCode(place.region(), place.period())
			.ifPresent(
					(region) -> this.waiting.computeIfAbsent(depth(region, place.period()), (none) -> new HashSet<>())
						.add(new Node(indicator, place)));
	}

	/** The same for what is directly above. */
	void climb(Collection<ValueKey> changed) {
		for (ValueKey key : changed) {
			this.regions.byCode(key.region(), key.period())
				.flatMap((region) -> this.regions.parent(region, key.period()))
				.ifPresent((parent) -> wants(key.indicator(), new Place(parent.code(), key.period())));
		}
	}

	/** Adds up all that waits, and what comes to wait by it. */
	void run() {
		for (var level = this.waiting.pollFirstEntry(); level != null; level = this.waiting.pollFirstEntry()) {
			climb(add(level.getValue()));
		}
	}

	private Set<ValueKey> add(Set<Node> nodes) {
		Map<Place, List<Region>> below = new HashMap<>();
		Set<Place> places = new HashSet<>();
		Set<String> indicators = new HashSet<>();
		for (Node node : nodes) {
			Place place = node.place();
			List<Region> children = below.computeIfAbsent(place,
					(key) -> this.regions.children(key.region(), key.period()));
			places.add(place);
			children.forEach((child) -> places.add(new Place(child.code(), place.period())));
			indicators.add(node.indicator());
		}
		Map<Node, List<Value>> live = new HashMap<>();
		for (Value value : this.rows.live(indicators, places)) {
			live.computeIfAbsent(new Node(value.key().indicator(), value.key().place()), (key) -> new ArrayList<>())
				.add(value);
		}
		List<Value> before = new ArrayList<>();
		List<Value> after = new ArrayList<>();
		for (Node node : nodes) {
			List<Value> own = live.getOrDefault(node, List.of());
			own.stream().filter((value) -> value.origin() == Origin.AGGREGATED).forEach(before::add);
			after.addAll(values(node, own, below.getOrDefault(node.place(), List.of()), live));
		}
		return this.recorder.record(before, after);
	}

	private List<Value> values(Node node, List<Value> own, List<Region> children, Map<Node, List<Value>> live) {
		Optional<Indicator> indicator = this.catalog.indicator(node.indicator());
		if (indicator.isEmpty()) {
			return List.of();
		}
		Set<ValueKey> reported = new HashSet<>();
		own.stream().filter((value) -> value.origin() == Origin.REPORTED).forEach((value) -> reported.add(value.key()));
		Map<ValueKey, List<Value>> parts = new LinkedHashMap<>();
		int expected = 0;
		for (Region child : children) {
			List<Value> found = live
				.getOrDefault(new Node(node.indicator(), new Place(child.code(), node.place().period())), List.of());
			found.forEach(
					(value) -> parts.computeIfAbsent(value.key().of(node.place().region()), (key) -> new ArrayList<>())
						.add(value));
			// What ceased during the year is not missed: its successor reports.
			expected += (found.isEmpty() && ceased(child, node.place().period())) ? 0 : 1;
		}
		int all = expected;
		RollUp rollUp = new RollUp(indicator.get());
		return parts.entrySet()
			.stream()
			.filter((entry) -> !reported.contains(entry.getKey()))
			.map((entry) -> rollUp.value(entry.getKey(), entry.getValue(), all))
			.toList();
	}

	private int depth(Region region, int period) {
		return this.regions.parent(region, period).map((parent) -> 1 + depth(parent, period)).orElse(0);
	}

	private static boolean ceased(Region region, int period) {
		Integer until = region.until();
		return until != null && until <= period;
	}

	/** One indicator of one place. */
	private record Node(String indicator, Place place) {
	}

}
