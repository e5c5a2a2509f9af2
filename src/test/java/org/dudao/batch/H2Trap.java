package org.dudao.batch;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.h2.api.Trigger;

/** What H2 calls for each row of a table with a {@link Trap}. */
public final class H2Trap implements Trigger {

	private static final Map<String, Setting> SETTINGS = new ConcurrentHashMap<>();

	private String name = "";

	private int column;

	static void lay(String name, String column, String value, boolean holds) {
		SETTINGS.put(name, new Setting(column, value, holds, new CountDownLatch(1), new CountDownLatch(1)));
	}

	static boolean holdsSomebody(String name) {
		return setting(name).reached.getCount() == 0;
	}

	static void release(String name) {
		setting(name).open.countDown();
	}

	private static Setting setting(String name) {
		return Objects.requireNonNull(SETTINGS.get(name));
	}

	@Override
	public void init(Connection session, String schema, String name, String table, boolean before, int type)
			throws SQLException {
		this.name = name;
		try (ResultSet columns = session.getMetaData().getColumns(null, schema, table, null)) {
			while (columns.next()) {
				if (columns.getString("COLUMN_NAME").equalsIgnoreCase(setting(name).column)) {
					this.column = columns.getInt("ORDINAL_POSITION") - 1;
				}
			}
		}
	}

	@Override
	public void fire(Connection session, Object[] before, Object[] row) throws SQLException {
		Setting setting = setting(this.name);
		if (!setting.value.equals(String.valueOf(row[this.column]))) {
			return;
		}
		if (!setting.holds) {
			throw new SQLException("a trap");
		}
		setting.reached.countDown();
		boolean interrupted = false;
		while (!open(setting)) {
			interrupted |= Thread.interrupted();
		}
		if (interrupted) {
			Thread.currentThread().interrupt();
		}
	}

	private static boolean open(Setting setting) {
		try {
			return setting.open.await(5, TimeUnit.MINUTES);
		}
		catch (InterruptedException later) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	private record Setting(String column, String value, boolean holds, CountDownLatch reached, CountDownLatch open) {
	}

}
