package org.dudao.database;

import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

import com.zaxxer.hikari.HikariDataSource;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.BatchPreparedStatementSetter;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Inserts many rows in the caller's transaction: by a file that MySQL or MariaDB loads,
 * where driver and server allow it, and by a batch of inserts everywhere else.
 */
public final class Bulk {

	/** Fewer rows are not worth a file. */
	private static final int ROWS_FOR_A_FILE = 200;

	private static final int ROWS_AT_A_TIME = 5_000;

	private final JdbcTemplate jdbc;

	/** Null until it was tried. */
	private volatile @Nullable Boolean loads;

	/** Inserts into that database. */
	public Bulk(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Inserts rows, all of them or none.
	 * @param rows each with a value a column: a text, a number, null, or a local time of
	 * no more than microseconds
	 * @throws DataIntegrityViolationException when the database refuses one of them; it
	 * does not quote the row
	 */
	public void insert(String table, List<String> columns, List<@Nullable Object[]> rows) {
		for (int from = 0; from < rows.size(); from += ROWS_AT_A_TIME) {
			List<@Nullable Object[]> some = rows.subList(from, Math.min(from + ROWS_AT_A_TIME, rows.size()));
			Path directory = (some.size() >= ROWS_FOR_A_FILE) ? directory(table) : null;
			try {
				if (directory != null) {
					LoadedFile.load(this.jdbc, directory, table, columns, some);
				}
				else {
					batch(table, columns, some);
				}
			}
			catch (DataIntegrityViolationException fault) {
				throw RowRefused.of(table, fault);
			}
		}
	}

	/**
	 * Whether rows come in by a file, which is tried with no row at all.
	 * @param table one that is there
	 */
	public boolean loadsFiles(String table) {
		return directory(table) != null;
	}

	/** Where files are loaded from, null when they are not. */
	private @Nullable Path directory(String table) {
		if (!(this.jdbc.getDataSource() instanceof HikariDataSource pool)) {
			return null;
		}
		String allowed = pool.getDataSourceProperties().getProperty(LoadedFile.DIRECTORY);
		if (allowed == null) {
			return null;
		}
		Path directory = Path.of(allowed);
		Boolean known = this.loads;
		if (known == null) {
			known = LoadedFile.isPossible(this.jdbc, directory, table);
			this.loads = known;
		}
		return known ? directory : null;
	}

	private void batch(String table, List<String> columns, List<@Nullable Object[]> rows) {
		String insert = "insert into " + table + " (" + String.join(", ", columns) + ") values ("
				+ "?, ".repeat(columns.size() - 1) + "?)";
		this.jdbc.batchUpdate(insert, new BatchPreparedStatementSetter() {

			@Override
			public void setValues(PreparedStatement statement, int i) throws SQLException {
				@Nullable Object[] row = rows.get(i);
				for (int column = 0; column < row.length; column++) {
					statement.setObject(column + 1, row[column]);
				}
			}

			@Override
			public int getBatchSize() {
				return rows.size();
			}

		});
	}

}
