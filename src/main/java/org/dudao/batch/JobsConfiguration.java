package org.dudao.batch;

import java.util.List;
import java.util.stream.Collectors;

import org.dudao.intake.Row;
import org.dudao.submission.Plan;

import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobInterruptedException;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.StepInterruptionPolicy;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.TaskExecutor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.interceptor.DefaultTransactionAttribute;

/**
 * The jobs: {@code nightly} for an inbox and {@code import} for named files. Both are the
 * same steps over the frozen plan of a run: load the files side by side, publish, judge,
 * hand out. {@code withdraw} has only the last two of them.
 */
@Configuration(proxyBeanMethods = false)
class JobsConfiguration {

	@Bean
	Job nightly(JobRepository repository, Step load, Step publish, Step judge, Step handOut) {
		return job("nightly", repository, load, publish, judge, handOut);
	}

	@Bean(name = "import")
	Job importFiles(JobRepository repository, Step load, Step publish, Step judge, Step handOut) {
		return job("import", repository, load, publish, judge, handOut);
	}

	/** The file was taken back before the job begins. */
	@Bean
	Job withdraw(JobRepository repository, Step judge, Step handOut) {
		return new JobBuilder("withdraw", repository).start(judge).next(handOut).build();
	}

	/** Only reads the files of a plan, for a replay. */
	@Bean
	Job reread(JobRepository repository, Step load) {
		return new JobBuilder("reread", repository).start(load).build();
	}

	private static Job job(String name, JobRepository repository, Step load, Step publish, Step judge, Step handOut) {
		return new JobBuilder(name, repository).start(load).next(publish).next(judge).next(handOut).build();
	}

	/**
	 * A file that failed by our fault is entered as such and never stops the others, so
	 * the step as a whole does not fail with it.
	 */
	@Bean
	Step load(JobRepository repository, Step loadFile, Partitioner files, TaskExecutor fileExecutor) {
		return new StepBuilder("load", repository).partitioner("loadFile", files)
			.step(loadFile)
			.taskExecutor(fileExecutor)
			.aggregator((whole, parts) -> parts.forEach((part) -> {
				whole.setReadCount(whole.getReadCount() + part.getReadCount());
				whole.setWriteCount(whole.getWriteCount() + part.getWriteCount());
			}))
			.build();
	}

	/** One partition a file, keyed by its submission and never by its place in a list. */
	@Bean
	@StepScope
	Partitioner files(Plan plan, Progress progress, @Value("#{jobParameters['run']}") long run) {
		return (size) -> {
			var submissions = plan.toRead(run);
			progress.begin(submissions.size());
			return submissions.stream().collect(Collectors.toMap((id) -> "submission-" + id, (id) -> {
				ExecutionContext context = new ExecutionContext();
				context.putLong("submission", id);
				return context;
			}));
		};
	}

	@Bean
	Step loadFile(JobRepository repository, PlatformTransactionManager transactions, FileLoad fileLoad) {
		return new StepBuilder("loadFile", repository).<List<Row>, List<Row>>chunk(1)
			.transactionManager(transactions)
			.transactionAttribute(new DefaultTransactionAttribute())
			.interruptionPolicy(stopInsteadOfHalf())
			.reader(fileLoad)
			.writer(fileLoad)
			.build();
	}

	/**
	 * Batch alone would call a step complete whose thread was interrupted half way. The
	 * mark is taken off: what has to be written now is written to a file that the
	 * embedded database would close for everyone.
	 */
	private static StepInterruptionPolicy stopInsteadOfHalf() {
		return (step) -> {
			if (Thread.interrupted()) {
				step.setTerminateOnly();
			}
			if (step.isTerminateOnly()) {
				throw new JobInterruptedException("stopped by request");
			}
		};
	}

	@Bean
	@StepScope
	FileLoad fileLoad(Loading loading, @Value("#{stepExecutionContext['submission']}") long submission) {
		return new FileLoad(loading, submission);
	}

	@Bean
	Step publish(JobRepository repository, PlatformTransactionManager transactions, Halt halt, Publishing publishing) {
		return step("publish", repository, transactions, halt, (contribution, context) -> {
			publishing.publish(token(context.getStepContext().getJobParameters().get("token")));
			return RepeatStatus.FINISHED;
		});
	}

	@Bean
	Step judge(JobRepository repository, PlatformTransactionManager transactions, Halt halt, Judging judging) {
		return step("judge", repository, transactions, halt, (contribution, context) -> {
			judging.judge(token(context.getStepContext().getJobParameters().get("run")),
					token(context.getStepContext().getJobParameters().get("token")));
			return RepeatStatus.FINISHED;
		});
	}

	@Bean
	Step handOut(JobRepository repository, PlatformTransactionManager transactions, Halt halt, HandingOut handingOut) {
		return step("handOut", repository, transactions, halt, (contribution, context) -> {
			handingOut.handOut(token(context.getStepContext().getJobParameters().get("token")));
			return RepeatStatus.FINISHED;
		});
	}

	/**
	 * The tasklets keep transactions of their own, one a file: around them there must be
	 * none. Each fault ends the step: of one that does not roll back, as a checked one by
	 * default, Batch thinks that the tasklet wants to be called again, for ever.
	 */
	private static Step step(String name, JobRepository repository, PlatformTransactionManager transactions, Halt halt,
			Tasklet tasklet) {
		DefaultTransactionAttribute none = new DefaultTransactionAttribute(
				DefaultTransactionDefinition.PROPAGATION_NOT_SUPPORTED) {

			private static final long serialVersionUID = 1L;

			@Override
			public boolean rollbackOn(Throwable fault) {
				return true;
			}

		};
		return new StepBuilder(name, repository).tasklet(tasklet, transactions)
			.transactionAttribute(none)
			.listener(stopIfAsked(halt))
			.build();
	}

	/** The step then ends before its work begins, and the job with it. */
	private static StepExecutionListener stopIfAsked(Halt halt) {
		return new StepExecutionListener() {

			@Override
			public void beforeStep(StepExecution step) {
				if (halt.isAsked()) {
					step.setTerminateOnly();
				}
			}

		};
	}

	private static long token(Object parameter) {
		return (Long) parameter;
	}

	@Bean
	ThreadPoolTaskExecutor fileExecutor(Settings settings) {
		ThreadPoolTaskExecutor executor = new ThreadPoolTaskExecutor();
		executor.setCorePoolSize(settings.workers());
		executor.setThreadNamePrefix("file-");
		executor.setTaskDecorator(About::same);
		// What is queued still has to find out that it is not to begin.
		executor.setAcceptTasksAfterContextClose(true);
		return executor;
	}

}
