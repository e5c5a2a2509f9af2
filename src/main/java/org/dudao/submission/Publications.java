package org.dudao.submission;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.dudao.database.Bulk;
import org.dudao.message.Message;
import org.jspecify.annotations.Nullable;

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
	 * The slots in which a submission is in force, each with those that were in force
	 * there before and that nobody withdrew, newest first.
	 */
	public Map<Slot, List<Long>> earlier(long submission) {
		Map<Slot, List<Long>> slots = new LinkedHashMap<>();
		this.jdbc.sql("""
				select feed, part, region, period from slot where submission_id = ?
				order by feed, part, region, period""")
			.param(submission)
			.query((rs, row) -> slot(rs))
			.list()
			.forEach((slot) -> slots.put(slot, new ArrayList<>()));
		this.jdbc
			.sql("""
					select p.feed, p.part, p.region, p.period, p.submission_id from slot s
					join publication p on p.feed = s.feed and p.part = s.part and p.region = s.region and p.period = s.period
					join submission u on u.id = p.submission_id
					where s.submission_id = :submission and p.submission_id <> :submission
					and u.state in ('PUBLISHED', 'SUPERSEDED') order by p.id desc""")
			.param("submission", submission)
			.query((rs) -> {
				List<Long> before = slots.get(slot(rs));
				if (before != null && !before.contains(rs.getLong(5))) {
					before.add(rs.getLong(5));
				}
			});
		return slots;
	}

	/**
	 * Takes a submission out of force everywhere, in one transaction, and puts in force
	 * again what was before, as publications of now. Nothing is removed but the rows that
	 * say what is in force, and each slot is marked as not yet judged.
	 * @throws LeaseLost when the run no longer holds the lease; nothing is changed then
	 */
	public void withdraw(Withdrawal withdrawal, List<Returned> slots, long token, Instant now) {
		this.transaction.executeWithoutResult((status) -> {
			this.lease.prove(token);
			List<Object[]> keys = slots.stream().map(Returned::slot).map(Publications::key).toList();
			this.template.batchUpdate("delete from slot where " + SLOT, keys);
			slots.stream().collect(Collectors.groupingBy(Returned::successor)).forEach((to, back) -> {
				List<Slot.Filled> filled = back.stream()
					.map((one) -> new Slot.Filled(one.slot(), one.facts()))
					.toList();
				this.template.batchUpdate(
						"update publication set superseded_at = ?, superseded_by = ? where " + SLOT
								+ " and superseded_at is null",
						prefixed(back.stream().map(Returned::slot).map(Publications::key).toList(),
								Submissions.utc(now), to.orElse(null)));
				markStale(to.orElse(withdrawal.submission()), filled);
				to.ifPresent((submission) -> {
					this.bulk.insert("slot", FILLED, filled(filled, submission));
					this.bulk.insert("publication", PUBLISHED,
							prefixed(filled(filled, submission), Submissions.utc(now)));
					this.submissions.reinstated(submission, withdrawal.submission(), now);
				});
			});
			this.submissions.withdrawn(withdrawal, now);
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

	/** The mark of now; only publications to come are after it. */
	public long mark() {
		return this.jdbc.sql("select coalesce(max(id), 0) from publication").query(Long.class).single();
	}

	/** What was published after a mark, with what it replaced, slot by slot. */
	public List<Replaced> since(long mark) {
		return this.jdbc.sql("""
				select n.feed, n.part, n.region, n.period, n.submission_id, n.facts, o.submission_id
				from publication n left join publication o on o.feed = n.feed and o.part = n.part
				and o.region = n.region and o.period = n.period and o.id <= ? and o.superseded_at = n.recorded_at
				where n.id > ? order by n.feed, n.part, n.region, n.period, n.id""")
			.params(mark, mark)
			.query((rs, row) -> new Replaced(slot(rs), rs.getLong(5), rs.getInt(6), rs.getObject(7, Long.class)))
			.list();
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
					.query((rs, row) -> new InForce(slot(rs), rs.getLong(5), rs.getInt(6)))
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

	private static Slot slot(ResultSet rs) throws SQLException {
		return new Slot(rs.getString(1), rs.getString(2), rs.getString(3), rs.getInt(4));
	}

	private static Object[] key(Slot slot) {
		return new Object[] { slot.feed(), slot.part(), slot.region(), slot.period() };
	}

	private static List<Object[]> filled(List<Slot.Filled> slots, long submission) {
		return slots.stream()
			.map((filled) -> concat(new Object[] { submission, filled.facts() }, key(filled.slot())))
			.toList();
	}

	private static List<Object[]> prefixed(List<Object[]> rows, @Nullable Object... prefix) {
		return rows.stream().map((row) -> concat(prefix, row)).toList();
	}

	private static Object[] concat(@Nullable Object[] first, Object[] second) {
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

	/**
	 * That a person takes a submission back.
	 *
	 * @param submission the submission
	 * @param reason why
	 * @param author who
	 */
	public record Withdrawal(long submission, String reason, String author) {
	}

	/**
	 * What a slot goes back to when the submission in force there is withdrawn.
	 *
	 * @param slot the slot
	 * @param to what was in force there before, or null when the slot becomes empty
	 * @param facts how many facts that has there
	 */
	public record Returned(Slot slot, @Nullable Long to, int facts) {

		Optional<Long> successor() {
			return Optional.ofNullable(this.to);
		}

	}

	/**
	 * What was published in a slot.
	 *
	 * @param slot the slot
	 * @param submission the submission
	 * @param facts how many facts it has there
	 * @param before what was in force there, or null when nothing was
	 */
	public record Replaced(Slot slot, long submission, int facts, @Nullable Long before) {
	}

}
