package org.dudao.bench;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.sql.DataSource;

import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.database.JdbcBatchItemWriter;
import org.springframework.batch.infrastructure.item.database.builder.JdbcBatchItemWriterBuilder;
import org.springframework.batch.infrastructure.item.file.FlatFileItemReader;
import org.springframework.batch.infrastructure.item.file.builder.FlatFileItemReaderBuilder;
import org.springframework.batch.infrastructure.item.file.transform.FieldSet;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.batch.autoconfigure.observation.BatchObservationAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.core.io.FileSystemResource;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * What anyone would write with Spring Batch to get the same rows into the same table, and
 * no more: no check, no archive, no trace of where a row comes from but its line. The
 * mapping is by hand on both sides, since the one by bean properties is slower, and Batch
 * does not observe each item, as it would with Dudao's dependencies.
 */
@EnableAutoConfiguration(exclude = BatchObservationAutoConfiguration.class)
class PlainJob {

	private static final int ROWS_A_CHUNK = 1_000;

	private static final int MEASURES = 12;

	private static final String[] COLUMNS = Stream.concat(Stream.of("region", "period", "school", "stage", "grade"),
			Stream.of("classes", "classes_25_and_under", "classes_26_30", "classes_31_35", "classes_36_40",
					"classes_41_45", "classes_46_50", "classes_51_55", "classes_56_60", "classes_61_65",
					"classes_66_and_over", "students"))
		.toArray(String[]::new);

	private static final String INSERT = "insert into fact_class_size (submission_id, line, item, "
			+ String.join(", ", COLUMNS) + ") values (0, ?, 0, "
			+ Stream.generate(() -> "?").limit(COLUMNS.length).collect(Collectors.joining(", ")) + ")";

	private static final Map<String, String> STAGES = Map.of("小学", "primary", "初中", "junior", "高中", "senior");

	/** A row of the file. */
	record ClassRow(int line, String region, int period, String school, String stage, String grade, long[] figures) {
	}

	/** Runs the job over the file named and ends with 0 when it was loaded. */
	public static void main(String[] args) throws org.springframework.batch.core.job.JobExecutionException {
		try (var context = new SpringApplicationBuilder(PlainJob.class).run(args)) {
			var execution = context.getBean(JobOperator.class)
				.start(context.getBean(Job.class),
						new JobParametersBuilder().addLong("time", System.nanoTime()).toJobParameters());
			System.exit((execution.getStatus() == BatchStatus.COMPLETED) ? 0 : 1);
		}
	}

	@Bean
	Job plain(JobRepository repository, Step rows) {
		return new JobBuilder("plain", repository).start(rows).build();
	}

	@Bean
	Step rows(JobRepository repository, PlatformTransactionManager transactions, FlatFileItemReader<ClassRow> reader,
			JdbcBatchItemWriter<ClassRow> writer) {
		return new StepBuilder("rows", repository).<ClassRow, ClassRow>chunk(ROWS_A_CHUNK)
			.transactionManager(transactions)
			.reader(reader)
			.writer(writer)
			.build();
	}

	@Bean
	FlatFileItemReader<ClassRow> reader(@Value("${file}") FileSystemResource file) {
		int[] line = { 1 };
		return new FlatFileItemReaderBuilder<ClassRow>().name("rows")
			.resource(file)
			.encoding("UTF-8")
			.linesToSkip(1)
			.delimited()
			.names(COLUMNS)
			.fieldSetMapper((cells) -> map(++line[0], cells))
			.build();
	}

	private static ClassRow map(int line, FieldSet cells) {
		long[] figures = new long[MEASURES];
		for (int i = 0; i < MEASURES; i++) {
			figures[i] = cells.readLong(i + 5);
		}
		return new ClassRow(line, cells.readString(0), Integer.parseInt(cells.readString(1).substring(0, 4)),
				cells.readString(2), STAGES.get(cells.readString(3)), cells.readString(4), figures);
	}

	@Bean
	JdbcBatchItemWriter<ClassRow> writer(DataSource database) {
		return new JdbcBatchItemWriterBuilder<ClassRow>().dataSource(database)
			.sql(INSERT)
			.itemPreparedStatementSetter(PlainJob::set)
			.assertUpdates(false)
			.build();
	}

	private static void set(ClassRow row, PreparedStatement statement) throws SQLException {
		statement.setInt(1, row.line());
		statement.setString(2, row.region());
		statement.setInt(3, row.period());
		statement.setString(4, row.school());
		statement.setString(5, row.stage());
		statement.setString(6, row.grade());
		for (int i = 0; i < MEASURES; i++) {
			statement.setLong(7 + i, row.figures()[i]);
		}
	}

}
