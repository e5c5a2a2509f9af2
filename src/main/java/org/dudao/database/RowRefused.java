package org.dudao.database;

import java.sql.SQLException;

import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataIntegrityViolationException;

/**
 * The database refuses a row. What it says of that quotes the row, whose cells belong in
 * no log, so only its code is kept, and the table.
 */
final class RowRefused extends DataIntegrityViolationException {

	private static final long serialVersionUID = 1L;

	private RowRefused(String table, String state, int code) {
		super("the database refuses a row for " + table + " (SQL state " + state + ", error " + code + ")");
	}

	/** The same fault without the row. */
	static RowRefused of(String table, DataIntegrityViolationException fault) {
		Throwable cause = NestedExceptionUtils.getMostSpecificCause(fault);
		return (cause instanceof SQLException said) ? new RowRefused(table, said.getSQLState(), said.getErrorCode())
				: new RowRefused(table, "unknown", 0);
	}

}
