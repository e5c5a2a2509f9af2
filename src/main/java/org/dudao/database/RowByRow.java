package org.dudao.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

/** Reads results that may be too long for the memory. */
public final class RowByRow {

	private static final int ROWS_AT_A_TIME = 100;

	private RowByRow() {
	}

	/**
	 * Gives the rows one by one. Until the last was given, the connection can do nothing
	 * else.
	 */
	public static void read(JdbcTemplate jdbc, String sql, RowCallbackHandler reader, Object... parameters) {
		jdbc.query((connection) -> statement(connection, sql, parameters), reader);
	}

	/** MySQL's driver reads a result whole unless it is told this very number. */
	private static PreparedStatement statement(Connection connection, String sql, Object... parameters)
			throws SQLException {
		PreparedStatement statement = connection.prepareStatement(sql, ResultSet.TYPE_FORWARD_ONLY,
				ResultSet.CONCUR_READ_ONLY);
		boolean mysql = connection.getMetaData().getURL().startsWith("jdbc:mysql:");
		statement.setFetchSize(mysql ? Integer.MIN_VALUE : ROWS_AT_A_TIME);
		for (int i = 0; i < parameters.length; i++) {
			statement.setObject(i + 1, parameters[i]);
		}
		return statement;
	}

}
