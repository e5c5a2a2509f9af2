package org.dudao.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.dudao.region.Region;
import org.dudao.region.Regions;
import org.dudao.submission.Submission;
import org.dudao.submission.SubmissionState;
import org.dudao.submission.Submissions;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The grid of region, feed and period: what is in force, and what is missing. A region is
 * expected to bring a feed for a period when it or a sister of it (same parent) has
 * brought that feed for any period, and some region has brought it for that one.
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

	/** Files that wait for an officer, or for our side, by number. */
	public List<Submission> waiting() {
		return this.submissions.in(List.of(SubmissionState.HELD, SubmissionState.REJECTED, SubmissionState.FAILED));
	}

	/**
	 * The cells, by region, feed and period.
	 * @param region a region, with all below it; null for all
	 * @param feed a feed; null for all
	 * @param period a period; null for all
	 */
	public List<Cell> grid(@Nullable String region, @Nullable String feed, @Nullable Integer period) {
		Map<Key, Cell> cells = new LinkedHashMap<>();
		this.jdbc.sql("""
				select feed, region, period, part, submission_id, facts from slot
				where (:feed is null or feed = :feed) order by region, feed, period, part""")
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
		Map<String, Set<Integer>> periods = new LinkedHashMap<>();
		Map<String, Set<String>> parents = new LinkedHashMap<>();
		for (Key key : present) {
			periods.computeIfAbsent(key.feed(), (feed) -> new TreeSet<>()).add(key.period());
			region(key.region(), key.period()).flatMap((region) -> this.regions.parent(region, key.period()))
				.ifPresent((parent) -> parents.computeIfAbsent(key.feed(), (feed) -> new TreeSet<>())
					.add(parent.code() + "/" + levelOf(key)));
		}
		Set<Key> missing = new java.util.LinkedHashSet<>();
		parents.forEach((feed, families) -> periods.get(feed).forEach((period) -> families.forEach((family) -> {
			String[] parent = family.split("/");
			this.regions.children(parent[0], period)
				.stream()
				.filter((child) -> child.level().equals(parent[1]))
				.map((child) -> new Key(child.code(), feed, period))
				.filter((key) -> !present.contains(key))
				.forEach(missing::add);
		})));
		return missing;
	}

	private String levelOf(Key key) {
		return region(key.region(), key.period()).map(Region::level).orElse("");
	}

	private java.util.Optional<Region> region(String code, int period) {
		return this.regions.byCode(code, period);
	}

	private Cell empty(Key key) {
		String name = region(key.region(), key.period()).map(Region::name).orElse("");
		return new Cell(key.region(), name, key.feed(), key.period(), new ArrayList<>(), new TreeSet<>(), 0);
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
