package org.dudao.doctor;

import java.sql.Connection;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.dudao.doctor.Check.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Each variable of a server, as it should be and as it should not. */
class ServerChecksTests {

	private static final int POOL = 20;

	private static final Duration LIFETIME = Duration.ofMinutes(30);

	private static final Map<String, String> SOUND = Map.ofEntries(Map.entry("version", "8.4.3"),
			Map.entry("collation_database", "utf8mb4_bin"), Map.entry("collation_connection", "utf8mb4_bin"),
			Map.entry("sql_mode", "ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES"), Map.entry("log_bin", "ON"),
			Map.entry("binlog_format", "ROW"), Map.entry("local_infile", "ON"),
			Map.entry("max_allowed_packet", "67108864"), Map.entry("wait_timeout", "28800"),
			Map.entry("max_connections", "151"), Map.entry("max_user_connections", "0"),
			Map.entry("time_zone", "+08:00"), Map.entry("system_time_zone", "CST"));

	private static List<Check> checks(Map<String, String> changed, int isolation, Duration ahead) {
		Map<String, String> variables = new HashMap<>(SOUND);
		variables.putAll(changed);
		Server server = new Server(variables, "dudao", "", isolation, ahead,
				List.of("GRANT SELECT, INSERT, UPDATE, DELETE ON `dudao`.* TO `dudao`@`%`"));
		return new ServerChecks(server, POOL, LIFETIME).checks(true);
	}

	private static Level level(List<Check> checks, Subject subject) {
		return checks.stream().filter((check) -> check.subject() == subject).findAny().orElseThrow().level();
	}

	@Test
	void soundServerIsWellButForWhatCannotBeKnown() {
		assertThat(checks(Map.of(), Connection.TRANSACTION_READ_COMMITTED, Duration.ofMillis(-40)))
			.allSatisfy((check) -> assertThat(check.level())
				.isEqualTo((check.subject() == Subject.SERVER_DISK) ? Level.UNKNOWN : Level.WELL));
	}

	@ParameterizedTest
	@CsvSource({ "version, 5.7.44-log, SERVER, FAULT", "version, 8.0.36, SERVER, WELL",
			"version, 10.5.9-MariaDB, SERVER, FAULT", "version, 10.11.6-MariaDB-1:10.11.6, SERVER, WELL",
			"version, 5.5.5-10.6.1-MariaDB, SERVER, WELL", "version, unheard, SERVER, UNKNOWN",
			"collation_database, latin1_swedish_ci, CHARSET, ADVICE",
			"collation_connection, utf8mb4_0900_ai_ci, COLLATION, ADVICE", "sql_mode, ANSI_QUOTES, SQL_MODE, FAULT",
			"binlog_format, STATEMENT, BINARY_LOG, FAULT", "binlog_format, MIXED, BINARY_LOG, WELL",
			"local_infile, OFF, LOCAL_INFILE, ADVICE", "max_allowed_packet, 1048576, PACKET, FAULT",
			"max_allowed_packet, 4194304, PACKET, ADVICE", "wait_timeout, 1800, IDLE, ADVICE",
			"max_connections, 40, CONNECTIONS, ADVICE", "max_connections, 41, CONNECTIONS, WELL",
			"max_connections, 19, CONNECTIONS, FAULT", "max_user_connections, 10, CONNECTIONS, FAULT",
			"time_zone, SYSTEM, SERVER_ZONE, UNKNOWN", "time_zone, Asia/Shanghai, SERVER_ZONE, WELL",
			"time_zone, Europe/Berlin, SERVER_ZONE, ADVICE", "time_zone, UTC, SERVER_ZONE, WELL",
			"time_zone, No/Where, SERVER_ZONE, UNKNOWN" })
	void variableIsJudged(String variable, String value, Subject subject, Level level) {
		List<Check> checks = checks(Map.of(variable, value), Connection.TRANSACTION_READ_COMMITTED, Duration.ZERO);
		assertThat(level(checks, subject)).isEqualTo(level);
		assertThat(checks).filteredOn((check) -> check.level().compareTo(Level.ADVICE) >= 0)
			.allSatisfy((check) -> assertThat(check.change()).isNotNull())
			.allMatch((check) -> check.subject() == subject);
	}

	@Test
	void otherLevelsOfIsolationAndOtherTimesAreNamed() {
		List<Check> checks = checks(Map.of(), Connection.TRANSACTION_REPEATABLE_READ, Duration.ofSeconds(-6));
		assertThat(level(checks, Subject.ISOLATION)).isEqualTo(Level.FAULT);
		assertThat(level(checks, Subject.CLOCK)).isEqualTo(Level.ADVICE);
	}

	@ParameterizedTest
	@CsvSource({ "Asia/Shanghai, WELL", "+08:00, WELL", "Europe/Berlin, ADVICE", "UTC, UNKNOWN", "GMT, UNKNOWN" })
	void zoneOfTheProgramIsOneWithoutSummerTime(ZoneId zone, Level level) {
		assertThat(Machine.zone(zone).level()).isEqualTo(level);
	}

	@ParameterizedTest
	@CsvSource({ "500, 2000, FAULT", "3000, 2000000, ADVICE", "3000, 20000, WELL", "1023, 1024, FAULT" })
	void diskHasRoom(long freeMegabytes, long allMegabytes, Level level) {
		assertThat(Machine.disk(freeMegabytes << 20, allMegabytes << 20).level()).isEqualTo(level);
	}

}
