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

	/**
	 * Counts what a run did; to be said with its end. What is there of it already is of a
	 * program before this one that died between counting and saying so.
	 */
	void count(long run) {
		this.jdbc.sql("delete from run_tally where run_id = ?").param(run).update();
		for (String outcome : List.of("ACCEPTED", "REJECTED", "IGNORED")) {
			this.jdbc
				.sql("insert into run_tally select run_id, 'ROWS', coalesce(feed, ''), '" + outcome + "', sum(rows_"
						+ outcome + ") from submission where run_id = ? and state in " + DECIDED
						+ " group by run_id, coalesce(feed, '')")
				.param(run)
				.update();
		}
		this.jdbc
			.sql("insert into run_tally select run_id, 'FILES', coalesce(feed, ''), state, count(*)"
					+ " from submission where run_id = ? and (state = 'FAILED' or state in " + DECIDED + ")"
					+ " group by run_id, coalesce(feed, ''), state")
			.param(run)
			.update();
		this.jdbc
			.sql("insert into run_tally select s.run_id, 'SENSOR', c.code, 'FIRED', count(distinct s.id)"
					+ " from submission_reason c join submission s on s.id = c.submission_id"
					+ " where s.run_id = ? and c.code like 'sensor.%' group by s.run_id, c.code")
			.param(run)
			.update();
	}

}
