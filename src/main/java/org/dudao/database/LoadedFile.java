package org.dudao.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Rows that go into a table by {@code LOAD DATA LOCAL}, which costs the server half of
 * what a batch of inserts costs it, and the driver next to nothing.
 */
final class LoadedFile {

	/**
	 * The driver's setting for the one directory whose files a server may ask it for.
	 */
	static final String DIRECTORY = "allowLoadLocalInfileInPath";

	private static final Logger LOGGER = LoggerFactory.getLogger(LoadedFile.class);

	/** In figures, so that they mean the same in every mode of the server. */
	private static final String FORM = " character set utf8mb4 fields terminated by 0x09 escaped by 0x5C"
			+ " lines terminated by 0x0A";

	private static final String NULL = "\\N";

	private static final int LENGTH_OF_A_ROW = 128;

	private LoadedFile() {
	}

	/** Whether driver and server allow it, which only trying tells. */
	static boolean isPossible(JdbcTemplate jdbc, Path directory, String table) {
		try {
			load(jdbc, directory, table, List.of(), List.of());
			return true;
		}
		catch (DataAccessException | UncheckedIOException forbidden) {
			LOGGER.info("Rows are inserted one by one, since LOAD DATA LOCAL is not to be had: {}",
					forbidden.getMessage());
			return false;
		}
	}

	static void load(JdbcTemplate jdbc, Path directory, String table, List<String> columns,
			List<@Nullable Object[]> rows) {
		StringBuilder text = new StringBuilder(rows.size() * LENGTH_OF_A_ROW);
		rows.forEach((row) -> append(text, row));
		try {
			Files.createDirectories(directory);
			Path file = Files.createTempFile(directory, "rows-", ".tsv");
			try {
				Files.writeString(file, text);
				jdbc.execute((Statement statement) -> {
					load(statement, statement(file, table, columns), rows.size());
					return null;
				});
			}
			finally {
				Files.deleteIfExists(file);
			}
		}
		catch (IOException fault) {
			throw new UncheckedIOException(fault);
		}
	}

	private static String statement(Path file, String table, List<String> columns) {
		String name = file.toAbsolutePath().toString().replace('\\', '/').replace("'", "''");
		return "load data local infile '" + name + "' into table " + table + FORM
				+ (columns.isEmpty() ? "" : " (" + String.join(", ", columns) + ")");
	}

	/** What an insert would refuse this statement passes over with a warning. */
	private static void load(Statement statement, String load, int rows) throws SQLException {
		int loaded = statement.executeUpdate(load);
		if (statement.getWarnings() != null) {
			throw statement.getWarnings();
		}
		if (loaded != rows) {
			throw new SQLException("of " + rows + " rows only " + loaded + " were loaded");
		}
	}

	private static void append(StringBuilder text, @Nullable Object[] row) {
		for (int column = 0; column < row.length; column++) {
			if (column > 0) {
				text.append('\t');
			}
			append(text, row[column]);
		}
		text.append('\n');
	}

	private static void append(StringBuilder text, @Nullable Object value) {
		if (value == null) {
			text.append(NULL);
		}
		else if (value instanceof String word) {
			appendEscaped(text, word);
		}
		else {
			text.append((value instanceof BigDecimal figure) ? figure.toPlainString() : value);
		}
	}

	private static void appendEscaped(StringBuilder text, String word) {
		int done = 0;
		for (int i = 0; i < word.length(); i++) {
			char c = word.charAt(i);
			if (c == '\t' || c == '\n' || c == '\\' || c == 0) {
				text.append(word, done, i).append('\\').append((c != 0) ? c : '0');
				done = i + 1;
			}
		}
		text.append(word, done, word.length());
	}

}
