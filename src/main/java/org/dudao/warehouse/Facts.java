package org.dudao.warehouse;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.dudao.catalog.Feed;
import org.dudao.catalog.Field;
import org.dudao.database.Bulk;
import org.dudao.message.Message;
import org.dudao.message.StoredArguments;
import org.dudao.submission.Slot;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Questions to the facts of a submission, published or not. */
public final class Facts {

	private static final int LINES_A_STATEMENT = 500;

	/** No row has so many notes of its own. */
	private static final int AFTER_THE_ROWS = 100_000;

	private final JdbcClient jdbc;

	private final Bulk bulk;

	/** The facts of that database. */
	public Facts(JdbcTemplate template) {
		this.jdbc = JdbcClient.create(template);
		this.bulk = new Bulk(template);
	}

	/** Removes all that a submission has left in the tables of those feeds. */
	public void delete(Collection<Feed> feeds, long submission) {
		feeds.forEach((feed) -> deleteFacts(feed, submission));
		this.jdbc.sql("delete from submission_place where submission_id = ?").param(submission).update();
		this.jdbc.sql("delete from rejected_row where submission_id = ?").param(submission).update();
		this.jdbc.sql("delete from row_issue where submission_id = ?").param(submission).update();
	}

	/**
	 * Keeps which regions and periods a submission is about, also when its facts are
	 * removed because it is rejected.
	 */
	public void notePlaces(Feed feed, long submission) {
		this.jdbc
			.sql("insert into submission_place (submission_id, region, period) select distinct submission_id, region,"
					+ " period from " + feed.table() + " where submission_id = ?")
			.param(submission)
			.update();
	}

	/** Removes the facts of a submission and leaves what was said about its rows. */
	public void deleteFacts(Feed feed, long submission) {
		this.jdbc.sql("delete from " + feed.table() + " where submission_id = ?").param(submission).update();
	}

	/** Removes the facts and notes of those lines. */
	public void delete(Feed feed, long submission, List<Integer> lines) {
		for (int from = 0; from < lines.size(); from += LINES_A_STATEMENT) {
			List<Integer> some = lines.subList(from, Math.min(from + LINES_A_STATEMENT, lines.size()));
			for (String table : List.of(feed.table(), "row_issue")) {
				this.jdbc.sql("delete from " + table + " where submission_id = :id and line in (:lines)")
					.param("id", submission)
					.param("lines", some)
					.update();
			}
		}
	}

	/**
	 * Keeps what sensors say of a submission that is not held for it.
	 * @param hints each with the line of the first place as its first argument
	 */
	public void note(long submission, List<Message> hints) {
		for (int i = 0; i < hints.size(); i++) {
			Message hint = hints.get(i);
			this.jdbc.sql("""
					insert into row_issue (submission_id, line, seq, severity, column_no, header, cell, code, args)
					values (?, ?, ?, 'NOTE', 0, '', '', ?, ?)""")
				.params(submission, Integer.valueOf(hint.args().get(0)), AFTER_THE_ROWS + i, hint.code(),
						StoredArguments.of(hint))
				.update();
		}
	}

	/** How many facts of a submission are in the table. */
	public int count(Feed feed, long submission) {
		return countIn(feed.table(), submission);
	}

	/** How many rejected rows of a submission are in the table. */
	public int countRejected(long submission) {
		return countIn("rejected_row", submission);
	}

	private int countIn(String table, long submission) {
		return this.jdbc.sql("select count(*) from " + table + " where submission_id = ?")
			.param(submission)
			.query(Integer.class)
			.single();
	}

	/**
	 * The slots that a submission fills: those in which it says anything of the part, be
	 * it that the figure is withheld.
	 */
	public List<Slot.Filled> slots(Feed feed, long submission) {
		List<String> parts = feed.parts();
		String counts = parts.stream()
			.map((part) -> "sum(case when " + says(feed, part) + " then 1 else 0 end)")
			.collect(Collectors.joining(", "));
		List<Slot.Filled> slots = new ArrayList<>();
		this.jdbc
			.sql("select region, period, " + counts + " from " + feed.table()
					+ " where submission_id = ? group by region, period order by region, period")
			.param(submission)
			.query((rs) -> {
				for (int i = 0; i < parts.size(); i++) {
					int facts = rs.getInt(i + 3);
					if (facts > 0) {
						slots.add(new Slot.Filled(new Slot(feed.name(), parts.get(i), rs.getString(1), rs.getInt(2)),
								facts));
					}
				}
			});
		return slots;
	}

	/** The condition that a fact says anything of a part. */
	static String says(Feed feed, String part) {
		return feed.fields()
			.stream()
			.filter((field) -> part.equals(field.part()))
			.map(Field::name)
			.map((name) -> name + " is not null or concat(',', coalesce(suppressed, ''), ',') like '%," + name + ",%'")
			.collect(Collectors.joining(" or "));
	}

	/** The figures of a submission that are given for those regions, by key and field. */
	Map<List<Object>, Map<String, BigDecimal>> figures(Feed feed, long submission, List<String> regions) {
		List<String> keys = feed.primaryKey();
		List<String> measures = feed.fields()
			.stream()
			.filter((field) -> field.part() != null)
			.map(Field::name)
			.toList();
		return figures(
				"select " + String.join(", ", keys) + ", " + String.join(", ", measures) + " from " + feed.table()
						+ " where submission_id = :submission and region in (:regions) order by line, item",
				keys.size(), measures, submission, regions);
	}

	/** The sums that a submission has for those regions, by region and period. */
	Map<List<Object>, Map<String, BigDecimal>> sums(Feed feed, long submission, List<String> regions) {
		List<String> measures = feed.fields().stream().filter(Field::isSummed).map(Field::name).toList();
		if (measures.isEmpty()) {
			return Map.of();
		}
		return figures("select region, period, "
				+ measures.stream().map((name) -> "sum(" + name + ")").collect(Collectors.joining(", ")) + " from "
				+ feed.table() + " where submission_id = :submission and region in (:regions)"
				+ " group by region, period order by region, period", 2, measures, submission, regions);
	}

	private Map<List<Object>, Map<String, BigDecimal>> figures(String sql, int keys, List<String> measures,
			long submission, List<String> regions) {
		Map<List<Object>, Map<String, BigDecimal>> figures = new LinkedHashMap<>();
		this.jdbc.sql(sql).param("submission", submission).param("regions", regions).query((rs) -> {
			List<Object> key = new ArrayList<>();
			for (int i = 0; i < keys; i++) {
				key.add(rs.getObject(i + 1));
			}
			Map<String, BigDecimal> given = new HashMap<>();
			for (int i = 0; i < measures.size(); i++) {
				BigDecimal figure = rs.getBigDecimal(keys + i + 1);
				if (figure != null) {
					given.put(measures.get(i), figure);
				}
			}
			figures.put(key, given);
		});
		return figures;
	}

	/** The first line of a submission with that key, or with that part of one. */
	int firstLine(Feed feed, long submission, List<String> names, List<Object> key) {
		List<Object> params = new ArrayList<>(List.of(submission));
		params.addAll(key);
		String where = names.stream().map((name) -> " and " + name + " = ?").collect(Collectors.joining());
		return this.jdbc.sql("select coalesce(min(line), 0) from " + feed.table() + " where submission_id = ?" + where)
			.params(params)
			.query(Integer.class)
			.single();
	}

	/** Writes rows of that feed under that submission. */
	public FactWriter writer(Feed feed, long submission) {
		return new FactWriter(this.bulk, feed, submission);
	}

}
