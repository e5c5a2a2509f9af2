package org.dudao.batch;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import org.dudao.finding.Evaluated;
import org.dudao.finding.Findings;
import org.dudao.indicator.Computed;
import org.dudao.indicator.Indicators;
import org.dudao.indicator.Touched;
import org.dudao.submission.Lease;
import org.dudao.submission.Runs;
import org.dudao.submission.Runs.Judged;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Computes the indicators of what was published and not yet judged, and judges them by the
 * rules, all in one transaction: a run that dies in between leaves the slots marked, and
 * the next one does the same again.
 */
final class Judging {

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	private final Lease lease;

	private final Indicators indicators;

	private final Findings findings;

	private final Runs runs;

	private final Clock clock;

	Judging(JdbcClient jdbc, TransactionTemplate transaction, Lease lease, Indicators indicators, Findings findings,
			Runs runs, Clock clock) {
		this.jdbc = jdbc;
		this.transaction = transaction;
		this.lease = lease;
		this.indicators = indicators;
		this.findings = findings;
		this.runs = runs;
		this.clock = clock;
	}

	void judge(long run, long token) {
		this.transaction.executeWithoutResult((status) -> {
			List<Touched> stale = this.jdbc
				.sql("select feed, region, period, submission_id from stale_slot order by feed, region, period")
				.query((rs, row) -> new Touched(rs.getString(1), rs.getString(2), rs.getInt(3), rs.getLong(4)))
				.list();
			if (stale.isEmpty()) {
				return;
			}
			Instant now = this.clock.instant();
			Computed computed = this.indicators.compute(stale, now);
			Evaluated evaluated = this.findings.evaluate(computed.changedKeys(), stale, now);
			this.jdbc.sql("delete from stale_slot").update();
			this.runs.judged(run, new Judged(computed.computed(), computed.changed(), evaluated.opened(),
					evaluated.closed()));
			this.lease.prove(token);
		});
	}

}
