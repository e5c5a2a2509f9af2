package org.dudao.doctor;

import java.sql.Connection;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.dudao.doctor.Check.Level;
import org.dudao.message.Message;
import org.jspecify.annotations.Nullable;

/** The checks of what a server of MySQL or MariaDB tells. */
final class ServerChecks {

	private static final Set<String> NEEDED = Set.of("SELECT", "INSERT", "UPDATE", "DELETE");

	private static final long MEGABYTE = 1L << 20;

	/** A rejected line of a mebibyte, in UTF-8 and with all its quotes escaped. */
	private static final long LEAST_PACKET = 4 * MEGABYTE;

	private static final long USUAL_PACKET = 16 * MEGABYTE;

	private static final Duration CLOSE_ENOUGH = Duration.ofSeconds(5);

	private static final Pattern VERSION = Pattern.compile("(?:5\\.5\\.5-)?(\\d+)\\.(\\d+).*");

	private static final int MYSQL = 8_000;

	private static final int MARIADB = 10_006;

	private static final Pattern OFFSET = Pattern.compile("[+-]\\d{2}:\\d{2}|UTC|GMT|Z");

	private final Server server;

	private final int pool;

	private final Duration lifetime;

	/**
	 * Checks of that server.
	 * @param pool how many connections the program may have
	 * @param lifetime how long the pool keeps one
	 */
	ServerChecks(Server server, int pool, Duration lifetime) {
		this.server = server;
		this.pool = pool;
		this.lifetime = lifetime;
	}

	List<Check> checks(@Nullable Boolean loadsFiles) {
		return List.of(version(), charset(), collation(), strictness(), isolation(), binaryLog(),
				localFiles(loadsFiles), packet(), idle(), connections(), clock(), zone(),
				Check.unknown(Subject.SERVER_DISK, Message.of("doctor.server-disk.found"), null), grants());
	}

	private Check version() {
		String version = this.server.text("version");
		boolean mariadb = version.contains("MariaDB");
		String found = (mariadb ? "MariaDB " : "MySQL ") + version;
		Matcher numbers = VERSION.matcher(version);
		if (!numbers.matches()) {
			return Check.unknown(Subject.SERVER, Message.of("doctor.plain", found), null);
		}
		int number = Integer.parseInt(numbers.group(1)) * 1000 + Integer.parseInt(numbers.group(2));
		return Check.when(number >= (mariadb ? MARIADB : MYSQL), Level.FAULT, Subject.SERVER, found);
	}

	private Check charset() {
		String found = this.server.text("collation_database");
		return Check.when(found.equals("utf8mb4_bin"), Level.ADVICE, Subject.CHARSET, found, this.server.database());
	}

	private Check collation() {
		String found = this.server.text("collation_connection");
		return Check.when(found.equals("utf8mb4_bin"), Level.ADVICE, Subject.COLLATION, found);
	}

	private Check strictness() {
		String found = this.server.text("sql_mode");
		return Check.when(found.contains("STRICT_TRANS_TABLES") || found.contains("STRICT_ALL_TABLES"), Level.FAULT,
				Subject.SQL_MODE, found);
	}

	private Check isolation() {
		String found = switch (this.server.isolation()) {
			case Connection.TRANSACTION_READ_UNCOMMITTED -> "READ UNCOMMITTED";
			case Connection.TRANSACTION_READ_COMMITTED -> "READ COMMITTED";
			case Connection.TRANSACTION_REPEATABLE_READ -> "REPEATABLE READ";
			default -> "SERIALIZABLE";
		};
		return Check.when(this.server.isolation() == Connection.TRANSACTION_READ_COMMITTED, Level.FAULT,
				Subject.ISOLATION, found);
	}

	/** InnoDB refuses to write at READ COMMITTED when statements are what is logged. */
	private Check binaryLog() {
		String form = this.server.text("binlog_format");
		if (!this.server.isOn("log_bin")) {
			return Check.well(Subject.BINARY_LOG, Message.of("doctor.binary-log.none"));
		}
		return form.isEmpty() ? Check.unknown(Subject.BINARY_LOG, Message.of("doctor.plain", "?"), null)
				: Check.when(!form.equals("STATEMENT"), Level.FAULT, Subject.BINARY_LOG, form);
	}

	private Check localFiles(@Nullable Boolean tried) {
		String found = this.server.text("local_infile");
		if (!this.server.isOn("local_infile")) {
			return Check.bad(Level.ADVICE, Subject.LOCAL_INFILE, found);
		}
		if (tried == null) {
			return Check.unknown(Subject.LOCAL_INFILE, Message.of("doctor.local-infile.untried", found), null);
		}
		return Check.when(tried, Level.ADVICE, Subject.LOCAL_INFILE,
				tried ? found : Message.of("doctor.local-infile.refused", found));
	}

	private Check packet() {
		long found = this.server.number("max_allowed_packet");
		return Check.when(found >= USUAL_PACKET, (found < LEAST_PACKET) ? Level.FAULT : Level.ADVICE, Subject.PACKET,
				found);
	}

	private Check idle() {
		long found = this.server.number("wait_timeout");
		long wanted = this.lifetime.plusSeconds(30).toSeconds();
		return Check.when(found >= wanted, Level.ADVICE, Subject.IDLE, found, wanted);
	}

	/** A second instance stands by, and somebody may type a command. */
	private Check connections() {
		long each = this.server.number("max_user_connections");
		long found = (each > 0) ? Math.min(each, this.server.number("max_connections"))
				: this.server.number("max_connections");
		long wanted = 2L * this.pool + 1;
		return Check.when(found >= wanted, (found < this.pool) ? Level.FAULT : Level.ADVICE, Subject.CONNECTIONS, found,
				wanted, this.pool);
	}

	private Check clock() {
		Duration ahead = this.server.ahead();
		return Check.when(ahead.abs().compareTo(CLOSE_ENOUGH) <= 0, Level.ADVICE, Subject.CLOCK,
				Message.of("doctor.clock.found", ahead.toMillis()), CLOSE_ENOUGH.toSeconds());
	}

	/** The lease ends by the server's clock on the wall. */
	private Check zone() {
		String set = this.server.text("time_zone");
		String name = set.equals("SYSTEM") ? this.server.text("system_time_zone") : set;
		String found = set.equals("SYSTEM") ? set + " = " + name : name;
		if (OFFSET.matcher(name).matches()) {
			return Check.well(Subject.SERVER_ZONE, found);
		}
		try {
			if (name.contains("/")) {
				return Check.when(!Machine.hasSummerTime(ZoneId.of(name)), Level.ADVICE, Subject.SERVER_ZONE, found);
			}
		}
		catch (DateTimeException unknown) {
			// Told below, as an abbreviation is.
		}
		return Check.unknown(Subject.SERVER_ZONE, Message.of("doctor.server-zone.found", found),
				Subject.SERVER_ZONE.change());
	}

	private Check grants() {
		Grants grants = Grants.parse(this.server.grants(), this.server.database());
		Set<String> missing = grants.missing(NEEDED);
		Set<String> beyond = grants.beyond(NEEDED);
		if (!missing.isEmpty()) {
			return lacking(Subject.GRANTS, grants, missing);
		}
		return Check.when(beyond.isEmpty(), Level.ADVICE, Subject.GRANTS, String.join(", ", grants.held()));
	}

	/** Some of the needed privileges are not held, as far as the lines tell. */
	static Check lacking(Subject subject, Grants grants, Set<String> missing) {
		String list = String.join(", ", missing);
		if (grants.partly()) {
			return Check.unknown(subject, Message.of("doctor.grants.partly", list), null);
		}
		return new Check(subject, Level.FAULT, Message.of("doctor.grants.missing", list), subject.wanted(),
				Message.of("doctor.grants.give", list));
	}

}
