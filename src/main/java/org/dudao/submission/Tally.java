package org.dudao.submission;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What each run came to, in numbers that are never changed afterwards: a file that is
 * read again later counts once more, for the later run. So their sums only grow, as those
 * who watch the program expect of a counter.
 */
final class Tally {

	private static final String DECIDED = "('HELD', 'REJECTED', 'PUBLISHED', 'SUPERSEDED', 'WITHDRAWN')";

	private final JdbcClient jdbc;

	Tally(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Of a run that has ended nothing is counted any more, whoever says so. */
	private static final String GOES_ON = " and exists (select 1 from run r where r.id = ? and r.ended_at is null)";

	/** Counts what a run did, just before it ends; said again it is the same. */
	void count(long run) {
		this.jdbc.sql("delete from run_tally where run_id = ?" + GOES_ON).params(run, run).update();
		for (String outcome : List.of("ACCEPTED", "REJECTED", "IGNORED")) {
			this.jdbc
				.sql("insert into run_tally select run_id, 'ROWS', coalesce(feed, ''), '" + outcome + "', sum(rows_"
						+ outcome + ") from submission where run_id = ? and state in " + DECIDED + GOES_ON
						+ " group by run_id, coalesce(feed, '')")
				.params(run, run)
				.update();
		}
		this.jdbc
			.sql("insert into run_tally select run_id, 'FILES', coalesce(feed, ''), state, count(*)"
					+ " from submission where run_id = ? and (state = 'FAILED' or state in " + DECIDED + ")" + GOES_ON
					+ " group by run_id, coalesce(feed, ''), state")
			.params(run, run)
			.update();
		this.jdbc
			.sql("insert into run_tally select s.run_id, 'SENSOR', c.code, 'FIRED', count(distinct s.id)"
					+ " from submission_reason c join submission s on s.id = c.submission_id"
					+ " where s.run_id = ? and c.code like 'sensor.%'" + GOES_ON + " group by s.run_id, c.code")
			.params(run, run)
			.update();
	}

}
