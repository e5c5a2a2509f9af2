package org.dudao.receipt;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.dudao.receipt.Receipt.Origin;
import org.dudao.receipt.Receipt.Place;
import org.dudao.receipt.Receipt.Turn;
import org.dudao.submission.Lineage;
import org.dudao.submission.Slot;
import org.dudao.submission.Submission;
import org.dudao.submission.SubmissionEvents;
import org.dudao.submission.SubmissionEvents.Event;
import org.dudao.submission.Submissions;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Puts receipts together. However many there are, it takes the same few statements for
 * every 500 of them.
 */
public final class Receipts {

	/** So many numbers fit in one statement. */
	private static final int AT_A_TIME = 500;

	private static final String SLOT = "q.feed = p.feed and q.part = p.part and q.region = p.region"
			+ " and q.period = p.period";

	private static final Comparator<Place> BY_PLACE = Comparator.comparing(Place::slot,
			Comparator.comparing(Slot::period).thenComparing(Slot::region).thenComparing(Slot::part));

	private static final Comparator<Turn> BY_SUBJECT = Comparator.comparing(Turn::period)
		.thenComparing(Turn::region)
		.thenComparing(Turn::rule)
		.thenComparing(Turn::stage)
		.thenComparing(Turn::finding);

	private final JdbcClient jdbc;

	private final Submissions submissions;

	private final SubmissionEvents events;

	/** The receipts of those submissions. */
	public Receipts(JdbcClient jdbc, Submissions submissions, SubmissionEvents events) {
		this.jdbc = jdbc;
		this.submissions = submissions;
		this.events = events;
	}

	/** The receipt of one submission. */
	public Optional<Receipt> of(long submission) {
		return of(Set.of(submission)).stream().findFirst();
	}

	/**
	 * The receipts of all submissions to which something happened after a run, by number:
	 * also of those that others have replaced, if only in some places, and of those that
	 * they correct.
	 * @param run the run; 0 means from the beginning
	 */
	public List<Receipt> after(long run) {
		Set<Long> touched = touched(run);
		touched.addAll(replaced(touched));
		return of(touched);
	}

	private Set<Long> touched(long run) {
		return new LinkedHashSet<>(this.jdbc.sql("""
				select id from submission where run_id > :run
				union select submission_id from submission_event
				where happened_at >= (select min(started_at) from run where id > :run)
				union select child.parent_id from submission child join submission_event e on e.submission_id = child.id
				where child.parent_id is not null
				and e.happened_at >= (select min(started_at) from run where id > :run)""")
			.param("run", run)
			.query(Long.class)
			.list());
	}

	private Set<Long> replaced(Set<Long> touched) {
		Set<Long> replaced = new LinkedHashSet<>();
		chunks(touched).forEach((some) -> replaced.addAll(this.jdbc
			.sql("select distinct q.submission_id from publication p join publication q on " + SLOT
					+ " and q.superseded_by = p.submission_id where p.submission_id in (:some)")
			.param("some", some)
			.query(Long.class)
			.list()));
		return replaced;
	}

	private List<Receipt> of(Set<Long> ids) {
		List<Receipt> receipts = new ArrayList<>();
		for (List<Long> some : chunks(ids)) {
			Map<Long, List<Event>> stories = this.events.of(some);
			Map<Long, List<Place>> places = places(some);
			Map<Long, List<Turn>> turns = turns(some);
			Map<Long, Origin> origins = new HashMap<>();
			Map<Long, List<Long>> corrections = new HashMap<>();
			lineage(some, origins, corrections);
			for (Submission submission : this.submissions.all(some)) {
				long id = submission.id();
				receipts.add(new Receipt(submission, stories.getOrDefault(id, List.of()),
						places.getOrDefault(id, List.of()), turns.getOrDefault(id, List.of()), origins.get(id),
						corrections.getOrDefault(id, List.of())));
			}
		}
		return receipts;
	}

	/**
	 * As in {@link Lineage#corrections(java.util.Collection)}, in one query with origins.
	 */
	private void lineage(List<Long> submissions, Map<Long, Origin> origins, Map<Long, List<Long>> corrections) {
		this.jdbc
			.sql("""
					select child.id, child.parent_id, child.correction_name, case when %s then 1 else 0 end
					from submission child where child.parent_id is not null
					and (child.id in (:submissions) or child.parent_id in (:submissions)) order by child.id"""
				.formatted(Lineage.STANDS))
			.param("submissions", submissions)
			.query((rs) -> {
				origins.put(rs.getLong(1), new Origin(rs.getLong(2), rs.getString(3)));
				if (rs.getInt(4) == 1) {
					corrections.computeIfAbsent(rs.getLong(2), (parent) -> new ArrayList<>()).add(rs.getLong(1));
				}
			});
	}

	/** A place that was taken again after others had it counts as it is now. */
	private Map<Long, List<Place>> places(List<Long> submissions) {
		Map<Long, Map<Slot, Place>> places = new HashMap<>();
		this.jdbc
			.sql("select p.submission_id, p.feed, p.part, p.region, p.period, p.facts, p.superseded_at, q.submission_id"
					+ " from publication p left join publication q on " + SLOT
					+ " and q.superseded_by = p.submission_id and q.superseded_at = p.recorded_at"
					+ " and q.submission_id <> p.submission_id where p.submission_id in (:submissions) order by p.id")
			.param("submissions", submissions)
			.query((rs) -> {
				Slot slot = new Slot(rs.getString(2), rs.getString(3), rs.getString(4), rs.getInt(5));
				places.computeIfAbsent(rs.getLong(1), (id) -> new HashMap<>())
					.put(slot, new Place(slot, rs.getInt(6), rs.getObject(7) == null, rs.getObject(8, Long.class)));
			});
		Map<Long, List<Place>> sorted = new HashMap<>();
		places.forEach((id, some) -> sorted.put(id, some.values().stream().sorted(BY_PLACE).toList()));
		return sorted;
	}

	private Map<Long, List<Turn>> turns(List<Long> submissions) {
		Map<Long, Map<Long, Turn>> turns = new HashMap<>();
		this.jdbc
			.sql("""
					select e.submission_id, f.id, e.event, f.rule, f.region, f.period, f.stage
					from finding_event e join finding f on f.id = e.finding_id
					where e.submission_id in (:submissions) and e.event in ('OPENED', 'REOPENED', 'CLOSED') order by e.id""")
			.param("submissions", submissions)
			.query((rs) -> {
				turns.computeIfAbsent(rs.getLong(1), (id) -> new LinkedHashMap<>())
					.put(rs.getLong(2), new Turn(rs.getLong(2), !rs.getString(3).equals("CLOSED"), rs.getString(4),
							rs.getString(5), rs.getInt(6), rs.getString(7)));
			});
		Map<Long, List<Turn>> sorted = new HashMap<>();
		turns.forEach((id, some) -> sorted.put(id, some.values().stream().sorted(BY_SUBJECT).toList()));
		return sorted;
	}

	private static List<List<Long>> chunks(Collection<Long> ids) {
		List<Long> sorted = ids.stream().sorted().toList();
		List<List<Long>> chunks = new ArrayList<>();
		for (int from = 0; from < sorted.size(); from += AT_A_TIME) {
			chunks.add(sorted.subList(from, Math.min(from + AT_A_TIME, sorted.size())));
		}
		return chunks;
	}

}
