package org.dudao.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;

import org.dudao.DudaoApplication;
import org.dudao.catalog.Catalog;
import org.dudao.catalog.CatalogReader;
import org.dudao.database.TestDatabase;
import org.dudao.message.Message;
import org.dudao.region.Regions;
import org.dudao.report.Digest;
import org.dudao.report.RunSummary;
import org.dudao.submission.Plan;
import org.dudao.submission.Submission;
import org.dudao.submission.Submission.Hints;
import org.dudao.submission.SubmissionState;
import org.dudao.submission.Submissions;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.util.FileSystemUtils;

/**
 * The program as it really runs, with a database, a home and an inbox of its own. Each
 * night in it is a day after the one before.
 */
final class House implements AutoCloseable {

	private static final ConcurrentMap<TestDatabase, House> SHARED = new ConcurrentHashMap<>();

	private static final Catalog CATALOG = CatalogReader.read(Path.of("jobs"));

	private static final Regions REGIONS = Regions.read(CATALOG.regions());

	private final TestDatabase.Connection connection;

	private final Path home;

	private final Path inbox;

	private final SettableClock clock = new SettableClock();

	private final ConfigurableApplicationContext context;

	private House(TestDatabase.Connection connection, Path home, Catalog catalog, String... settings) {
		this.connection = connection;
		this.home = home;
		this.inbox = home.resolve("inbox");
		List<String> arguments = new ArrayList<>(Arrays.asList(settings));
		arguments.addAll(List.of("--dudao.home=" + home, "--dudao.language=zh", "--dudao.metrics.fresh=0s",
				"--dudao.metrics.patience=2m", "--spring.datasource.url=" + connection.url(),
				"--spring.datasource.username=" + connection.user(),
				"--spring.datasource.password=" + connection.password()));
		this.context = new SpringApplicationBuilder(DudaoApplication.class).initializers((empty) -> {
			empty.getBeanFactory().registerSingleton("catalog", catalog);
			empty.getBeanFactory().registerSingleton("regions", REGIONS);
			empty.getBeanFactory().registerSingleton("clock", this.clock);
		}).run(arguments.toArray(String[]::new));
		makeInbox();
	}

	/** One that is shared by all tests of this JVM, as the last left it. */
	static House shared(TestDatabase database) {
		return SHARED.computeIfAbsent(database, (kind) -> own(kind.fresh()));
	}

	/** One that is shared by all tests of this JVM, emptied. */
	static House on(TestDatabase database) {
		House house = shared(database);
		house.empty();
		return house;
	}

	/** One of the caller's own, to be closed. */
	static House own(TestDatabase.Connection connection, String... settings) {
		return new House(connection, newHome(), CATALOG, settings);
	}

	/** One over what is there already, to be closed. */
	static House at(TestDatabase.Connection connection, Path home) {
		return new House(connection, home, CATALOG);
	}

	/** The same house with another catalogue, beside this one; to be closed. */
	House with(Path jobs) {
		return new House(this.connection, this.home, CatalogReader.read(jobs));
	}

	static Path newHome() {
		try {
			Path home = Files.createTempDirectory("dudao-home-");
			Runtime.getRuntime().addShutdownHook(new Thread(() -> FileSystemUtils.deleteRecursively(home.toFile())));
			return home;
		}
		catch (IOException fault) {
			throw new UncheckedIOException(fault);
		}
	}

	private void makeInbox() {
		try {
			Files.createDirectories(this.inbox);
		}
		catch (IOException fault) {
			throw new UncheckedIOException(fault);
		}
	}

	/** Empties its database, archive, inbox and outbox. */
	void empty() {
		new JdbcTemplate(part(javax.sql.DataSource.class)).execute((ConnectionCallback<Void>) (session) -> {
			boolean h2 = session.getMetaData().getDatabaseProductName().equals("H2");
			try (var statement = session.createStatement()) {
				statement.execute(h2 ? "set referential_integrity false" : "set foreign_key_checks = 0");
				for (String table : tables(session)) {
					statement.execute("delete from " + table);
				}
				statement.execute("update lease set holder = null, takeovers = 0, expires_at = current_timestamp(6)");
				statement.execute(h2 ? "set referential_integrity true" : "set foreign_key_checks = 1");
			}
			return null;
		});
		for (String kept : List.of("inbox", "archive", "outbox")) {
			FileSystemUtils.deleteRecursively(this.home.resolve(kept).toFile());
		}
		makeInbox();
		workers(2);
		this.clock.set(SettableClock.START);
	}

	private static List<String> tables(java.sql.Connection session) throws java.sql.SQLException {
		List<String> tables = new ArrayList<>();
		try (var statement = session.createStatement();
				var found = statement.executeQuery("select table_name from information_schema.tables"
						+ " where table_schema = (select schema()) and table_type like 'BASE%'")) {
			while (found.next()) {
				tables.add(found.getString(1));
			}
		}
		tables.removeIf((name) -> name.toLowerCase(Locale.ROOT).matches(".*_seq|lease|flyway.*"));
		return tables;
	}

	/** The part of that type. */
	<T> T part(Class<T> type) {
		return this.context.getBean(type);
	}

	/** How to reach its database. */
	TestDatabase.Connection connection() {
		return this.connection;
	}

	Path home() {
		return this.home;
	}

	Path inbox() {
		return this.inbox;
	}

	SettableClock clock() {
		return this.clock;
	}

	/** From now on so many files are read side by side. */
	void workers(int number) {
		part(ThreadPoolTaskExecutor.class).setCorePoolSize(number);
	}

	/** Puts a file into the inbox, in UTF-8. */
	House put(String path, String text) {
		return put(path, text.getBytes(StandardCharsets.UTF_8));
	}

	/** Puts a file into the inbox. */
	House put(String path, byte[] bytes) {
		try {
			Path file = this.inbox.resolve(path);
			Files.createDirectories(file.getParent());
			Files.write(file, bytes);
			return this;
		}
		catch (IOException fault) {
			throw new UncheckedIOException(fault);
		}
	}

	/** Takes all files out of the inbox. */
	House clearInbox() {
		FileSystemUtils.deleteRecursively(this.inbox.toFile());
		makeInbox();
		return this;
	}

	/** A night, a day later. */
	RunSummary night() {
		this.clock.advance(Duration.ofDays(1));
		try {
			return summary(part(Pipeline.class).nightly(this.inbox));
		}
		catch (IOException fault) {
			throw new UncheckedIOException(fault);
		}
	}

	/** Takes in the file of that name, wherever it is in the inbox, by hand. */
	RunSummary take(String fileName, @Nullable String sender, Hints hints) {
		String path = files("inbox").stream().filter((file) -> file.endsWith(fileName)).findFirst().orElseThrow();
		return take(new PlannedFile(this.inbox.resolve(path), sender, hints, null));
	}

	/** Takes in files by hand, an hour later. */
	RunSummary take(PlannedFile... files) {
		this.clock.advance(Duration.ofHours(1));
		try {
			return summary(part(Pipeline.class).importFiles(List.of(files)));
		}
		catch (IOException fault) {
			throw new UncheckedIOException(fault);
		}
	}

	private RunSummary summary(long run) {
		return part(RunSummary.Maker.class).of(run);
	}

	/** The submission that came last under that name. */
	Submission submission(String fileName) {
		long id = jdbc().sql("select max(id) from submission where file_name = ?")
			.param(fileName)
			.query(Long.class)
			.single();
		return part(Submissions.class).find(id).orElseThrow();
	}

	/** The submission that came last from that sender under that name. */
	Submission submission(String sender, String fileName) {
		long id = jdbc().sql("select max(id) from submission where sender = ? and file_name = ?")
			.params(sender, fileName)
			.query(Long.class)
			.single();
		return part(Submissions.class).find(id).orElseThrow();
	}

	SubmissionState state(String fileName) {
		return submission(fileName).state();
	}

	/** The codes of the reasons why a file is where it is. */
	List<String> reasons(String fileName) {
		return submission(fileName).reasons().stream().map(Message::code).toList();
	}

	/** What the run said of the files it did not read: name and code. */
	List<String> unread(RunSummary summary) {
		return part(Plan.class).entries(summary.run())
			.stream()
			.filter((entry) -> entry.why() != null && entry.outcome() != Plan.Outcome.AGAIN)
			.map((entry) -> Path.of(entry.path()).getFileName() + " " + entry.why().code())
			.toList();
	}

	/** What is in force: slot and file name. */
	List<String> inForce() {
		return jdbc().sql("""
				select concat(s.feed, '/', s.part, ' ', s.region, ' ', s.period, ' ', u.file_name)
				from slot s join submission u on u.id = s.submission_id""").query(String.class).list();
	}

	/** The findings that are open: rule, region and period. */
	List<String> openFindings() {
		return jdbc().sql("select concat(rule, ' ', region, ' ', period) from finding where state = 'OPEN'")
			.query(String.class)
			.list();
	}

	/** The digest of all that is in force. */
	String digest() {
		return part(Digest.class).of().digest();
	}

	/** A number that the database answers. */
	int count(String sql, Object... arguments) {
		return jdbc().sql("select count(*) from " + sql).params(arguments).query(Integer.class).single();
	}

	JdbcClient jdbc() {
		return part(JdbcClient.class);
	}

	/** The names of all files below a folder of the home. */
	List<String> files(String folder) {
		Path root = this.home.resolve(folder);
		if (!Files.exists(root)) {
			return List.of();
		}
		try (Stream<Path> files = Files.walk(root)) {
			return files.filter(Files::isRegularFile).map((file) -> root.relativize(file).toString()).sorted().toList();
		}
		catch (IOException fault) {
			throw new UncheckedIOException(fault);
		}
	}

	@Override
	public void close() {
		this.context.close();
	}

}
