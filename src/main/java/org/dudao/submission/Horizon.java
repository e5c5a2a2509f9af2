package org.dudao.submission;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

import org.dudao.message.Message;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How far back the facts go. Facts that long were in force nowhere can be removed; from
 * the horizon on, all that were in force at a moment are still there.
 */
public final class Horizon {

	private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

	private final JdbcClient jdbc;

	/** The horizon of that database. */
	public Horizon(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** From when on all facts are there; empty when none were ever removed. */
	public Optional<Instant> facts() {
		return this.jdbc.sql("select max(before_at) from removal where what = 'FACTS' and amount > 0")
			.query(Horizon::moment)
			.single();
	}

	/**
	 * Makes sure that facts of that moment can be asked for.
	 * @throws Forgotten when some of them may have been removed
	 */
	public void check(Instant moment) {
		facts().filter(moment::isBefore).ifPresent((horizon) -> {
			throw new Forgotten(Message.of("purge.forgotten", text(moment), text(horizon)));
		});
	}

	private static Optional<Instant> moment(ResultSet row, int number) throws SQLException {
		return Optional.ofNullable(row.getObject(1, LocalDateTime.class))
			.map((found) -> found.toInstant(ZoneOffset.UTC));
	}

	/** The moment as a clock on the wall shows it. */
	public static String text(Instant moment) {
		return MOMENT.format(moment.atZone(ZoneId.systemDefault()));
	}

}
