package org.dudao.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.zaxxer.hikari.HikariDataSource;
import org.dudao.database.TestDatabase;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The users of {@code deploy/mysql} for one database of the tests, made by those very
 * files, with its name in place of the one in them.
 */
record GrantedUsers(String database, TestDatabase.Connection runtime, TestDatabase.Connection owner) {

	private static final Path FILES = Path.of("deploy/mysql");

	/** Makes them, as the administrator whose connection it is. */
	static GrantedUsers of(TestDatabase.Connection administrator) {
		return make(administrator, "2-migration-user.sql", "3-runtime-user.sql");
	}

	/** Makes them so that the server refuses them in the clear. */
	static GrantedUsers overTlsOnly(TestDatabase.Connection administrator) {
		return make(administrator, "2-migration-user.sql", "3-runtime-user.sql", "4-tls-only.sql");
	}

	private static GrantedUsers make(TestDatabase.Connection administrator, String... files) {
		String database = administrator.url().replaceAll("^jdbc:mysql://[^/]+/|\\?.*$", "");
		String runtime = database.substring(0, 16);
		String owner = runtime + "_migration";
		String password = UUID.randomUUID().toString();
		try (HikariDataSource pool = administrator.pool()) {
			JdbcTemplate template = new JdbcTemplate(pool);
			for (String file : files) {
				statements(file, database, runtime).forEach(template::execute);
			}
			for (String user : new String[] { runtime, owner }) {
				template.execute("alter user '" + user + "'@'%' identified by '" + password + "' account unlock");
			}
		}
		return new GrantedUsers(database, new TestDatabase.Connection(administrator.url(), runtime, password),
				new TestDatabase.Connection(administrator.url(), owner, password));
	}

	private static List<String> statements(String file, String database, String runtime) {
		try {
			String text = Files.readString(FILES.resolve(file)).replaceAll("(?m)^--.*$", "");
			return Arrays
				.stream(text.replace(" dudao.*", " " + database + ".*").replace("'dudao", "'" + runtime).split(";"))
				.filter((statement) -> !statement.isBlank())
				.toList();
		}
		catch (IOException fault) {
			throw new UncheckedIOException(fault);
		}
	}

	/** What the program is told of the user for migrations. */
	Map<String, String> migration() {
		return Map.of("DUDAO_DB_MIGRATION_USER", this.owner.user(), "DUDAO_DB_MIGRATION_PASSWORD",
				this.owner.password());
	}

}
