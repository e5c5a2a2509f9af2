package org.dudao.upkeep;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.dudao.database.Tables.Column;
import org.dudao.database.Tables.Table;
import org.dudao.submission.Runs;
import org.dudao.upkeep.Contents.Filled;
import org.flywaydb.core.Flyway;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Makes the tables of a backup's schema in the memory, where nothing is changed by it,
 * and looks whether the rows of the backup would fit into them.
 */
final class Rehearsal {

	private static final String[] MIGRATIONS = { "classpath:db/migration/core", "classpath:db/migration/h2" };

	private final Path file;

	private final Contents contents;

	private Rehearsal(Path file, Contents contents) {
		this.file = file;
		this.contents = contents;
	}

	/**
	 * Looks at the tables of that backup.
	 * @throws Refused when this program does not know their schema, or they are not those
	 * of that schema and fact tables
	 */
	static void of(Path file, Contents contents) {
		DriverManagerDataSource memory = new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID()
				+ ";MODE=MySQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE");
		// It is there as long as somebody is connected.
		try (Connection open = memory.getConnection()) {
			if (!open.isClosed()) {
				new Rehearsal(file, contents).in(memory);
			}
		}
		catch (SQLException fault) {
			throw new DataAccessResourceFailureException("a database in the memory was expected", fault);
		}
	}

	private void in(DriverManagerDataSource memory) {
		Flyway flyway = Flyway.configure().dataSource(memory).locations(MIGRATIONS).load();
		String schema = this.contents.schema();
		if (Arrays.stream(flyway.info().all()).map((one) -> one.getVersion() + "").noneMatch(schema::equals)) {
			throw new Refused("restore.newer", schema, this.contents.program(), Runs.program());
		}
		Flyway.configure().configuration(flyway.getConfiguration()).target(schema).load().migrate();
		compare(new Kept(new JdbcTemplate(memory)).tables());
	}

	private void compare(List<Table> expected) {
		Map<String, Filled> found = new HashMap<>();
		this.contents.tables().forEach((table) -> found.put(table.name(), table));
		for (Table table : expected) {
			Filled filled = found.remove(Kept.name(table));
			if (filled == null || !kinds(filled.columns()).equals(kinds(table.columns()))) {
				throw unlike(Kept.name(table));
			}
		}
		for (Filled other : found.values()) {
			if (!FactColumns.fit(other)) {
				throw unlike(other.name());
			}
		}
	}

	private Refused unlike(String table) {
		return new Refused("restore.unlike-schema", this.file, table, this.contents.schema());
	}

	/** The databases differ in how long a text of theirs may be. */
	private static Map<String, Kind> kinds(List<Column> columns) {
		Map<String, Kind> kinds = new HashMap<>();
		columns.forEach((column) -> kinds.put(column.name(), Kind.of(column.type())));
		return kinds;
	}

}
