package org.dudao.batch;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.dudao.catalog.Catalog;
import org.dudao.region.Regions;
import org.dudao.report.FindingTurns;
import org.dudao.submission.Holder;
import org.dudao.submission.Lease;
import org.dudao.submission.LeaseHeld;
import org.dudao.submission.LeaseLost;
import org.dudao.submission.Publications.Returned;
import org.dudao.submission.Publications.Withdrawal;
import org.dudao.submission.Runs;
import org.dudao.submission.Runs.Outcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.dao.DataAccessException;

/**
 * Runs the jobs: takes the lease, clears up after a run that died, freezes the plan,
 * starts the job and gives the lease back.
 */
public final class Pipeline {

	private static final Logger LOGGER = LoggerFactory.getLogger(Pipeline.class);

	private final Catalog catalog;

	private final Regions regions;

	private final Catalogues catalogues;

	private final Lease lease;

	private final Heartbeat heartbeat;

	private final Runs runs;

	private final Halt halt;

	private final Recovery recovery;

	private final Reception reception;

	private final JobOperator operator;

	private final Job nightly;

	private final Job importing;

	private final Job withdrawing;

	private final Withdrawals withdrawals;

	private final FindingTurns turns;

	private final Previews previews;

	private final Clock clock;

	/** Of leases that are no longer needed and may still be held. */
	private final Set<Long> kept = ConcurrentHashMap.newKeySet();

	Pipeline(Catalog catalog, Regions regions, Catalogues catalogues, Lease lease, Heartbeat heartbeat, Halt halt,
			Runs runs, Recovery recovery, Reception reception, JobOperator operator, Job nightly, Job importing,
			Job withdrawing, Withdrawals withdrawals, FindingTurns turns, Previews previews, Clock clock) {
		this.catalog = catalog;
		this.regions = regions;
		this.catalogues = catalogues;
		this.lease = lease;
		this.heartbeat = heartbeat;
		this.halt = halt;
		this.runs = runs;
		this.recovery = recovery;
		this.reception = reception;
		this.operator = operator;
		this.nightly = nightly;
		this.importing = importing;
		this.withdrawing = withdrawing;
		this.withdrawals = withdrawals;
		this.turns = turns;
		this.previews = previews;
		this.clock = clock;
	}

	/**
	 * The whole night over an inbox.
	 * @return the number of the run
	 * @throws LeaseHeld when another run is going on
	 * @throws RunFailed when it stopped by a fault of our side; run it again
	 * @throws IOException when the inbox or the archive cannot be read at all
	 */
	public long nightly(Path inbox) throws IOException {
		return run(this.nightly, files(inbox));
	}

	/**
	 * Takes the lease, lets the caller say whether there is a night to run, and gives the
	 * lease back. So among several processes each sees what the one before has done.
	 * @throws LeaseHeld when another run is going on
	 * @throws RunFailed when the night stopped by a fault of our side; run it again
	 * @throws Halted when the process is to end
	 * @throws IOException when the inbox or the archive cannot be read at all
	 */
	public void take(Turn turn) throws IOException {
		leased((token) -> {
			turn.take(token, (inbox) -> run(this.nightly, files(inbox), token));
			return token;
		});
	}

	private List<PlannedFile> files(Path inbox) throws IOException {
		return new Inbox(inbox, this.regions, LocalDate.now(this.clock)).files();
	}

	/**
	 * Those files now.
	 * @return the number of the run
	 * @throws LeaseHeld when another run is going on
	 * @throws RunFailed when it stopped by a fault of our side; run it again
	 * @throws IOException when the archive cannot be read at all
	 */
	public long importFiles(List<PlannedFile> files) throws IOException {
		return run(this.importing, files);
	}

	/**
	 * Takes a submission back; what was in force before it is so again, and judged.
	 * @throws CannotWithdraw when it is in force nowhere; nothing is changed then
	 * @throws LeaseHeld when another run is going on
	 * @throws RunFailed when it stopped by a fault of our side; the next run judges what
	 * this one did not
	 * @throws IOException when the outbox cannot be written
	 */
	public Withdrawn withdraw(Withdrawal withdrawal) throws IOException {
		return leased((token) -> {
			List<Returned> slots = this.withdrawals.plan(withdrawal.submission());
			long mark = this.turns.mark();
			long run = begin(this.withdrawing);
			start(this.withdrawing, run, token, () -> this.withdrawals.withdraw(withdrawal, slots, token));
			return new Withdrawn(run, slots, this.turns.since(mark));
		});
	}

	/**
	 * What {@link #importFiles} would do with those files now. Nothing is changed.
	 * @throws LeaseHeld when another run is going on
	 * @throws IOException when the archive cannot be read at all
	 */
	public Preview preview(List<PlannedFile> files) throws IOException {
		return leased((token) -> {
			// It would wait for the row that the preview locks.
			this.heartbeat.stop();
			return this.previews.of(this.reception, files, token);
		});
	}

	private long run(Job job, List<PlannedFile> files) throws IOException {
		return leased((token) -> run(job, files, token));
	}

	private long run(Job job, List<PlannedFile> files, long token) throws IOException {
		long run = begin(job);
		start(job, run, token, () -> this.reception.receive(run, files));
		return run;
	}

	/** What a run will judge by is kept before it is there. */
	private long begin(Job job) throws IOException {
		this.catalogues.keep(this.catalog);
		return this.runs.begin(job.getName(), this.catalog.version(), this.clock.instant());
	}

	private <T> T leased(Work<T> work) throws IOException {
		this.halt.begin();
		try {
			return whileLeased(work);
		}
		finally {
			this.halt.end();
		}
	}

	private <T> T whileLeased(Work<T> work) throws IOException {
		giveBack();
		long token = this.lease.acquire(Holder.here());
		this.heartbeat.start(token);
		try {
			this.recovery.recover();
			return work.with(token);
		}
		finally {
			this.heartbeat.stop();
			this.kept.add(token);
			try {
				giveBack();
			}
			catch (DataAccessException unreachable) {
				LOGGER.warn("The lease could not be given back; that is done before the next run", unreachable);
			}
			// What is said of a run after it, as long as its turn lasts, is about it too.
			About.endOfRun();
		}
	}

	/** Else this process would wait for itself, and then count as one that died. */
	private void giveBack() {
		for (Long token : this.kept) {
			this.lease.release(token);
			this.kept.remove(token);
		}
	}

	private void start(Job job, long run, long token, Preparation preparation) throws IOException {
		JobParameters parameters = new JobParametersBuilder().addLong("run", run)
			.addLong("token", token, false)
			.toJobParameters();
		Outcome outcome = Outcome.FAILED;
		About.run(run);
		try {
			preparation.prepare();
			JobExecution execution = this.operator.start(job, parameters);
			if (execution.getStatus() == BatchStatus.STOPPED) {
				this.halt.check();
			}
			if (execution.getStatus() != BatchStatus.COMPLETED) {
				throw failure(run, token, execution.getAllFailureExceptions());
			}
			outcome = Outcome.DONE;
		}
		catch (Halted stopped) {
			outcome = Outcome.STOPPED;
			throw stopped;
		}
		catch (JobExecutionException impossible) {
			throw new IllegalStateException("run " + run + " is new and cannot exist already", impossible);
		}
		finally {
			this.runs.end(run, outcome, this.clock.instant());
			LOGGER.info("Run {} of {} has ended: {}", run, job.getName(), outcome);
		}
	}

	/** A run that lost its lease fails in many ways, and none of them matters then. */
	private RuntimeException failure(long run, long token, List<Throwable> faults) {
		try {
			this.lease.check(token);
		}
		catch (LeaseLost taken) {
			return taken;
		}
		catch (DataAccessException unreachable) {
			LOGGER.debug("Who holds the lease is not known", unreachable);
		}
		return new RunFailed(run, faults);
	}

	/** What a caller does while it holds the lease. */
	@FunctionalInterface
	public interface Turn {

		/**
		 * Does it.
		 * @param token the token of the lease
		 * @param night runs a night, if there is one to run
		 */
		void take(long token, Night night) throws IOException;

	}

	/** A night. */
	@FunctionalInterface
	public interface Night {

		/** Runs it over that inbox and gives the number of the run. */
		long run(Path inbox) throws IOException;

	}

	/** What is done while the lease is held. */
	private interface Work<T> {

		T with(long token) throws IOException;

	}

	/** What a run does before its job begins. */
	private interface Preparation {

		void prepare() throws IOException;

	}

}
