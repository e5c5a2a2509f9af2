package org.dudao.doctor;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a server of MySQL or MariaDB tells anybody who is connected.
 *
 * @param variables of this session, by name in small letters
 * @param cipher of this connection, empty when it is not encrypted
 * @param isolation of this connection, as JDBC numbers it
 * @param ahead how far its clock is ahead of this machine's
 * @param grants of this user, a line each
 */
record Server(Map<String, String> variables, String database, String cipher, int isolation, Duration ahead,
		List<String> grants) {

	private static final String VARIABLES = "show session variables where variable_name in ('version',"
			+ " 'character_set_database', 'collation_database', 'collation_connection', 'sql_mode', 'log_bin',"
			+ " 'binlog_format', 'local_infile', 'max_allowed_packet', 'wait_timeout', 'max_connections',"
			+ " 'max_user_connections', 'time_zone', 'system_time_zone')";

	static Server ask(Connection connection) throws SQLException {
		try (Statement statement = connection.createStatement()) {
			Map<String, String> variables = pairs(statement, VARIABLES);
			String cipher = pairs(statement, "show session status like 'Ssl_cipher'").getOrDefault("ssl_cipher", "");
			Instant before = Instant.now();
			LocalDateTime there = LocalDateTime.MIN;
			try (ResultSet time = statement.executeQuery("select utc_timestamp(6)")) {
				if (time.next()) {
					there = time.getObject(1, LocalDateTime.class);
				}
			}
			Instant here = before.plus(Duration.between(before, Instant.now()).dividedBy(2));
			return new Server(variables, connection.getCatalog(), cipher, connection.getTransactionIsolation(),
					Duration.between(here, there.toInstant(ZoneOffset.UTC)), grants(statement));
		}
	}

	private static Map<String, String> pairs(Statement statement, String sql) throws SQLException {
		Map<String, String> pairs = new HashMap<>();
		try (ResultSet rows = statement.executeQuery(sql)) {
			while (rows.next()) {
				pairs.put(rows.getString(1).toLowerCase(Locale.ROOT), rows.getString(2));
			}
		}
		return pairs;
	}

	static List<String> grants(Statement statement) throws SQLException {
		List<String> lines = new ArrayList<>();
		try (ResultSet rows = statement.executeQuery("show grants")) {
			while (rows.next()) {
				lines.add(rows.getString(1));
			}
		}
		return lines;
	}

	/** A variable, empty when the server has none of that name. */
	String text(String variable) {
		return this.variables.getOrDefault(variable, "");
	}

	/** A variable that is a number, 0 when the server has none of that name. */
	long number(String variable) {
		String text = text(variable);
		return text.isEmpty() ? 0 : Long.parseLong(text);
	}

	/** Whether a switch is on. */
	boolean isOn(String variable) {
		return text(variable).equals("ON") || text(variable).equals("1");
	}

}
