package org.dudao.finding;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

import org.dudao.database.AsOf;
import org.dudao.finding.Explanation.Event;
import org.dudao.finding.Finding.Because;
import org.dudao.finding.Finding.State;
import org.dudao.finding.Finding.Turn;
import org.dudao.indicator.ValueRows;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the turns that findings took, in their order. */
final class Events {

	private final JdbcClient jdbc;

	Events(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	List<Event> until(Instant moment) {
		return this.jdbc.sql("select * from finding_event where happened_at <= :moment order by id")
			.param("moment", ValueRows.utc(moment))
			.query(Events::event)
			.list();
	}

	List<Event> of(long finding, AsOf asOf) {
		return this.jdbc
			.sql("select * from finding_event where finding_id = :finding and " + asOf.until("happened_at")
					+ " order by id")
			.param("finding", finding)
			.query(Events::event)
			.list();
	}

	private static Event event(ResultSet row, int number) throws SQLException {
		String because = row.getString("because");
		return new Event(row.getLong("finding_id"), Turn.valueOf(row.getString("event")),
				State.valueOf(row.getString("state")), Objects.requireNonNull(FindingRows.instant(row, "happened_at")),
				VerdictRows.number(row, "submission_id"), (because != null) ? Because.valueOf(because) : null,
				StatementRows.statement(row, ""));
	}

}
