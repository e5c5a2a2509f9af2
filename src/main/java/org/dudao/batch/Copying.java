package org.dudao.batch;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;

/** Takes rows from one database to another that has the same tables. */
final class Copying {

	private final JdbcTemplate from;

	private final JdbcTemplate to;

	Copying(JdbcTemplate from, JdbcTemplate to) {
		this.from = from;
		this.to = to;
	}

	/** The rows that a statement finds there, column by column. */
	List<Map<String, @Nullable Object>> read(String sql, @Nullable Object... parameters) {
		return this.from.query(sql, (row, number) -> columns(row), parameters);
	}

	private static Map<String, @Nullable Object> columns(ResultSet row) throws SQLException {
		ResultSetMetaData about = row.getMetaData();
		Map<String, @Nullable Object> columns = new LinkedHashMap<>();
		for (int i = 1; i <= about.getColumnCount(); i++) {
			columns.put(about.getColumnLabel(i).toLowerCase(Locale.ROOT), value(row, i, about.getColumnType(i)));
		}
		return columns;
	}

	/** The databases give times and long texts in types of their own. */
	private static @Nullable Object value(ResultSet row, int column, int type) throws SQLException {
		return switch (type) {
			case Types.TIMESTAMP -> row.getObject(column, LocalDateTime.class);
			case Types.DATE -> row.getObject(column, LocalDate.class);
			case Types.CHAR, Types.VARCHAR, Types.LONGVARCHAR, Types.CLOB -> row.getString(column);
			default -> row.getObject(column);
		};
	}

	/** Puts rows of the same columns into a table here. */
	void write(String table, List<Map<String, @Nullable Object>> rows) {
		if (!rows.isEmpty()) {
			String names = String.join(", ", rows.get(0).keySet());
			String marks = rows.get(0).keySet().stream().map((name) -> "?").collect(Collectors.joining(", "));
			this.to.batchUpdate("insert into " + table + " (" + names + ") values (" + marks + ")",
					rows.stream().map((row) -> row.values().toArray()).toList());
		}
	}

	/** Changes rows here. */
	void change(String sql, List<Object[]> rows) {
		this.to.batchUpdate(sql, rows);
	}

	/** A number that a statement finds here, null when it finds none. */
	@Nullable Long number(String sql, @Nullable Object... parameters) {
		return this.to.query(sql, (row, number) -> row.getLong(1), parameters).stream().findFirst().orElse(null);
	}

}
