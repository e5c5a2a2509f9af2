package org.dudao.doctor;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.zaxxer.hikari.HikariDataSource;
import org.dudao.batch.BadSetting;
import org.dudao.batch.ServerSettings;
import org.dudao.batch.Settings;
import org.dudao.catalog.Catalog;
import org.dudao.catalog.CatalogInvalid;
import org.dudao.catalog.NightlyPlan;
import org.dudao.database.Bulk;
import org.dudao.database.Migrations;
import org.dudao.doctor.Check.Level;
import org.dudao.message.Message;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks at the settings that the program would start with, and does not start it. */
public final class Doctor implements AutoCloseable {

	/** A server that is slower than that is as good as down. */
	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private static final Pattern EMBEDDED = Pattern.compile("jdbc:h2:file:([^;]+).*");

	private final ConfigurableApplicationContext context;

	private Doctor(ConfigurableApplicationContext context) {
		this.context = context;
	}

	/**
	 * Looks at everything, with the settings of this process and that home.
	 * @param catalog reads the catalogue; what is wrong with it is one of the findings
	 * @param inbox the inbox of the schedules that name none, null when nobody says which
	 * @return all checks, in the order of their subjects
	 */
	public static List<Check> examine(Path home, Supplier<Catalog> catalog, @Nullable Path inbox) {
		List<Check> checks = new ArrayList<>();
		try (Doctor doctor = open(home)) {
			Settings settings = doctor.context.getBean(Settings.class);
			checks.addAll(new Machine(settings).checks());
			Catalog read = read(catalog, inbox, checks);
			doctor.database(settings, read, checks);
		}
		catch (RuntimeException fault) {
			if (!(NestedExceptionUtils.getMostSpecificCause(fault) instanceof BadSetting bad)) {
				throw fault;
			}
			checks.add(new Check(Subject.CONNECTION, Level.FAULT, bad.reason(), Subject.CONNECTION.wanted(), null));
		}
		checks.sort(Comparator.comparing(Check::subject));
		return checks;
	}

	/** No log is written: the folder for it may be what is wrong. */
	private static Doctor open(Path home) {
		return new Doctor(new SpringApplicationBuilder(Parts.class).web(WebApplicationType.NONE)
			.lazyInitialization(true)
			.run("--dudao.home=" + home, "--logging.file.name="));
	}

	private static @Nullable Catalog read(Supplier<Catalog> catalog, @Nullable Path inbox, List<Check> checks) {
		try {
			Catalog read = catalog.get();
			checks.addAll(Inboxes.checks(NightlyPlan.read(read), inbox));
			checks.add(Check.well(Subject.CATALOGUE,
					Message.of("doctor.catalogue.found", read.feeds().size(), read.rules().size())));
			return read;
		}
		catch (CatalogInvalid invalid) {
			checks.add(Check.bad(Level.FAULT, Subject.CATALOGUE,
					Message.of("doctor.catalogue.mistakes", invalid.mistakes().size())));
			return null;
		}
	}

	private void database(Settings settings, @Nullable Catalog catalog, List<Check> checks) {
		HikariDataSource pool = this.context.getBean(HikariDataSource.class);
		if (isNew(pool.getJdbcUrl())) {
			checks.add(Check.well(Subject.CONNECTION, Message.of("doctor.connection.new")));
			return;
		}
		ServerSettings.tell(pool, settings);
		pool.setMinimumIdle(0);
		pool.setConnectionTimeout(PATIENCE.toMillis());
		try (Connection connection = pool.getConnection()) {
			checks.add(Check.well(Subject.CONNECTION, connection.getMetaData().getUserName()));
			Migrations migrations = new Migrations(this.context.getBean(Flyway.class));
			boolean isServer = pool.getJdbcUrl().startsWith("jdbc:mysql:");
			Grants owner = isServer ? Tables.owner(migrations) : null;
			Tables tables = new Tables(JdbcClient.create(pool), migrations, owner);
			checks.add(tables.schema());
			if (catalog != null) {
				checks.add(tables.facts(catalog.feeds()));
			}
			if (isServer) {
				server(connection, pool, settings, checks);
				checks.add(tables.kinds());
				if (migrations.owner() != pool) {
					checks.add(Tables.owner(owner));
				}
			}
			else {
				checks.add(Check.well(Subject.SERVER,
						Message.of("doctor.server.embedded", connection.getMetaData().getDatabaseProductVersion())));
			}
		}
		catch (SQLException fault) {
			String said = Objects.toString(NestedExceptionUtils.getMostSpecificCause(fault).getMessage(), "?");
			checks.add(Check.bad(Level.FAULT, Subject.CONNECTION, said.lines().findFirst().orElse("?")));
		}
	}

	/** To connect to an embedded database that is not there makes it. */
	private static boolean isNew(String url) {
		Matcher file = EMBEDDED.matcher(url);
		return file.matches() && !Files.exists(Path.of(file.group(1) + ".mv.db"));
	}

	private static void server(Connection connection, HikariDataSource pool, Settings settings, List<Check> checks)
			throws SQLException {
		Server server = Server.ask(connection);
		checks.add(Encryption.of(pool.getJdbcUrl(), server.cipher()));
		checks.add(Encryption.address(pool.getJdbcUrl()));
		checks.addAll(new ServerChecks(server, settings.pool(), Duration.ofMillis(pool.getMaxLifetime()))
			.checks(loadsFiles(connection, pool)));
	}

	/** Tries it with no row at all; null when there is no table to try it with. */
	private static @Nullable Boolean loadsFiles(Connection connection, HikariDataSource pool) throws SQLException {
		try (var table = connection.getMetaData().getTables(connection.getCatalog(), null, "rejected_row", null)) {
			return table.next() ? new Bulk(new JdbcTemplate(pool)).loadsFiles("rejected_row") : null;
		}
	}

	@Override
	public void close() {
		this.context.close();
	}

	/** What is needed to reach the database as the program would, and nothing else. */
	@ImportAutoConfiguration({ DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class })
	@EnableConfigurationProperties(Settings.class)
	static class Parts {

		@Bean
		FlywayMigrationStrategy lookOnly() {
			return (flyway) -> {
			};
		}

	}

}
