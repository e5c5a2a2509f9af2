package org.dudao.warehouse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

import org.dudao.catalog.Feed;
import org.dudao.catalog.Field;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Puts facts in by {@code LOAD DATA LOCAL}, which costs MySQL and MariaDB half of what a
 * batch of inserts costs, and the driver next to nothing. The driver hands out files of
 * one directory and no others.
 */
final class LoadData implements FactSink {

	private static final Logger LOGGER = LoggerFactory.getLogger(LoadData.class);

	/** In figures, so that they mean the same in every mode of the server. */
	private static final String FORM = " character set utf8mb4 fields terminated by 0x09 escaped by 0x5C"
			+ " lines terminated by 0x0A ";

	private static final String NULL = "\\N";

	private static final int LENGTH = 128;

	private final JdbcTemplate jdbc;

	private final Path file;

	private final String load;

	LoadData(JdbcTemplate jdbc, Path directory, Feed feed, long submission) {
		this.jdbc = jdbc;
		this.file = directory.resolve(submission + ".tsv");
		List<String> fields = feed.fields().stream().map(Field::name).toList();
		this.load = load(this.file, feed) + "(line, item, " + String.join(", ", fields)
				+ ", suppressed) set submission_id = " + submission;
	}

	private static String load(Path file, Feed feed) {
		String name = file.toAbsolutePath().toString().replace("\\", "/").replace("'", "''");
		return "load data local infile '" + name + "' into table " + feed.table() + FORM;
	}

	/**
	 * Whether driver and server let it be done, which only trying tells: either may
	 * forbid it.
	 */
	static boolean isPossible(JdbcTemplate jdbc, Path directory, Feed feed) {
		String product = jdbc
			.execute((ConnectionCallback<String>) (connection) -> connection.getMetaData().getDatabaseProductName());
		if (!List.of("MySQL", "MariaDB").contains(String.valueOf(product))) {
			return false;
		}
		Path file = directory.resolve("empty.tsv");
		try {
			write(file, "");
			jdbc.execute(load(file, feed) + "(line)");
			return true;
		}
		catch (DataAccessException | UncheckedIOException forbidden) {
			LOGGER.info("Facts are put in by inserts, since LOAD DATA LOCAL is not to be had: {}",
					forbidden.getMessage());
			return false;
		}
	}

	@Override
	public void put(List<LinedFact> facts) {
		StringBuilder text = new StringBuilder(facts.size() * LENGTH);
		facts.forEach((lined) -> append(text, lined));
		try {
			write(this.file, text);
			this.jdbc.execute((Statement statement) -> {
				load(statement, facts.size());
				return null;
			});
		}
		finally {
			remove();
		}
	}

	/** What an insert would refuse this statement passes over with a warning. */
	private void load(Statement statement, int facts) throws SQLException {
		int loaded = statement.executeUpdate(this.load);
		if (statement.getWarnings() != null) {
			throw statement.getWarnings();
		}
		if (loaded != facts) {
			throw new SQLException("of " + facts + " facts only " + loaded + " were loaded");
		}
	}

	private static void append(StringBuilder text, LinedFact lined) {
		text.append(lined.line()).append('\t').append(lined.fact().item());
		for (Object value : lined.fact().values()) {
			append(text.append('\t'), value);
		}
		append(text.append('\t'), lined.suppressed());
		text.append('\n');
	}

	private static void append(StringBuilder text, @Nullable Object value) {
		if (value instanceof String word) {
			appendEscaped(text, word);
		}
		else if (value instanceof BigDecimal figure) {
			text.append(figure.toPlainString());
		}
		else {
			text.append((value != null) ? value : NULL);
		}
	}

	private static void appendEscaped(StringBuilder text, String word) {
		for (int i = 0; i < word.length(); i++) {
			char c = word.charAt(i);
			if (c == '\t' || c == '\n' || c == '\\') {
				text.append('\\');
			}
			text.append(c);
		}
	}

	private static void write(Path file, CharSequence text) {
		try {
			Files.createDirectories(file.getParent());
			Files.writeString(file, text);
		}
		catch (IOException fault) {
			throw new UncheckedIOException(fault);
		}
	}

	private void remove() {
		try {
			Files.deleteIfExists(this.file);
		}
		catch (IOException harmless) {
			LOGGER.debug("What was loaded could not be removed", harmless);
		}
	}

}
