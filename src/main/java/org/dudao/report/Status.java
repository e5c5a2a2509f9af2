package org.dudao.report;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.dudao.catalog.Catalog;
import org.dudao.database.AsOf;
import org.dudao.region.Region;
import org.dudao.region.Regions;
import org.dudao.report.Expected.Due;
import org.dudao.report.Expected.Place;
import org.dudao.submission.Submission;
import org.dudao.submission.SubmissionState;
import org.dudao.submission.Submissions;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The grid of region, feed and period: what is in force, what waits, and what is missing.
 * A region is expected to bring a feed for a period when a deadline says so, or when a
 * sister of it, of the same level and below the same parent, has brought it.
 */
public final class Status {

	private static final Comparator<Cell> ORDER = Comparator.comparing(Cell::region)
		.thenComparing(Cell::feed)
		.thenComparing(Cell::period);

	private final JdbcClient jdbc;

	private final Catalog catalog;

	private final Regions regions;

	private final Submissions submissions;

	private final Clock clock;

	/** The status of that database by the calendar of that catalogue. */
	public Status(JdbcClient jdbc, Catalog catalog, Regions regions, Submissions submissions, Clock clock) {
		this.jdbc = jdbc;
		this.catalog = catalog;
		this.regions = regions;
		this.submissions = submissions;
		this.clock = clock;
	}

	/**
	 * Files that wait for an officer, or for our side, by number.
	 * @param region the region that sent them, with all below it; null for all
	 */
	public List<Submission> waiting(@Nullable String region) {
		return this.submissions.in(List.of(SubmissionState.HELD, SubmissionState.REJECTED, SubmissionState.FAILED))
			.stream()
			.filter((submission) -> region == null || isWithin(submission, region))
			.toList();
	}

	private boolean isWithin(Submission submission, String region) {
		int year = submission.receivedAt().atZone(ZoneOffset.UTC).getYear();
		return submission.sender() != null && this.regions.isWithin(submission.sender(), region, year);
	}

	/**
	 * The cells, by region, feed and period. It takes two statements, however many there
	 * are.
	 * @param region a region, with all below it; null for all
	 * @param feed a feed; null for all
	 * @param period a period; null for all
	 * @param asOf the moment as of which; null means now
	 */
	public List<Cell> grid(@Nullable String region, @Nullable String feed, @Nullable Integer period,
			@Nullable Instant asOf) {
		Map<Place, InForce> inForce = inForce(feed, asOf);
		Map<Place, Map<Long, State>> waiting = waiting(feed, asOf);
		LocalDate today = LocalDate.ofInstant((asOf != null) ? asOf : this.clock.instant(), ZoneId.systemDefault());
		Map<Place, Due> due = new Expected(this.catalog, this.regions, today).of(feed, inForce.keySet());
		Set<Place> places = new LinkedHashSet<>(inForce.keySet());
		places.addAll(waiting.keySet());
		places.addAll(due.keySet());
		return places.stream()
			.filter((place) -> period == null || place.period() == period)
			.filter((place) -> region == null || this.regions.isWithin(place.region(), region, place.period()))
			.map((place) -> cell(place, inForce.get(place), waiting.getOrDefault(place, Map.of()),
					due.getOrDefault(place, Due.NO_DAY)))
			.sorted(ORDER)
			.toList();
	}

	private Map<Place, InForce> inForce(@Nullable String feed, @Nullable Instant asOf) {
		Map<Place, InForce> inForce = new HashMap<>();
		this.jdbc
			.sql("select s.feed, s.region, s.period, s.part, s.submission_id, s.facts from " + new AsOf(asOf).slots()
					+ " s where (:feed is null or s.feed = :feed)")
			.param("feed", feed)
			.query((rs) -> {
				inForce
					.computeIfAbsent(new Place(rs.getString(2), rs.getString(1), rs.getInt(3)),
							(place) -> new InForce(new TreeSet<>(), new TreeSet<>(), new TreeSet<>()))
					.add(rs.getString(4), rs.getLong(5), rs.getInt(6));
			});
		return inForce;
	}

	/** Files that are not in force, by the places that their rows are about. */
	private Map<Place, Map<Long, State>> waiting(@Nullable String feed, @Nullable Instant asOf) {
		Map<Place, Map<Long, State>> waiting = new HashMap<>();
		this.jdbc.sql("""
				select s.id, s.feed, p.region, p.period, e.event from submission_event e
				join (select submission_id, max(id) as last from submission_event where event not in
				('ACCEPTED', 'CORRECTED') and %s group by submission_id) l on l.last = e.id
				join submission s on s.id = e.submission_id join submission_place p on p.submission_id = s.id
				where e.event in ('HELD', 'REJECTED', 'FAILED', 'RECEIVED', 'AGAIN')
				and (:feed is null or s.feed = :feed)""".formatted(new AsOf(asOf).until("happened_at")))
			.param("feed", feed)
			.query((rs) -> {
				State state = switch (rs.getString(5)) {
					case "HELD" -> State.HELD;
					case "REJECTED" -> State.REJECTED;
					default -> State.WAITING;
				};
				waiting
					.computeIfAbsent(new Place(rs.getString(3), rs.getString(2), rs.getInt(4)),
							(place) -> new HashMap<>())
					.put(rs.getLong(1), state);
			});
		return waiting;
	}

	/**
	 * Of a place in force only what came after it, and can still come in force, waits.
	 */
	private Cell cell(Place place, @Nullable InForce inForce, Map<Long, State> waiting, Due due) {
		long newest = (inForce != null) ? inForce.submissions().last() : 0;
		List<Long> later = waiting.keySet()
			.stream()
			.filter((id) -> inForce == null || id > newest && waiting.get(id) != State.REJECTED)
			.sorted()
			.toList();
		State state = (inForce != null) ? State.PUBLISHED
				: waiting.values().stream().min(Comparator.naturalOrder()).orElse(State.MISSING);
		String name = this.regions.byCode(place.region(), place.period()).map(Region::name).orElse("");
		return new Cell(place.region(), name, place.feed(), place.period(), state,
				(inForce != null) ? List.copyOf(inForce.submissions()) : List.of(),
				(inForce != null) ? List.copyOf(inForce.parts()) : List.of(),
				(inForce != null) ? inForce.facts().last() : 0, later, due.day(),
				(state == State.PUBLISHED) ? 0 : due.overdue());
	}

	private record InForce(TreeSet<Long> submissions, TreeSet<String> parts, TreeSet<Integer> facts) {

		void add(String part, long submission, int facts) {
			this.parts.add(part);
			this.submissions.add(submission);
			this.facts.add(facts);
		}

	}

	/** What there is in a place, what is nearer to being published first. */
	public enum State {

		/** Something is in force. */
		PUBLISHED,

		/** A file for it waits for an officer. */
		HELD,

		/** A file for it waits for our side. */
		WAITING,

		/** A file for it was rejected. */
		REJECTED,

		/** Nothing has come. */
		MISSING

	}

	/**
	 * One cell of the grid.
	 *
	 * @param region the region's code
	 * @param name its name in that period
	 * @param feed the feed
	 * @param period the period
	 * @param state what there is
	 * @param submissions what is in force there; empty when nothing is
	 * @param parts the parts of the feed that are in force
	 * @param facts the facts of the fullest part
	 * @param waiting files for it that are held, rejected or not finished
	 * @param due by when it is due, null when no deadline says so
	 * @param overdue for how many days it is overdue; 0 when it is there or not overdue
	 */
	public record Cell(String region, String name, String feed, int period, State state, List<Long> submissions,
			List<String> parts, int facts, List<Long> waiting, @Nullable LocalDate due, int overdue) {
	}

	/**
	 * How many cells there are of each kind.
	 *
	 * @param published in force
	 * @param held with a file that waits for an officer
	 * @param rejected with a rejected file
	 * @param waiting with a file that waits for our side
	 * @param missing with nothing at all
	 * @param overdue those of all these for which the deadline has passed and nothing is
	 * in force
	 */
	public record Totals(int published, int held, int rejected, int waiting, int missing, int overdue) {

		/** The totals of those cells. */
		public static Totals of(List<Cell> cells) {
			int[] count = new int[State.values().length];
			cells.forEach((cell) -> count[cell.state().ordinal()]++);
			return new Totals(count[State.PUBLISHED.ordinal()], count[State.HELD.ordinal()],
					count[State.REJECTED.ordinal()], count[State.WAITING.ordinal()], count[State.MISSING.ordinal()],
					(int) cells.stream().filter((cell) -> cell.overdue() > 0).count());
		}

	}

}
