package org.dudao.submission;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.dudao.database.Bulk;
import org.dudao.message.Message;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What is in force, slot by slot, and what was before. */
public final class Publications {

	private static final int REGIONS_A_QUERY = 500;

	private static final String SLOT = "feed = ? and part = ? and region = ? and period = ?";

	private static final List<String> FILLED = List.of("submission_id", "facts", "feed", "part", "region", "period");

	private static final List<String> PUBLISHED = List.of("recorded_at", "submission_id", "facts", "feed", "part",
			"region", "period");

	private static final List<String> STALE = List.of("submission_id", "feed", "region", "period");

	private final JdbcTemplate template;

	private final JdbcClient jdbc;

	private final Bulk bulk;

	private final TransactionTemplate transaction;

	private final Lease lease;

	private final Submissions submissions;

	/** The publications of that database, guarded by that lease. */
	public Publications(JdbcTemplate template, TransactionTemplate transaction, Lease lease, Submissions submissions) {
		this.template = template;
		this.jdbc = JdbcClient.create(template);
		this.bulk = new Bulk(template);
		this.transaction = transaction;
		this.lease = lease;
		this.submissions = submissions;
	}

	/**
	 * Puts a submission in force in all slots it fills, in one transaction: all of them
	 * or none. What was in force there is superseded, and each slot is marked as not yet
	 * judged.
	 * @throws LeaseLost when the run no longer holds the lease; nothing is changed then
	 */
	public void publish(long submission, List<Slot.Filled> slots, long token, Instant now) {
		this.transaction.executeWithoutResult((status) -> {
			this.lease.prove(token);
			List<InForce> replaced = current(slots);
			List<Object[]> old = replaced.stream().map(InForce::slot).map(Publications::key).toList();
			this.template.batchUpdate("update publication set superseded_at = ?, superseded_by = ? where " + SLOT
					+ " and superseded_at is null", prefixed(old, Submissions.utc(now), submission));
			this.template.batchUpdate("delete from slot where " + SLOT, old);
			this.bulk.insert("slot", FILLED, filled(slots, submission));
			this.bulk.insert("publication", PUBLISHED, prefixed(filled(slots, submission), Submissions.utc(now)));
			markStale(submission, slots);
			this.submissions.decide(submission, SubmissionState.PUBLISHED, List.of(), now);
			replaced.stream()
				.map(InForce::submission)
				.distinct()
				.filter((other) -> other != submission && slotsOf(other) == 0)
				.forEach((other) -> this.submissions.superseded(other, submission, now));
		});
	}

	/**
	 * Enters which submissions are not published and why, all of them or none: a run that
	 * dies in between must not leave one of two rivals to be published alone.
	 * @throws LeaseLost when the run no longer holds the lease; nothing is changed then
	 */
	public void keepBack(SubmissionState state, Map<Long, List<Message>> reasons, long token, Instant now) {
		this.transaction.executeWithoutResult((status) -> {
			this.lease.prove(token);
			reasons.forEach((submission, why) -> this.submissions.decide(submission, state, why, now));
		});
	}

	/** Those of the slots in which something is in force, with what it is. */
	public List<InForce> current(List<Slot.Filled> slots) {
		Map<List<String>, List<Slot>> byPart = slots.stream()
			.map(Slot.Filled::slot)
			.collect(Collectors.groupingBy((slot) -> List.of(slot.feed(), slot.part())));
		List<InForce> found = new ArrayList<>();
		byPart.forEach((part, wanted) -> {
			Set<Slot> set = Set.copyOf(wanted);
			List<String> regions = wanted.stream().map(Slot::region).distinct().toList();
			for (int from = 0; from < regions.size(); from += REGIONS_A_QUERY) {
				this.jdbc.sql("""
						select feed, part, region, period, submission_id, facts from slot
						where feed = :feed and part = :part and region in (:regions)""")
					.param("feed", part.get(0))
					.param("part", part.get(1))
					.param("regions", regions.subList(from, Math.min(from + REGIONS_A_QUERY, regions.size())))
					.query((rs, row) -> new InForce(
							new Slot(rs.getString(1), rs.getString(2), rs.getString(3), rs.getInt(4)), rs.getLong(5),
							rs.getInt(6)))
					.list()
					.stream()
					.filter((inForce) -> set.contains(inForce.slot()))
					.forEach(found::add);
			}
		});
		return found;
	}

	private int slotsOf(long submission) {
		return this.jdbc.sql("select count(*) from slot where submission_id = ?")
			.param(submission)
			.query(Integer.class)
			.single();
	}

	private void markStale(long submission, List<Slot.Filled> slots) {
		List<Object[]> keys = slots.stream()
			.map(Slot.Filled::slot)
			.map((slot) -> List.<Object>of(slot.feed(), slot.region(), slot.period()))
			.distinct()
			.map(List::toArray)
			.toList();
		this.template.batchUpdate("delete from stale_slot where feed = ? and region = ? and period = ?", keys);
		this.bulk.insert("stale_slot", STALE, prefixed(keys, submission));
	}

	private static Object[] key(Slot slot) {
		return new Object[] { slot.feed(), slot.part(), slot.region(), slot.period() };
	}

	private static List<Object[]> filled(List<Slot.Filled> slots, long submission) {
		return slots.stream()
			.map((filled) -> concat(new Object[] { submission, filled.facts() }, key(filled.slot())))
			.toList();
	}

	private static List<Object[]> prefixed(List<Object[]> rows, Object... prefix) {
		return rows.stream().map((row) -> concat(prefix, row)).toList();
	}

	private static Object[] concat(Object[] first, Object[] second) {
		Object[] all = java.util.Arrays.copyOf(first, first.length + second.length);
		System.arraycopy(second, 0, all, first.length, second.length);
		return all;
	}

	/**
	 * What is in force in a slot.
	 *
	 * @param slot the slot
	 * @param submission the submission
	 * @param facts how many facts it has there
	 */
	public record InForce(Slot slot, long submission, int facts) {
	}

}
