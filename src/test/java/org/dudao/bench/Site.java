package org.dudao.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.zaxxer.hikari.HikariDataSource;
import org.dudao.database.TestDatabase;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A new empty database with the tables of Dudao, and a home beside it. Its programs run
 * one after the other, for an embedded file admits one process at a time.
 */
final class Site {

	private final TestDatabase kind;

	private final TestDatabase.Connection connection;

	private final Path home;

	private final String heap;

	private Site(TestDatabase kind, Path home, String heap) {
		this.kind = kind;
		this.connection = kind.fresh();
		this.home = home;
		this.heap = heap;
	}

	static Site fresh(TestDatabase kind, Path home, String heap) throws IOException, InterruptedException {
		Site site = new Site(kind, home, heap);
		site.dudao("status");
		return site;
	}

	/** Runs a command of Dudao as it is installed. */
	Child.Run dudao(String... command) throws IOException, InterruptedException {
		List<String> line = new ArrayList<>(List.of("./dudao"));
		line.addAll(List.of(command));
		line.addAll(List.of("--home", this.home.toString(), "--jobs", "jobs", "--lang", "en"));
		return Child.run(this.home, line,
				Map.of("DUDAO_DB_URL", this.connection.url(), "DUDAO_DB_USER", this.connection.user(),
						"DUDAO_DB_PASSWORD", this.connection.password(), "DUDAO_JAVA_OPTS",
						"-Xmx" + this.heap + " " + Child.watched(this.home)));
	}

	/** Runs the plain job over a file. */
	Child.Run plainJob(Path file) throws IOException, InterruptedException {
		Path directory = this.home.resolve("plain");
		List<String> line = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-XX:+UseParallelGC", "-Xmx" + this.heap, Child.watched(directory), "-Dfile.encoding=UTF-8", "-cp",
				System.getProperty("java.class.path"), PlainJob.class.getName()));
		Map<String, String> settings = new LinkedHashMap<>();
		settings.put("file", file.toString());
		settings.put("spring.datasource.url", this.connection.url());
		settings.put("spring.datasource.username", this.connection.user());
		settings.put("spring.datasource.password", this.connection.password());
		settings.put("spring.flyway.enabled", "false");
		settings.put("spring.batch.job.enabled", "false");
		settings.put("spring.batch.jdbc.initialize-schema", "never");
		settings.put("logging.file.name", this.home.resolve("plain.log").toString());
		settings.forEach((name, value) -> line.add("--" + name + "=" + value));
		return Child.run(directory, line, Map.of());
	}

	/** The rows in the fact table; it is emptied. */
	long takeRows() {
		try (HikariDataSource pool = this.connection.pool()) {
			JdbcTemplate jdbc = new JdbcTemplate(pool);
			Long rows = jdbc.queryForObject("select count(*) from fact_class_size", Long.class);
			jdbc.execute("truncate table fact_class_size");
			return java.util.Objects.requireNonNull(rows);
		}
	}

	/**
	 * How long each step of the last job took, the time before the first one included.
	 */
	Map<String, Duration> steps() {
		try (HikariDataSource pool = this.connection.pool()) {
			Map<String, Duration> steps = new LinkedHashMap<>();
			new JdbcTemplate(pool).query("""
					select step_name, start_time, end_time from BATCH_STEP_EXECUTION
					where step_name in ('load', 'publish', 'judge', 'handOut') order by step_execution_id""", (row) -> {
				steps.put(row.getString(1),
						Duration.between(row.getTimestamp(2).toInstant(), row.getTimestamp(3).toInstant()));
			});
			return steps;
		}
	}

	/** The statements that the server was ever sent, 0 where there is no server. */
	long statements() {
		if (this.kind != TestDatabase.MARIADB) {
			return 0;
		}
		try (HikariDataSource pool = this.connection.pool()) {
			String questions = new JdbcTemplate(pool).queryForObject("show global status like 'Questions'",
					(row, number) -> row.getString(2));
			return Long.parseLong(String.valueOf(questions));
		}
	}

	/** Any of the databases, or those named. */
	static Stream<TestDatabase> kinds(List<String> named) {
		return Stream.of(TestDatabase.values())
			.filter((kind) -> named.isEmpty() || named.contains(kind.name().toLowerCase(java.util.Locale.ROOT)));
	}

}
