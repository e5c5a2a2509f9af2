package org.dudao.batch;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

import org.dudao.catalog.Catalog;
import org.dudao.region.Regions;
import org.dudao.submission.Archive;
import org.dudao.submission.Holder;
import org.dudao.submission.Lease;
import org.jspecify.annotations.Nullable;

import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A second warehouse in a folder of its own, with the archive of the first: the whole
 * program, once more, by whichever catalogue it is to work and at whichever moment.
 */
final class Scratch implements AutoCloseable {

	private static final String MODE = ";MODE=MySQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE"
			+ ";LOCK_TIMEOUT=30000";

	private final Class<?> application;

	private final Path home;

	private final Path log;

	private final Archive archive;

	private final Standing clock;

	private @Nullable Catalog catalog;

	private @Nullable ConfigurableApplicationContext context;

	private long token;

	Scratch(Class<?> application, Path home, Path log, Archive archive, ZoneId zone) {
		this.application = application;
		this.home = home;
		this.log = log;
		this.archive = archive;
		this.clock = new Standing(zone);
	}

	/** From now on it works by that catalogue. */
	void by(Catalog wanted) {
		if (this.catalog != null && this.catalog.version().equals(wanted.version())) {
			return;
		}
		close();
		Regions regions = Regions.read(wanted.regions());
		ConfigurableApplicationContext started = new SpringApplicationBuilder(this.application)
			.initializers((empty) -> {
				empty.getBeanFactory().registerSingleton("catalog", wanted);
				empty.getBeanFactory().registerSingleton("regions", regions);
				empty.getBeanFactory().registerSingleton("clock", this.clock);
				empty.getBeanFactory().registerSingleton("archive", this.archive);
			})
			.run("--dudao.home=" + this.home, "--logging.file.name=" + this.log,
					"--spring.datasource.url=jdbc:h2:file:" + this.home.resolve("scratch") + MODE,
					"--spring.datasource.username=dudao", "--spring.datasource.password=");
		this.context = started;
		this.catalog = wanted;
		this.token = started.getBean(Lease.class).acquire(Holder.here());
		started.getBean(Heartbeat.class).start(this.token);
	}

	/** From now on it is that moment. */
	void at(Instant moment) {
		this.clock.now = moment;
	}

	/** The part of that type. */
	<T> T part(Class<T> type) {
		return started().getBean(type);
	}

	private ConfigurableApplicationContext started() {
		if (this.context == null) {
			throw new IllegalStateException("nobody said by which catalogue");
		}
		return this.context;
	}

	/** Reads the files that the plan of that run names. */
	void read(long run) {
		ConfigurableApplicationContext started = started();
		try {
			JobExecution execution = started.getBean(JobOperator.class)
				.start(started.getBean("reread", Job.class),
						new JobParametersBuilder().addLong("run", run)
							.addLong("token", this.token, false)
							.toJobParameters());
			if (execution.getStatus() != BatchStatus.COMPLETED) {
				throw new RunFailed(run, execution.getAllFailureExceptions());
			}
		}
		catch (JobExecutionException fault) {
			throw new RunFailed(run, List.of(fault));
		}
	}

	/** Judges what was published and not yet judged. */
	void judge(long run) {
		part(Judging.class).judge(run, this.token);
	}

	@Override
	public void close() {
		if (this.context != null) {
			this.context.getBean(Heartbeat.class).stop();
			this.context.getBean(Lease.class).release(this.token);
			this.context.close();
			this.context = null;
		}
	}

	/** A clock that stands where it was put. */
	private static final class Standing extends Clock {

		private final ZoneId zone;

		private volatile Instant now = Instant.EPOCH;

		Standing(ZoneId zone) {
			this.zone = zone;
		}

		@Override
		public ZoneId getZone() {
			return this.zone;
		}

		@Override
		public Clock withZone(ZoneId other) {
			Standing same = new Standing(other);
			same.now = this.now;
			return same;
		}

		@Override
		public Instant instant() {
			return this.now;
		}

	}

}
