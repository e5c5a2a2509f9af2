package org.dudao.batch;

import java.time.Clock;
import java.util.List;

import org.dudao.message.Message;
import org.dudao.submission.Runs;
import org.dudao.submission.Runs.Outcome;
import org.dudao.submission.SubmissionState;
import org.dudao.submission.Submissions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;

/**
 * Clears up after a run whose process died. Only the holder of the lease may call it:
 * then every run that has not ended is dead. Its files are taken up again by themselves,
 * since each load begins by removing what an earlier attempt left.
 */
final class Recovery {

	private static final Logger LOGGER = LoggerFactory.getLogger(Recovery.class);

	private final Runs runs;

	private final Submissions submissions;

	private final JobRepository repository;

	private final JobOperator operator;

	private final Clock clock;

	Recovery(Runs runs, Submissions submissions, JobRepository repository, JobOperator operator, Clock clock) {
		this.runs = runs;
		this.submissions = submissions;
		this.repository = repository;
		this.operator = operator;
		this.clock = clock;
	}

	void recover() {
		List<Long> dead = this.runs.unended();
		if (dead.isEmpty()) {
			return;
		}
		for (String job : List.of("nightly", "import", "withdraw")) {
			this.repository.findRunningJobExecutions(job).forEach(this::close);
		}
		this.submissions.in(List.of(SubmissionState.RECEIVED, SubmissionState.LOADING))
			.forEach((submission) -> this.submissions.decide(submission.id(), SubmissionState.FAILED,
					List.of(Message.of("failed.died")), this.clock.instant()));
		dead.forEach((run) -> {
			LOGGER.warn("Run {} died before its end; its files are taken up again", run);
			this.runs.end(run, Outcome.ABANDONED, this.clock.instant());
		});
	}

	private void close(JobExecution execution) {
		this.operator.recover(execution);
		execution.setExitStatus(ExitStatus.FAILED.addExitDescription("its process died"));
		this.repository.update(execution);
	}

}
