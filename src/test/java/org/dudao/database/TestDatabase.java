package org.dudao.database;

import java.util.UUID;

import com.zaxxer.hikari.HikariDataSource;

/**
 * A kind of database to run a test on. A test class runs on each of them with
 * {@code @ParameterizedClass @EnumSource(TestDatabase.class)} and a constructor or a
 * {@code @Parameter} field of this type; a test method with {@code @ParameterizedTest}.
 */
public enum TestDatabase {

	/** The embedded file, with the settings of a site that sets nothing up. */
	H2 {
		@Override
		public Connection fresh() {
			return new Connection("jdbc:h2:file:" + TemporaryDirectory.create("dudao-h2-").resolve("dudao") + H2_MODE,
					"sa", "");
		}
	},

	/** A MariaDB server on a free local port, reached through MySQL's driver. */
	MARIADB {
		@Override
		public Connection fresh() {
			return MariaDbServer.running().create("dudao_" + UUID.randomUUID().toString().replace("-", ""));
		}
	};

	/**
	 * What makes H2 speak the dialect of the tables: MySQL's column types and
	 * {@code AUTO_INCREMENT}, and names that are found in any case and reported in lower
	 * case, as MySQL reports them.
	 */
	private static final String H2_MODE = ";MODE=MySQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE;LOCK_TIMEOUT=30000";

	/** A new empty database, which is there until the JVM ends. */
	public abstract Connection fresh();

	/**
	 * How to reach a database. Another process may use it too; the embedded file, only
	 * while this process has no connection open.
	 *
	 * @param url the JDBC address
	 * @param user the user's name
	 * @param password the password, empty for none
	 */
	public record Connection(String url, String user, String password) {

		/** A small pool, to be closed by the caller. */
		public HikariDataSource pool() {
			HikariDataSource pool = new HikariDataSource();
			pool.setJdbcUrl(this.url);
			pool.setUsername(this.user);
			pool.setPassword(this.password);
			pool.setMaximumPoolSize(8);
			pool.setMinimumIdle(0);
			return pool;
		}

	}

}
