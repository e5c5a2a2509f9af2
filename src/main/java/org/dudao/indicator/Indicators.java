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
import org.dudao.catalog.Indicator.Kind;
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

	private final Parameters parameters;

	/** The indicators of that catalogue, rolled up through those regions. */
	public Indicators(JdbcTemplate jdbc, Catalog catalog, Regions regions) {
		this.jdbc = JdbcClient.create(jdbc);
		this.rows = new ValueRows(jdbc);
		this.catalog = catalog;
		this.regions = regions;
		this.parameters = new Parameters(catalog, regions);
	}

	/**
	 * Computes what the touched slots bear on, and nothing else.
	 * @param now from when on the values are in force
	 */
	public Computed compute(Collection<Touched> touched, Instant now) {
		Recorder recorder = new Recorder(this.rows, now);
		compute(touched, recorder);
		new FormulaEvaluation(this.catalog, this.parameters, this.rows, recorder).run();
		return recorder.computed();
	}

	/**
	 * Computes everything anew, for a catalogue that changed; what it no longer has, or
	 * has as something else, goes out of force.
	 * @param now from when on the values are in force
	 */
	public Computed computeAll(Instant now) {
		Recorder recorder = new Recorder(this.rows, now);
		recorder.record(outlived(), List.of());
		compute(everything(), recorder);
		new FormulaEvaluation(this.catalog, this.parameters, this.rows, recorder).runEverywhere();
		return recorder.computed();
	}

	private void compute(Collection<Touched> touched, Recorder recorder) {
		Map<String, Set<Place>> places = new LinkedHashMap<>();
		touched
			.forEach((slot) -> places.computeIfAbsent(slot.feed(), (feed) -> new LinkedHashSet<>()).add(slot.place()));
		Aggregation aggregation = new Aggregation(this.catalog, this.regions, this.rows, recorder);
		places.forEach((name, there) -> this.catalog.feed(name)
			.ifPresent((feed) -> aggregation.climb(reported(feed, there, recorder, aggregation))));
		aggregation.run();
	}

	/** Every slot in force and every place with a reported value. */
	private List<Touched> everything() {
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

	/** Values of indicators that are gone, or that such indicators cannot have. */
	private List<Value> outlived() {
		Map<String, Kind> kinds = new HashMap<>();
		this.catalog.indicators().forEach((indicator) -> kinds.put(indicator.name(), indicator.kind()));
		Set<String> gone = new HashSet<>();
		this.jdbc.sql("select distinct indicator, origin from indicator_value where live = 1").query((row) -> {
			Kind kind = kinds.get(row.getString(1));
			if (kind == null || !canBe(Origin.valueOf(row.getString(2)), kind)) {
				gone.add(row.getString(1));
			}
		});
		return gone.isEmpty() ? List.of() : this.rows.live(gone);
	}

	private static boolean canBe(Origin origin, Kind kind) {
		return switch (origin) {
			case REPORTED -> kind != Kind.FORMULA;
			case AGGREGATED -> kind != Kind.FORMULA && kind != Kind.VARIATION;
			case COMPUTED -> kind == Kind.FORMULA;
		};
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
		FactReader reader = new FactReader(this.jdbc, feed, terms, this.parameters);
		Slots slots = reader.slots(places);
		Facts facts = reader.facts(slots, places);
		Declarations declared = Declarations.of(this.jdbc, slots.submissions());
		Map<ValueKey, Value> values = new HashMap<>();
		for (Indicator indicator : indicators) {
			Reported reported = new Reported(indicator, terms, slots, facts, this.parameters, declared);
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
