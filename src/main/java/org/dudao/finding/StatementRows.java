package org.dudao.finding;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.dudao.finding.Finding.State;
import org.dudao.indicator.ValueRows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;

/**
 * The table of what persons said of findings. A row is never changed but for when and why
 * it no longer counts.
 */
final class StatementRows {

	private static final int AT_A_TIME = 1000;

	private final JdbcClient jdbc;

	StatementRows(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * A statement with its row.
	 *
	 * @param fingerprint of the figures it is about, null when it is about any
	 */
	record Row(long id, long finding, @Nullable String fingerprint, Statement statement) {

		boolean isAbout(String figures) {
			return this.fingerprint == null || this.fingerprint.equals(figures);
		}

	}

	/** Why a statement no longer counts. */
	enum Ended {

		/** Its last day has passed. */
		TIME,

		/** A person opened the finding again. */
		PERSON,

		/** Something newer was said of the same figures. */
		REPLACED

	}

	/** What was said of these findings and is not ended, by finding, oldest first. */
	Map<Long, List<Row>> of(Collection<Long> findings) {
		Map<Long, List<Row>> said = new HashMap<>();
		List<Long> all = List.copyOf(findings);
		for (int i = 0; i < all.size(); i += AT_A_TIME) {
			this.jdbc
				.sql("select * from finding_statement where finding_id in (:findings) and ended_at is null order by id")
				.param("findings", all.subList(i, Math.min(i + AT_A_TIME, all.size())))
				.query((row, number) -> row(row))
				.list()
				.forEach((row) -> said.computeIfAbsent(row.finding(), (none) -> new ArrayList<>()).add(row));
		}
		return said;
	}

	/** The waivers whose last day was before that day and that are not ended. */
	List<Row> pastTheirTime(LocalDate today) {
		return this.jdbc
			.sql("select * from finding_statement where ended_at is null and state = :explained"
					+ " and until_date < :today order by id")
			.param("explained", State.EXPLAINED.name())
			.param("today", today)
			.query((row, number) -> row(row))
			.list();
	}

	/** Enters a statement; returns its number. */
	long insert(long finding, @Nullable String fingerprint, Statement statement, Instant now) {
		GeneratedKeyHolder key = new GeneratedKeyHolder();
		this.jdbc
			.sql("insert into finding_statement (finding_id, state, fingerprint, reason_code, said, until_date, author,"
					+ " made_at) values (?, ?, ?, ?, ?, ?, ?, ?)")
			.params(java.util.Arrays.asList(finding, statement.state().name(), fingerprint, statement.reason(),
					statement.text(), statement.until(), statement.author(), ValueRows.utc(now)))
			.update(key, "id");
		return Objects.requireNonNull(key.getKey()).longValue();
	}

	void end(Collection<Row> rows, Ended because, Instant now) {
		for (Row row : rows) {
			this.jdbc.sql("update finding_statement set ended_at = ?, ended_because = ? where id = ?")
				.params(ValueRows.utc(now), because.name(), row.id())
				.update();
		}
	}

	private static Row row(ResultSet row) throws SQLException {
		return new Row(row.getLong("id"), row.getLong("finding_id"), row.getString("fingerprint"),
				Objects.requireNonNull(statement(row, "")));
	}

	/** The statement in columns with that prefix, null when there is none. */
	static @Nullable Statement statement(ResultSet row, String prefix) throws SQLException {
		String author = row.getString(prefix + "author");
		return (author == null) ? null
				: new Statement(State.valueOf(row.getString(prefix + "state")), row.getString(prefix + "reason_code"),
						Objects.requireNonNullElse(row.getString(prefix + "said"), ""),
						row.getObject(prefix + "until_date", LocalDate.class), author);
	}

}
