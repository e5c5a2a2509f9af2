package org.dudao.warehouse;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

import org.dudao.catalog.Feed;
import org.dudao.catalog.Field;

import org.springframework.jdbc.core.BatchPreparedStatementSetter;
import org.springframework.jdbc.core.JdbcTemplate;

/** Puts facts in by a batch of inserts, as every database can. */
final class BatchInsert implements FactSink {

	private final JdbcTemplate jdbc;

	private final long submission;

	private final String insert;

	BatchInsert(JdbcTemplate jdbc, Feed feed, long submission) {
		this.jdbc = jdbc;
		this.submission = submission;
		List<String> fields = feed.fields().stream().map(Field::name).toList();
		this.insert = "insert into " + feed.table() + " (submission_id, line, item, " + String.join(", ", fields)
				+ ", suppressed) values (?, ?, ?, " + "?, ".repeat(fields.size()) + "?)";
	}

	@Override
	public void put(List<LinedFact> facts) {
		this.jdbc.batchUpdate(this.insert, new BatchPreparedStatementSetter() {

			@Override
			public void setValues(PreparedStatement statement, int i) throws SQLException {
				BatchInsert.this.setValues(statement, facts.get(i));
			}

			@Override
			public int getBatchSize() {
				return facts.size();
			}

		});
	}

	private void setValues(PreparedStatement statement, LinedFact lined) throws SQLException {
		statement.setLong(1, this.submission);
		statement.setInt(2, lined.line());
		statement.setInt(3, lined.fact().item());
		int column = 4;
		for (Object value : lined.fact().values()) {
			statement.setObject(column++, value);
		}
		statement.setString(column, lined.suppressed());
	}

}
