package org.dudao.upkeep;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.dudao.submission.Submissions;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The facts of files that are in force nowhere since before the moment. One that was in
 * force when the year after it was first published stays: judging reads it to tell what
 * the prior year was then.
 */
record OldFacts(JdbcTemplate jdbc) implements Removable<Long> {

	/** When the run ended that published the year after; see AsPublished in indicator. */
	private static final String THEN = "coalesce((select min(r.ended_at) from run r where r.ended_at >= n.recorded_at),"
			+ " n.recorded_at)";

	@Override
	public String name() {
		return "FACTS";
	}

	@Override
	public List<Long> before(Instant moment) {
		return inForceNowhere(moment, "s.facts_purged_at is null");
	}

	/**
	 * The submissions that were, and since before the moment are no longer, and that
	 * nothing reads.
	 */
	List<Long> inForceNowhere(Instant moment, String besides) {
		LocalDateTime before = Submissions.utc(moment);
		List<Long> found = new ArrayList<>(this.jdbc.queryForList("""
				select s.id from submission s where s.state in ('SUPERSEDED', 'WITHDRAWN')
				and not exists (select 1 from slot x where x.submission_id = s.id)
				and exists (select 1 from publication p where p.submission_id = s.id)
				and not exists (select 1 from publication p where p.submission_id = s.id
				and (p.superseded_at is null or p.superseded_at >= ?)) and\s""" + besides + " order by s.id",
				Long.class, before));
		found.removeAll(comparedWith(before));
		return found;
	}

	/**
	 * Whatever of the year after may yet be withdrawn, each time it was published counts.
	 */
	private Set<Long> comparedWith(LocalDateTime before) {
		return new HashSet<>(this.jdbc.queryForList("""
				select distinct p.submission_id from publication p
				join publication n on n.feed = p.feed and n.region = p.region and n.period = p.period + 1
				where p.superseded_at < ? and p.superseded_at > %s
				and not exists (select 1 from publication e join submission u on u.id = e.submission_id
				and u.state <> 'WITHDRAWN' where e.feed = p.feed and e.part = p.part and e.region = p.region
				and e.period = p.period and e.id < p.id and e.superseded_at > %s)""".formatted(THEN, THEN), Long.class,
				before));
	}

	@Override
	public long amount(List<Long> submissions) {
		return submissions.stream()
			.mapToLong((id) -> tables(id).stream().mapToLong((table) -> count(table, id)).sum())
			.sum();
	}

	private long count(String table, long id) {
		return JdbcClient.create(this.jdbc)
			.sql("select count(*) from " + table + " where submission_id = ?")
			.param(id)
			.query(Long.class)
			.single();
	}

	/** The feed may be one that the catalogue no longer has. */
	private List<String> tables(long id) {
		Set<String> there = new Kept(this.jdbc).all().keySet();
		return this.jdbc.queryForList("select distinct feed from publication where submission_id = ?", String.class, id)
			.stream()
			.map((feed) -> "fact_" + feed.replace('-', '_'))
			.filter(there::contains)
			.toList();
	}

	@Override
	public void remove(List<Long> submissions, Instant now) {
		for (long id : submissions) {
			tables(id).forEach((table) -> this.jdbc.update("delete from " + table + " where submission_id = ?", id));
			this.jdbc.update("update submission set facts_purged_at = ? where id = ?", Submissions.utc(now), id);
		}
	}

}
