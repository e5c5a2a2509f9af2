package org.dudao.batch;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.dudao.finding.Evaluated;
import org.dudao.finding.Findings;
import org.dudao.indicator.Computed;
import org.dudao.indicator.Indicators;
import org.dudao.indicator.Touched;
import org.dudao.indicator.ValueKey;
import org.dudao.submission.Lease;
import org.dudao.submission.Runs;
import org.dudao.submission.Runs.Judged;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Computes the indicators of what was published and not yet judged, and judges them by
 * the rules; all of them anew when the catalogue has changed. It is all one transaction:
 * a run that dies in between leaves the slots marked, and the next one does the same
 * again.
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

	/**
	 * Judges.
	 * @return the values that are other than before; nothing when there was nothing to
	 * judge
	 */
	Changed judge(long run, long token) {
		Changed changed = this.transaction.execute((status) -> {
			boolean catalogChanged = this.runs.catalogChanged(run);
			List<Touched> stale = stale();
			Evaluated lapsed = this.findings.lapse(LocalDate.now(this.clock), this.clock.instant());
			if (catalogChanged || !stale.isEmpty() || lapsed.lapsed() > 0) {
				Changed other = judge(run, catalogChanged, stale, lapsed);
				this.jdbc.sql("delete from stale_slot").update();
				this.lease.prove(token);
				return other;
			}
			return new Changed(this.clock.instant(), 0, Set.of());
		});
		return java.util.Objects.requireNonNull(changed);
	}

	private Changed judge(long run, boolean catalogChanged, List<Touched> stale, Evaluated lapsed) {
		Instant now = this.clock.instant();
		Computed computed = catalogChanged ? this.indicators.computeAll(now) : this.indicators.compute(stale, now);
		Set<ValueKey> changed = new HashSet<>(computed.changedKeys());
		Evaluated evaluated = lapsed;
		if (catalogChanged) {
			// What is gone is judged with what is there: its verdicts go too.
			changed.addAll(this.indicators.liveKeys());
			evaluated = evaluated.plus(this.findings.forget(now));
		}
		evaluated = evaluated.plus(this.findings.evaluate(changed, stale, now));
		this.runs.judged(run,
				new Judged(computed.computed(), computed.changed(), evaluated.opened() + evaluated.reopened(),
						evaluated.reopened(), evaluated.closed(), evaluated.lapsed()));
		return new Changed(now, computed.computed(), computed.changedKeys());
	}

	private List<Touched> stale() {
		return this.jdbc.sql("select feed, region, period, submission_id from stale_slot order by feed, region, period")
			.query((rs, row) -> new Touched(rs.getString(1), rs.getString(2), rs.getInt(3), rs.getLong(4)))
			.list();
	}

	/**
	 * The values that are other than before.
	 *
	 * @param at since when
	 * @param computed how many were looked at
	 * @param keys what they are about
	 */
	record Changed(Instant at, int computed, Set<ValueKey> keys) {
	}

}
