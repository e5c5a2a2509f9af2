package org.dudao.indicator;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.dudao.catalog.Catalog;
import org.dudao.catalog.Feed;
import org.dudao.catalog.Indicator;
import org.dudao.indicator.Value.Origin;
import org.dudao.region.Regions;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Computes indicators where slots changed, and rolls up what changed by it. All of one
 * call happens in the caller's transaction, and computing the same again changes nothing.
 */
public final class Indicators {

	private final JdbcClient jdbc;

	private final ValueRows rows;

	private final Catalog catalog;

	private final Regions regions;

	/** The indicators of that catalogue, rolled up through those regions. */
	public Indicators(JdbcTemplate jdbc, Catalog catalog, Regions regions) {
		this.jdbc = JdbcClient.create(jdbc);
		this.rows = new ValueRows(jdbc);
		this.catalog = catalog;
		this.regions = regions;
	}

	/**
	 * Computes what the touched slots bear on, and nothing else.
	 * @param now from when on the values are in force
	 */
	public Computed compute(Collection<Touched> touched, Instant now) {
		Map<String, Set<Place>> places = new LinkedHashMap<>();
		touched
			.forEach((slot) -> places.computeIfAbsent(slot.feed(), (feed) -> new LinkedHashSet<>()).add(slot.place()));
		Recorder recorder = new Recorder(this.rows, now);
		Aggregation aggregation = new Aggregation(this.catalog, this.regions, this.rows, recorder);
		places.forEach((name, there) -> this.catalog.feed(name)
			.ifPresent((feed) -> aggregation.climb(reported(feed, there, recorder, aggregation))));
		aggregation.run();
		return recorder.computed();
	}

	/**
	 * Every slot in force and every place with a reported value, to compute all of them
	 * anew when the catalogue changed.
	 */
	public List<Touched> everything() {
		Set<Touched> all = new LinkedHashSet<>(this.jdbc
			.sql("select feed, region, period, max(submission_id) from slot group by feed, region, period")
			.query((row, number) -> new Touched(row.getString(1), row.getString(2), row.getInt(3), row.getLong(4)))
			.list());
		Set<List<Object>> known = new HashSet<>();
		all.forEach((slot) -> known.add(List.of(slot.feed(), slot.place())));
		this.jdbc.sql(
				"select distinct indicator, region, period from indicator_value where live = 1 and origin = 'REPORTED'")
			.query((row) -> {
				Place place = new Place(row.getString(2), row.getInt(3));
				this.catalog.indicator(row.getString(1))
					.map(Indicator::feed)
					.filter((feed) -> known.add(List.of(feed, place)))
					.ifPresent((feed) -> all.add(new Touched(feed, place.region(), place.period(), 0)));
			});
		return List.copyOf(all);
	}

	/** Takes the values of indicators that the catalogue no longer has out of force. */
	public Computed forget(Instant now) {
		Recorder recorder = new Recorder(this.rows, now);
		Set<String> gone = new HashSet<>(this.jdbc.sql("select distinct indicator from indicator_value where live = 1")
			.query(String.class)
			.list());
		this.catalog.indicators().forEach((indicator) -> gone.remove(indicator.name()));
		if (!gone.isEmpty()) {
			recorder.record(this.rows.live(gone), List.of());
		}
		return recorder.computed();
	}

	/** What every value in force is about, for judging all of them anew. */
	public Set<ValueKey> liveKeys() {
		return new HashSet<>(
				this.jdbc.sql("select indicator, region, period, stage, basis from indicator_value where live = 1")
					.query((row, number) -> new ValueKey(row.getString(1), row.getString(2), row.getInt(3),
							row.getString(4), row.getString(5)))
					.list());
	}

	private Set<ValueKey> reported(Feed feed, Set<Place> places, Recorder recorder, Aggregation aggregation) {
		List<Indicator> indicators = this.catalog.indicators()
			.stream()
			.filter((indicator) -> feed.name().equals(indicator.feed()))
			.toList();
		if (indicators.isEmpty()) {
			return Set.of();
		}
		Terms terms = new Terms(feed, indicators);
		FactReader reader = new FactReader(this.jdbc, feed, terms);
		Slots slots = reader.slots(places);
		Facts facts = reader.facts(slots, places);
		Map<ValueKey, Value> values = new HashMap<>();
		for (Indicator indicator : indicators) {
			Reported reported = new Reported(indicator, terms, slots, facts);
			for (Place place : places) {
				reported.at(place).forEach((value) -> values.put(value.key(), value));
				if (!this.regions.children(place.region(), place.period()).isEmpty()) {
					aggregation.wants(indicator.name(), place);
				}
			}
		}
		List<Value> live = this.rows.live(indicators.stream().map(Indicator::name).toList(), places)
			.stream()
			.filter((value) -> value.origin() == Origin.REPORTED || values.containsKey(value.key()))
			.toList();
		return recorder.record(live, new ArrayList<>(values.values()));
	}

}
