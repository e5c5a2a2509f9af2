package org.dudao.indicator;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.dudao.catalog.Feed;
import org.dudao.catalog.FieldType;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads slots and facts of one feed in few statements, however many regions there are:
 * never one a county.
 */
final class FactReader {

	/** As many regions or submissions as one statement names. */
	static final int BATCH = 500;

	private final JdbcClient jdbc;

	private final Feed feed;

	private final Terms terms;

	FactReader(JdbcClient jdbc, Feed feed, Terms terms) {
		this.jdbc = jdbc;
		this.feed = feed;
		this.terms = terms;
	}

	/** What is in force at these places. */
	Slots slots(Set<Place> places) {
		Slots slots = new Slots(this.feed);
		for (List<String> regions : batches(regions(places))) {
			this.jdbc
				.sql("select part, region, period, submission_id from slot"
						+ " where feed = :feed and region in (:regions) and period in (:periods)")
				.param("feed", this.feed.name())
				.param("regions", regions)
				.param("periods", periods(places))
				.query((ResultSet row) -> {
					Place place = new Place(row.getString(2), row.getInt(3));
					if (places.contains(place)) {
						slots.put(place, row.getString(1), row.getLong(4));
					}
				});
		}
		return slots;
	}

	/**
	 * The sums over the facts of these submissions for these places. Few regions are
	 * named in the statement; of many, the submissions are read whole, once.
	 */
	Facts facts(Slots slots, Set<Place> places) {
		Facts facts = new Facts();
		Set<String> regions = regions(places);
		String region = this.terms.column(FieldType.REGION);
		boolean few = regions.size() <= BATCH;
		String sql = this.terms.select() + " where f.submission_id in (:submissions) and "
				+ this.terms.column(FieldType.PERIOD) + " in (:periods)"
				+ (few ? " and " + region + " in (:regions)" : "") + " group by " + this.terms.dimensions();
		for (List<Long> submissions : batches(slots.submissions())) {
			JdbcClient.StatementSpec statement = this.jdbc.sql(sql)
				.param("submissions", submissions)
				.param("periods", periods(places));
			(few ? statement.param("regions", regions) : statement).query((ResultSet row) -> {
				Place place = new Place(row.getString(2), row.getInt(3));
				if (places.contains(place)) {
					facts.add(row.getLong(1), place, group(row));
				}
			});
		}
		return facts;
	}

	private Facts.Group group(ResultSet row) throws SQLException {
		List<Facts.Sum> sums = new ArrayList<>();
		for (int i = 0; i < this.terms.size(); i++) {
			int column = 7 + 3 * i;
			sums.add(new Facts.Sum(row.getLong(column), row.getLong(column + 1), row.getBigDecimal(column + 2)));
		}
		return new Facts.Group(Objects.requireNonNullElse(row.getString(4), ""),
				Objects.requireNonNullElse(row.getString(5), ""), row.getLong(6), sums);
	}

	static Set<String> regions(Collection<Place> places) {
		Set<String> regions = new HashSet<>();
		places.forEach((place) -> regions.add(place.region()));
		return regions;
	}

	static Set<Integer> periods(Collection<Place> places) {
		Set<Integer> periods = new HashSet<>();
		places.forEach((place) -> periods.add(place.period()));
		return periods;
	}

	/** The elements in order, at most {@value #BATCH} at a time. */
	static <T extends Comparable<T>> List<List<T>> batches(Collection<T> elements) {
		List<T> sorted = elements.stream().sorted().toList();
		List<List<T>> batches = new ArrayList<>();
		for (int i = 0; i < sorted.size(); i += BATCH) {
			batches.add(sorted.subList(i, Math.min(i + BATCH, sorted.size())));
		}
		return batches;
	}

}
