package org.dudao.upkeep;

import java.time.Instant;
import java.util.List;

import org.dudao.submission.Submissions;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The files that runs of before the moment found and did not read: each night lists the
 * whole inbox. Those that were read stay, for a replay.
 */
record OldPlans(JdbcTemplate jdbc) implements Removable<Long> {

	private static final String FILES = " from planned_file where run_id in (:runs) and outcome in ('KNOWN', 'LEFT')";

	@Override
	public String name() {
		return "PLANS";
	}

	@Override
	public List<Long> before(Instant moment) {
		return this.jdbc.queryForList("""
				select r.id from run r where r.ended_at < ? and exists (select 1 from planned_file f
				where f.run_id = r.id and f.outcome in ('KNOWN', 'LEFT')) order by r.id""", Long.class,
				Submissions.utc(moment));
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
