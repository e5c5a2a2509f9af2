package org.dudao.upkeep;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.dudao.batch.Deciding;
import org.dudao.batch.Settings;
import org.dudao.submission.Archive;
import org.dudao.submission.Submissions;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Removes what lies before a moment and changes nothing that is in force or that is
 * judged by: what jobs noted, facts of files that are in force nowhere, old receipts and,
 * only when it is asked for, archived files. Values, verdicts, findings, publications and
 * what happened to them are never removed.
 */
public final class Purge {

	/** So much is removed in one transaction; between two a run can begin. */
	private static final int AT_A_TIME = 100;

	private final JdbcTemplate jdbc;

	private final Deciding deciding;

	private final Settings settings;

	private final Archive archive;

	private final Clock clock;

	/** Purges of that database and that home. */
	public Purge(JdbcTemplate jdbc, Deciding deciding, Settings settings, Archive archive, Clock clock) {
		this.jdbc = jdbc;
		this.deciding = deciding;
		this.settings = settings;
		this.archive = archive;
		this.clock = clock;
	}

	/** How much would be removed of each kind. */
	public Map<String, Long> look(Instant before, boolean files) {
		Map<String, Long> amounts = new LinkedHashMap<>();
		kinds(files).forEach((kind) -> amounts.put(kind.name(), amount(kind, before)));
		return amounts;
	}

	private static <T> long amount(Removable<T> kind, Instant before) {
		return kind.amount(kind.before(before));
	}

	/**
	 * Removes it, part by part. When it is stopped, it can be begun again.
	 * @param files whether archived files go too
	 * @param author who wants it
	 * @return how much was removed of each kind
	 * @throws org.dudao.submission.LeaseHeld when a run is going on
	 */
	public Map<String, Long> remove(Instant before, boolean files, String author) {
		Map<String, Long> amounts = new LinkedHashMap<>();
		kinds(files).forEach((kind) -> amounts.put(kind.name(), remove(kind, before, author)));
		return amounts;
	}

	private <T> long remove(Removable<T> kind, Instant before, String author) {
		List<T> things = kind.before(before);
		long amount = 0;
		for (int from = 0; from < things.size(); from += AT_A_TIME) {
			List<T> some = things.subList(from, Math.min(from + AT_A_TIME, things.size()));
			amount += this.deciding.decide(() -> {
				// A run may have put in force what was not when it was looked for.
				List<T> still = new ArrayList<>(some);
				still.retainAll(kind.before(before));
				long gone = kind.amount(still);
				kind.remove(still, this.clock.instant());
				enter(kind.name(), before, gone, author);
				return gone;
			});
		}
		return amount;
	}

	private void enter(String what, Instant before, long amount, String author) {
		this.jdbc.update("insert into removal (what, before_at, removed_at, amount, author) values (?, ?, ?, ?, ?)",
				what, Submissions.utc(before), Submissions.utc(this.clock.instant()), amount, author);
	}

	private List<Removable<?>> kinds(boolean files) {
		List<Removable<?>> kinds = new ArrayList<>();
		if (files) {
			kinds.add(new OldFiles(this.jdbc, this.archive));
		}
		kinds.add(new OldFacts(this.jdbc));
		kinds.add(new OldJobs(this.jdbc));
		kinds.add(new OldPlans(this.jdbc));
		kinds.add(new OldReceipts(this.settings.outbox()));
		return kinds;
	}

}
