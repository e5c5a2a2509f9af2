package org.dudao.batch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import org.dudao.database.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.infrastructure.item.ExecutionContext;

import static org.assertj.core.api.Assertions.assertThat;

/** Many who start at the same moment on one server do not stop each other. */
class StartTogetherTests {

	private static final int THREADS = 8;

	private static final int LAUNCHES = 10;

	private static final int NEEDS_OFFICER = 2;

	private static final int FAILED = 3;

	/**
	 * On MySQL and MariaDB the second of the levels, which is Batch's own, locks the gap
	 * that each of them writes into, so that the server ends one of every two.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "read_committed", "serializable" })
	void launchesAreEnteredWhateverTheLevel(String level) throws InterruptedException, ExecutionException {
		try (House house = House.own(TestDatabase.MARIADB.fresh(),
				"--spring.batch.jdbc.isolation-level-for-create=" + level)) {
			JobRepository repository = house.part(JobRepository.class);
			CyclicBarrier start = new CyclicBarrier(THREADS);
			ExecutorService threads = Executors.newFixedThreadPool(THREADS);
			List<Callable<Void>> all = new ArrayList<>();
			for (long thread = 0; thread < THREADS; thread++) {
				long first = thread * LAUNCHES;
				all.add(() -> {
					start.await();
					for (long run = first; run < first + LAUNCHES; run++) {
						launch(repository, run);
					}
					return null;
				});
			}
			for (Future<Void> one : threads.invokeAll(all)) {
				one.get();
			}
			threads.shutdown();
			assertThat(house.count("BATCH_JOB_EXECUTION")).isEqualTo(THREADS * LAUNCHES);
			assertThat(house.count("BATCH_STEP_EXECUTION")).isEqualTo(THREADS * LAUNCHES);
		}
	}

	private static void launch(JobRepository repository, long run) {
		JobParameters parameters = new JobParametersBuilder().addLong("run", run).toJobParameters();
		JobExecution execution = repository.createJobExecution(repository.createJobInstance("nightly", parameters),
				parameters, new ExecutionContext());
		repository.createStepExecution("load", execution);
		repository.update(execution);
	}

	/** The tables are not there yet, either. */
	@Test
	void nightsAndImportsOnAnEmptyDatabase() {
		TestDatabase.Connection database = TestDatabase.MARIADB.fresh();
		try (House undisturbed = House.own(TestDatabase.H2.fresh())) {
			Sheets.county().forEach(undisturbed::put);
			undisturbed.night();
			Path inbox = undisturbed.inbox();
			Path home = House.newHome();
			String file = inbox.resolve("420602/funding-2024.csv").toString();
			List<Program> programs = Stream
				.of(List.of("nightly", "--inbox", inbox.toString()), List.of("import", file, "--sender", "420602"),
						List.of("nightly", "--inbox", inbox.toString()))
				.map((command) -> Program.start(home, database, command.toArray(String[]::new)))
				.toList();
			assertThat(programs).allSatisfy((program) -> {
				int code = program.exitCode();
				assertThat(code).as(program.output()).isIn(0, NEEDS_OFFICER, FAILED);
				assertThat(program.output().contains("Another run is going on")).as(program.output())
					.isEqualTo(code == FAILED);
			});
			assertThat(programs).as("somebody ran").anyMatch((program) -> program.exitCode() != FAILED);
			Program night = Program.start(home, database, "nightly", "--inbox", inbox.toString());
			assertThat(night.exitCode()).as(night.output()).isEqualTo(NEEDS_OFFICER);
			Program digest = Program.start(home, database, "digest");
			assertThat(digest.exitCode()).as(digest.output()).isZero();
			assertThat(digest.output()).contains(undisturbed.digest());
		}
	}

}
