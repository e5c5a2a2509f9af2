package org.dudao.indicator;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.dudao.catalog.Catalog;
import org.dudao.catalog.Feed;
import org.dudao.catalog.Indicator;
import org.dudao.region.Regions;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What regions had published of a year when the year after it first was, where other
 * files are in force now. It is worked out from the facts that were in force then, by the
 * catalogue of today. A run is one moment: what it publishes, it publishes together.
 */
public final class AsPublished {

	private final JdbcClient jdbc;

	private final Catalog catalog;

	private final Parameters parameters;

	/** The publications in that database, computed by that catalogue. */
	public AsPublished(JdbcTemplate jdbc, Catalog catalog, Regions regions) {
		this.jdbc = JdbcClient.create(jdbc);
		this.catalog = catalog;
		this.parameters = new Parameters(catalog, regions);
	}

	/**
	 * The values of these indicators there as they were published when the year after
	 * first was; only of places whose facts are other ones now. A few statements, however
	 * many places.
	 */
	public List<Value> then(Collection<String> indicators, Collection<Place> places) {
		Map<String, List<Indicator>> feeds = new TreeMap<>();
		this.catalog.indicators()
			.stream()
			.filter((indicator) -> indicator.feed() != null && indicators.contains(indicator.name()))
			.forEach((indicator) -> feeds
				.computeIfAbsent(Objects.requireNonNull(indicator.feed()), (feed) -> new ArrayList<>())
				.add(indicator));
		Map<String, Set<Place>> replaced = feeds.isEmpty() ? Map.of() : replaced(feeds.keySet(), places);
		List<Value> values = new ArrayList<>();
		TreeSet<LocalDateTime> ends = replaced.isEmpty() ? new TreeSet<>() : ends();
		replaced.forEach((name, there) -> this.catalog.feed(name)
			.ifPresent((feed) -> values.addAll(values(feed, feeds.getOrDefault(name, List.of()), there, ends))));
		return values;
	}

	/** Where something was in force that is so no longer, by feed. */
	private Map<String, Set<Place>> replaced(Collection<String> feeds, Collection<Place> places) {
		Set<Place> wanted = Set.copyOf(places);
		Map<String, Set<Place>> replaced = new TreeMap<>();
		for (List<String> regions : FactReader.batches(FactReader.regions(wanted))) {
			this.jdbc
				.sql("select distinct feed, region, period from publication where superseded_at is not null"
						+ " and region in (:regions) and period in (:periods) and feed in (:feeds)")
				.param("regions", regions)
				.param("periods", FactReader.periods(wanted))
				.param("feeds", feeds)
				.query((row) -> {
					Place place = new Place(row.getString(2), row.getInt(3));
					if (wanted.contains(place)) {
						replaced.computeIfAbsent(row.getString(1), (feed) -> new HashSet<>()).add(place);
					}
				});
		}
		return replaced;
	}

	/** When runs ended. */
	private TreeSet<LocalDateTime> ends() {
		return new TreeSet<>(this.jdbc.sql("select distinct ended_at from run where ended_at is not null")
			.query(LocalDateTime.class)
			.list());
	}

	private List<Value> values(Feed feed, List<Indicator> indicators, Set<Place> places, TreeSet<LocalDateTime> ends) {
		Map<Place, List<Publication>> published = published(feed, places);
		Slots slots = new Slots(feed);
		Set<Place> restated = new HashSet<>();
		for (Place place : places) {
			LocalDateTime first = published.getOrDefault(place.yearAfter(), List.of())
				.stream()
				.map(Publication::from)
				.min(LocalDateTime::compareTo)
				.orElse(null);
			if (first != null) {
				LocalDateTime end = ends.ceiling(first);
				Map<String, List<Publication>> parts = byPart(published.getOrDefault(place, List.of()));
				LocalDateTime moment = (end != null) ? end : LocalDateTime.MAX;
				if (parts.values().stream().anyMatch((part) -> isRestated(part, moment))) {
					restated.add(place);
					parts.forEach((part, all) -> slots.put(place, part, then(all, moment).submission()));
				}
			}
		}
		if (restated.isEmpty()) {
			return List.of();
		}
		Terms terms = new Terms(feed, indicators);
		Facts facts = new FactReader(this.jdbc, feed, terms, this.parameters).facts(slots, restated);
		Declarations declared = Declarations.of(this.jdbc, slots.submissions());
		return indicators.stream()
			.map((indicator) -> new Reported(indicator, terms, slots, facts, this.parameters, declared))
			.flatMap((reported) -> restated.stream().flatMap((place) -> reported.at(place).stream()))
			.toList();
	}

	/**
	 * All that was ever in force at these places and the year after, in its order; what
	 * was withdrawn was a mistake, and is not counted as published.
	 */
	private Map<Place, List<Publication>> published(Feed feed, Set<Place> places) {
		Set<Integer> periods = new HashSet<>(FactReader.periods(places));
		places.forEach((place) -> periods.add(place.period() + 1));
		Map<Place, List<Publication>> published = new HashMap<>();
		for (List<String> regions : FactReader.batches(FactReader.regions(places))) {
			this.jdbc
				.sql("select p.part, p.region, p.period, p.submission_id, p.recorded_at, p.superseded_at"
						+ " from publication p join submission u on u.id = p.submission_id and u.state <> 'WITHDRAWN'"
						+ " where p.feed = :feed and p.region in (:regions) and p.period in (:periods)"
						+ " order by p.recorded_at, p.id")
				.param("feed", feed.name())
				.param("regions", regions)
				.param("periods", periods)
				.query((row) -> {
					published.computeIfAbsent(new Place(row.getString(2), row.getInt(3)), (place) -> new ArrayList<>())
						.add(publication(row));
				});
		}
		return published;
	}

	private static Publication publication(ResultSet row) throws SQLException {
		return new Publication(row.getString(1), row.getLong(4), row.getObject(5, LocalDateTime.class),
				row.getObject(6, LocalDateTime.class));
	}

	private static Map<String, List<Publication>> byPart(List<Publication> all) {
		Map<String, List<Publication>> parts = new LinkedHashMap<>();
		all.forEach((one) -> parts.computeIfAbsent(one.part(), (part) -> new ArrayList<>()).add(one));
		return parts;
	}

	private static boolean isRestated(List<Publication> part, LocalDateTime moment) {
		return part.stream()
			.anyMatch((one) -> one.until() == null && one.submission() != then(part, moment).submission());
	}

	/** What was in force at that moment, or came first after it, or else was last. */
	private static Publication then(List<Publication> part, LocalDateTime moment) {
		return part.stream()
			.filter((one) -> one.until() == null || one.until().isAfter(moment))
			.findFirst()
			.orElse(part.get(part.size() - 1));
	}

	/** What was in force in a slot, from when, and until when; null until today. */
	private record Publication(String part, long submission, LocalDateTime from, @Nullable LocalDateTime until) {
	}

}
