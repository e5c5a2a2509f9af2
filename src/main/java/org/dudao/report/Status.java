package org.dudao.report;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.dudao.database.AsOf;
import org.dudao.region.Region;
import org.dudao.region.Regions;
import org.dudao.submission.Submission;
import org.dudao.submission.SubmissionEvents;
import org.dudao.submission.SubmissionState;
import org.dudao.submission.Submissions;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The grid of region, feed and period: what is in force, and what is missing. A region is
 * expected to bring a feed for a period when a sister of it, of the same level and below
 * the same parent, has brought it.
 */
public final class Status {

	private final JdbcClient jdbc;

	private final Regions regions;

	private final Submissions submissions;

	/** The status of that database. */
	public Status(JdbcClient jdbc, Regions regions, Submissions submissions) {
		this.jdbc = jdbc;
		this.regions = regions;
		this.submissions = submissions;
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

	/**
	 * Files that waited at a moment, by number, with the state that each was in then.
	 * @param region the region that sent them, with all below it; null for all
	 */
	public Map<Submission, SubmissionState> waiting(@Nullable String region, Instant asOf) {
		Map<Submission, SubmissionState> then = new LinkedHashMap<>();
		new SubmissionEvents(this.jdbc).waiting(asOf)
			.forEach((id, state) -> this.submissions.find(id)
				.filter((submission) -> region == null || isWithin(submission, region))
				.ifPresent((submission) -> then.put(submission, state)));
		return then;
	}

	private boolean isWithin(Submission submission, String region) {
		int year = submission.receivedAt().atZone(ZoneOffset.UTC).getYear();
		return submission.sender() != null && this.regions.isWithin(submission.sender(), region, year);
	}

	/**
	 * The cells, by region, feed and period.
	 * @param region a region, with all below it; null for all
	 * @param feed a feed; null for all
	 * @param period a period; null for all
	 * @param asOf the moment as of which; null means now
	 */
	public List<Cell> grid(@Nullable String region, @Nullable String feed, @Nullable Integer period,
			@Nullable Instant asOf) {
		Map<Key, Cell> cells = new LinkedHashMap<>();
		this.jdbc
			.sql("select s.feed, s.region, s.period, s.part, s.submission_id, s.facts from " + new AsOf(asOf).slots()
					+ " s where (:feed is null or s.feed = :feed) order by s.region, s.feed, s.period, s.part")
			.param("feed", feed)
			.query((rs) -> {
				Key key = new Key(rs.getString(2), rs.getString(1), rs.getInt(3));
				Cell cell = cells.computeIfAbsent(key, this::empty);
				if (!cell.submissions().contains(rs.getLong(5))) {
					cell.submissions().add(rs.getLong(5));
				}
				cell.parts().add(rs.getString(4));
				cells.put(key, cell.withFacts(Math.max(cell.facts(), rs.getInt(6))));
			});
		missing(cells.keySet()).forEach((key) -> cells.put(key, empty(key)));
		return cells.values()
			.stream()
			.filter((cell) -> period == null || cell.period() == period)
			.filter((cell) -> region == null || this.regions.isWithin(cell.region(), region, cell.period()))
			.sorted(Comparator.comparing(Cell::region).thenComparing(Cell::feed).thenComparing(Cell::period))
			.toList();
	}

	private Set<Key> missing(Set<Key> present) {
		Set<Family> families = new LinkedHashSet<>();
		for (Key key : present) {
			this.regions.byCode(key.region(), key.period())
				.ifPresent((region) -> this.regions.parent(region, key.period())
					.ifPresent((parent) -> families
						.add(new Family(parent.code(), region.level(), key.feed(), key.period()))));
		}
		Set<Key> missing = new LinkedHashSet<>();
		for (Family family : families) {
			this.regions.children(family.parent(), family.period())
				.stream()
				.filter((child) -> child.level().equals(family.level()))
				.map((child) -> new Key(child.code(), family.feed(), family.period()))
				.filter((key) -> !present.contains(key))
				.forEach(missing::add);
		}
		return missing;
	}

	private Cell empty(Key key) {
		String name = this.regions.byCode(key.region(), key.period()).map(Region::name).orElse("");
		return new Cell(key.region(), name, key.feed(), key.period(), new ArrayList<>(), new TreeSet<>(), 0);
	}

	/** Sisters that bring the same feed for the same period. */
	private record Family(String parent, String level, String feed, int period) {
	}

	private record Key(String region, String feed, int period) {
	}

	/**
	 * One cell of the grid.
	 *
	 * @param region the region's code
	 * @param name its name in that period
	 * @param feed the feed
	 * @param period the period
	 * @param submissions what is in force there; empty when nothing is
	 * @param parts the parts of the feed that are in force
	 * @param facts the facts of the fullest part
	 */
	public record Cell(String region, String name, String feed, int period, List<Long> submissions, Set<String> parts,
			int facts) {

		Cell withFacts(int more) {
			return new Cell(this.region, this.name, this.feed, this.period, this.submissions, this.parts, more);
		}

	}

}
