package org.dudao.indicator;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.dudao.catalog.Feed;
import org.dudao.catalog.FieldType;
import org.dudao.catalog.Parameter;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads slots and facts of one feed in few statements, however many regions there are:
 * never one a county.
 */
final class FactReader {

	/** As many regions or submissions as one statement names. */
	static final int BATCH = 500;

	/** From this many characters on, a parameter is not written where it is used. */
	private static final int LONG = 300;

	private final JdbcClient jdbc;

	private final Feed feed;

	private final Terms terms;

	private final Parameters parameters;

	FactReader(JdbcClient jdbc, Feed feed, Terms terms, Parameters parameters) {
		this.jdbc = jdbc;
		this.feed = feed;
		this.terms = terms;
		this.parameters = parameters;
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
		String sql = select(places, "f.submission_id in (:submissions) and " + this.terms.column(FieldType.PERIOD)
				+ " in (:periods)" + (few ? " and " + region + " in (:regions)" : ""));
		List<Terms.Columns> layout = this.terms.layout();
		for (List<Long> submissions : batches(slots.submissions())) {
			JdbcClient.StatementSpec statement = this.jdbc.sql(sql)
				.param("submissions", submissions)
				.param("periods", periods(places));
			(few ? statement.param("regions", regions) : statement).query((ResultSet row) -> {
				Place place = new Place(row.getString(2), row.getInt(3));
				if (places.contains(place)) {
					facts.add(row.getLong(1), place, group(row, layout));
				}
			});
		}
		return facts;
	}

	/**
	 * A parameter is a number, or a short CASE where it stands. One that needs a list of
	 * regions is worked out once a fact, before the figures that name it.
	 */
	private String select(Set<Place> places, String condition) {
		String table = this.feed.table() + " f where " + condition;
		ParameterSql sql = new ParameterSql(this.parameters, this.terms.column(FieldType.REGION),
				this.terms.column(FieldType.PERIOD), this.terms.columnOrNull(FieldType.STAGE), places);
		Map<String, String> columns = new HashMap<>();
		List<String> ahead = new ArrayList<>();
		for (Parameter parameter : this.parameters.named(this.terms.names())) {
			String value = sql.of(parameter);
			boolean isLong = value.length() > LONG;
			columns.put(parameter.name(), isLong ? "f." + parameter.name() : value);
			if (isLong) {
				ahead.add(", " + value + " as " + parameter.name());
			}
		}
		String from = ahead.isEmpty() ? table : "(select f.*" + String.join("", ahead) + " from " + table + ") f";
		return "select " + this.terms.columns((name) -> columns.getOrDefault(name, "f." + name)) + " from " + from
				+ " group by " + this.terms.dimensions();
	}

	private static Facts.Group group(ResultSet row, List<Terms.Columns> layout) throws SQLException {
		List<Facts.Sum> sums = new ArrayList<>();
		for (Terms.Columns figure : layout) {
			sums.add(new Facts.Sum(row.getLong(figure.rows()), row.getLong(figure.given()),
					row.getLong(figure.given() + 1), row.getBigDecimal(figure.given() + 2)));
		}
		return new Facts.Group(Objects.requireNonNullElse(row.getString(4), ""),
				Objects.requireNonNullElse(row.getString(5), ""), sums);
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
