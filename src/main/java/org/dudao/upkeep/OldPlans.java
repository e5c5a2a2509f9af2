package org.dudao.upkeep;

import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.dudao.submission.Submissions;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The files that runs of before the moment found and did not read: each night lists the
 * whole inbox. Those that were read stay, for a replay, and so does the last list of each
 * inbox, however old: a file that is in none would count as one that waits.
 */
record OldPlans(JdbcTemplate jdbc) implements Removable<Long> {

	private static final String FILES = " from planned_file where run_id in (:runs) and outcome in ('KNOWN', 'LEFT')";

	@Override
	public String name() {
		return "PLANS";
	}

	@Override
	public List<Long> before(Instant moment) {
		Set<Long> last = lastNights();
		return this.jdbc
			.queryForList("""
					select r.id from run r where r.ended_at < ? and exists (select 1 from planned_file f
					where f.run_id = r.id and f.outcome in ('KNOWN', 'LEFT')) order by r.id""", Long.class,
					Submissions.utc(moment))
			.stream()
			.filter((run) -> !last.contains(run))
			.toList();
	}

	/** Which inbox a night was over, only the folder that all its files were in says. */
	private Set<Long> lastNights() {
		Map<Long, Path> last = new HashMap<>();
		this.jdbc.query("""
				select p.run_id, min(p.path), max(p.path) from planned_file p join run r on r.id = p.run_id
				where r.job = 'nightly' group by p.run_id order by p.run_id desc""", (rs) -> {
			Path folder = common(Path.of(rs.getString(2)), Path.of(rs.getString(3)));
			if (last.values().stream().noneMatch((other) -> other.startsWith(folder) || folder.startsWith(other))) {
				last.put(rs.getLong(1), folder);
			}
		});
		return last.keySet();
	}

	private static Path common(Path first, Path last) {
		Path folder = first;
		while (folder.getParent() != null) {
			folder = folder.getParent();
			if (last.startsWith(folder)) {
				return folder;
			}
		}
		return first;
	}

	@Override
	public long amount(List<Long> runs) {
		return runs.isEmpty() ? 0
				: JdbcClient.create(this.jdbc)
					.sql("select count(*)" + FILES)
					.param("runs", runs)
					.query(Long.class)
					.single();
	}

	@Override
	public void remove(List<Long> runs, Instant now) {
		JdbcClient.create(this.jdbc).sql("delete" + FILES).param("runs", runs).update();
	}

}
