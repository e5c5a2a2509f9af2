package org.dudao.schedule;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import org.dudao.batch.Halted;
import org.dudao.batch.Pipeline;
import org.dudao.batch.Pipeline.Night;
import org.dudao.batch.RunFailed;
import org.dudao.catalog.Catalog;
import org.dudao.catalog.CatalogInvalid;
import org.dudao.catalog.CatalogReader;
import org.dudao.message.Message;
import org.dudao.message.Messages;
import org.dudao.report.RunSummary;
import org.dudao.schedule.Schedules.Standing;
import org.dudao.submission.LeaseHeld;
import org.dudao.submission.LeaseLost;
import org.dudao.submission.Plan.Entry;
import org.dudao.submission.SubmissionState;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;

/**
 * Runs the nights that are due, or stands by while another process does. A night that
 * fails is tried again, after a pause that grows, until the next one is due.
 */
final class NightWatch {

	private static final Logger LOGGER = LoggerFactory.getLogger(NightWatch.class);

	private final Catalog catalog;

	private final Schedules schedules;

	private final Moments moments;

	private final Pipeline pipeline;

	private final RunSummary.Maker summaries;

	private final ScheduleSettings settings;

	private final Clock clock;

	private @Nullable String standingBy;

	NightWatch(Catalog catalog, Schedules schedules, Moments moments, Pipeline pipeline, RunSummary.Maker summaries,
			ScheduleSettings settings, Clock clock) {
		this.catalog = catalog;
		this.schedules = schedules;
		this.moments = moments;
		this.pipeline = pipeline;
		this.summaries = summaries;
		this.settings = settings;
		this.clock = clock;
	}

	/** Makes the schedules known to the database, those that are new to it. */
	void introduce() {
		Instant now = this.clock.instant();
		List<Standing> standings = this.schedules.standings();
		if (standings.isEmpty()) {
			LOGGER.warn("The catalogue has no schedules in nightly.yaml, so no night is run by itself");
		}
		for (Standing standing : standings) {
			Instant due = standing.lastDue();
			this.moments.introduce(standing.schedule(), (due != null) ? due : now, now);
			LOGGER.info("Schedule {} is due next at {}, for the inbox {}", standing.schedule(), standing.nextDue(),
					standing.inbox());
		}
	}

	/**
	 * Does what is due now, the oldest first.
	 * @return how long there is nothing more to do
	 */
	Duration look() {
		this.schedules.standings()
			.stream()
			.filter((standing) -> standing.isToBeDone(this.clock.instant()))
			.sorted(Comparator.comparing((standing) -> Objects.requireNonNull(standing.lastDue())))
			.forEach(this::attempt);
		Instant now = this.clock.instant();
		return this.schedules.standings()
			.stream()
			.map(Standing::nextDue)
			.filter(Objects::nonNull)
			.map((next) -> Duration.between(now, next))
			.filter((pause) -> pause.compareTo(this.settings.look()) < 0)
			.min(Comparator.naturalOrder())
			.orElse(this.settings.look());
	}

	private void attempt(Standing standing) {
		try {
			this.pipeline.take((token, night) -> run(standing, token, night));
			this.standingBy = null;
		}
		catch (LeaseHeld held) {
			if (!held.holder().equals(this.standingBy)) {
				LOGGER.info("Schedule {} was due at {}; standing by while {} runs", standing.schedule(),
						standing.lastDue(), held.holder());
			}
			this.standingBy = held.holder();
		}
		catch (Halted stopped) {
			LOGGER.info("The night of schedule {} has stopped; the next process goes on from there",
					standing.schedule());
		}
		catch (LeaseLost taken) {
			LOGGER.warn(
					"The night of schedule {}, due at {}, was taken over by another process, since this one had not"
							+ " renewed its lease in time; it changes nothing more",
					standing.schedule(), standing.lastDue());
		}
		catch (IOException | RuntimeException fault) {
			LOGGER.error("The night of schedule {}, due at {}, failed", standing.schedule(), standing.lastDue(), fault);
		}
	}

	private void run(Standing standing, long token, Night night) throws IOException {
		String schedule = standing.schedule();
		Instant due = Objects.requireNonNull(standing.lastDue());
		if (this.moments.isEnded(schedule, due, this.clock.instant())) {
			return;
		}
		int attempts = this.moments.take(schedule, due, token, this.clock.instant());
		LOGGER.info("The night of schedule {}, due at {}, begins; attempt {}", schedule, due, attempts);
		warnOfChanges();
		try {
			long run = night.run(standing.inbox());
			RunSummary summary = this.summaries.of(run);
			tell(summary);
			int failed = summary.failed();
			if (failed > 0) {
				failed(schedule, due, token, run, attempts, failed + " file(s) could not be read into the warehouse");
			}
			else {
				this.moments.done(schedule, due, token, run, this.clock.instant());
				LOGGER.info("The night of schedule {}, due at {}, is done: run {}", schedule, due, run);
			}
		}
		catch (RunFailed fault) {
			failed(schedule, due, token, fault.run(), attempts, said(fault));
			throw fault;
		}
		catch (Halted | LeaseLost ended) {
			throw ended;
		}
		catch (IOException | RuntimeException fault) {
			failed(schedule, due, token, null, attempts, said(fault));
			throw fault;
		}
	}

	/**
	 * What an officer changed counts from the next start on, and should not be waited for
	 * in vain.
	 */
	private void warnOfChanges() {
		try {
			if (!CatalogReader.bundle(this.catalog.directory()).version().equals(this.catalog.version())) {
				LOGGER.warn("The catalogue in {} was changed after this process read it, and counts as it was read;"
						+ " start the process anew", this.catalog.directory());
			}
		}
		catch (CatalogInvalid | UncheckedIOException fault) {
			LOGGER.warn("The catalogue in {} can no longer be read, and counts as it was read",
					this.catalog.directory(), fault);
		}
	}

	private void failed(String schedule, Instant due, long token, @Nullable Long run, int attempts, String fault) {
		Instant retry = this.clock.instant().plus(this.settings.pause(attempts));
		LOGGER.warn("The night of schedule {}, due at {}, is tried again at {}: {}", schedule, due, retry, fault);
		try {
			this.moments.failed(schedule, due, token, run, fault, retry);
		}
		catch (DataAccessException unreachable) {
			LOGGER.warn("That could not be entered into the database", unreachable);
		}
	}

	/** What the screen of a night says in short, and which files nobody will see else. */
	private static void tell(RunSummary summary) {
		LOGGER.info("Run {}: {} files read, of which {} published, {} held, {} rejected, {} failed; {} known before",
				summary.run(), summary.read().size(), summary.count(SubmissionState.PUBLISHED),
				summary.count(SubmissionState.HELD), summary.count(SubmissionState.REJECTED), summary.failed(),
				summary.passedOver().size());
		summary.again()
			.forEach((why, submissions) -> LOGGER.info("Submissions {} were read again: {}", submissions,
					new Messages(Locale.ENGLISH).text(why)));
		summary.left().forEach((entry) -> LOGGER.warn("Left in the inbox: {}: {}", entry.path(), why(entry)));
	}

	/** What is said of a correction may hold cells of it, and these are not for a log. */
	private static String why(Entry entry) {
		Message why = Objects.requireNonNull(entry.why());
		return why.code().startsWith("inbox.") ? new Messages(Locale.ENGLISH).text(why) : why.code();
	}

	private static String said(Exception fault) {
		Throwable cause = NestedExceptionUtils.getMostSpecificCause(fault);
		return cause.getClass().getSimpleName() + ": " + cause.getMessage();
	}

}
