package org.dudao.database;

import java.sql.SQLException;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** Whether the server refused a statement because the user may not say it. */
public final class Denied {

	/** On the database, on a table, on a column, and for want of a global privilege. */
	private static final Set<Integer> CODES = Set.of(1044, 1142, 1143, 1227);

	private Denied() {
	}

	/** Whether that fault, or what caused it, is such a refusal of MySQL or MariaDB. */
	public static boolean is(@Nullable Throwable fault) {
		for (Throwable at = fault; at != null; at = at.getCause()) {
			if (at instanceof SQLException refusal && CODES.contains(refusal.getErrorCode())) {
				return true;
			}
		}
		return false;
	}

}
