package org.dudao.batch;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import org.dudao.database.TestDatabase;

/**
 * A trigger of the database that waits for a row to be written and then holds up, or
 * fails, whoever writes it. So a test reaches a point in the middle of the program, in
 * this process or another, without its help and without sleeping.
 */
final class Trap implements AutoCloseable {

	private static final AtomicInteger NUMBERS = new AtomicInteger();

	private final String name = "trap_" + NUMBERS.incrementAndGet();

	private final boolean h2;

	/** Holds the lock that the writer waits for. */
	private final Connection session;

	private Trap(TestDatabase.Connection database) throws SQLException {
		this.session = DriverManager.getConnection(database.url(), database.user(), database.password());
		this.h2 = database.url().startsWith("jdbc:h2");
	}

	/**
	 * Holds up who inserts that row.
	 * @param row such as {@code fact_funding.line = 3}
	 */
	static Trap holding(TestDatabase.Connection database, String row) {
		return set(database, "insert", row, true);
	}

	/** Holds up who updates to that row. */
	static Trap holdingUpdate(TestDatabase.Connection database, String row) {
		return set(database, "update", row, true);
	}

	/** Fails who inserts that row. */
	static Trap failing(TestDatabase.Connection database, String row) {
		return set(database, "insert", row, false);
	}

	private static Trap set(TestDatabase.Connection database, String event, String row, boolean holds) {
		String table = row.substring(0, row.indexOf('.'));
		String column = row.substring(row.indexOf('.') + 1, row.indexOf(" = "));
		String value = row.substring(row.indexOf(" = ") + 3);
		try {
			Trap trap = new Trap(database);
			if (trap.h2) {
				H2Trap.lay(trap.name, column, value, holds);
				trap.execute("create trigger " + trap.name + " before " + event + " on " + table
						+ " for each row call \"" + H2Trap.class.getName() + "\"");
			}
			else {
				trap.execute("do get_lock('" + trap.name + "', 0)");
				String action = holds ? "do get_lock('" + trap.name + "', 300); do release_lock('" + trap.name + "');"
						: "signal sqlstate '45000' set message_text = 'a trap';";
				trap.execute("create trigger " + trap.name + " before " + event + " on " + table
						+ " for each row begin if new." + column + " = '" + value + "' then " + action
						+ " end if; end");
			}
			return trap;
		}
		catch (SQLException fault) {
			throw new IllegalStateException(fault);
		}
	}

	private void execute(String sql) throws SQLException {
		try (Statement statement = this.session.createStatement()) {
			statement.execute(sql);
		}
	}

	/** Waits until somebody is held up. */
	void await() {
		Wait.until("somebody writes the row of " + this.name, this::holdsSomebody);
	}

	private boolean holdsSomebody() {
		if (this.h2) {
			return H2Trap.holdsSomebody(this.name);
		}
		try (Statement statement = this.session.createStatement();
				var found = statement.executeQuery("select count(*) from information_schema.processlist"
						+ " where state = 'User lock' and db = database()")) {
			return found.next() && found.getInt(1) > 0;
		}
		catch (SQLException fault) {
			throw new IllegalStateException(fault);
		}
	}

	/** Lets whoever is held up go on. */
	void release() {
		try {
			if (this.h2) {
				H2Trap.release(this.name);
			}
			else {
				execute("do release_lock('" + this.name + "')");
			}
		}
		catch (SQLException fault) {
			throw new IllegalStateException(fault);
		}
	}

	/** Does that while the trap is there. */
	<T> T around(Supplier<T> work) {
		try {
			return work.get();
		}
		finally {
			close();
		}
	}

	private boolean isQuiet() {
		String busy = this.h2
				? "information_schema.sessions where session_id <> session_id()"
						+ " and (executing_statement is not null or contains_uncommitted)"
				: "information_schema.processlist where db = database() and id <> connection_id() and command = 'Query'";
		try (Statement statement = this.session.createStatement();
				var found = statement.executeQuery("select count(*) from " + busy)) {
			return found.next() && found.getInt(1) == 0;
		}
		catch (SQLException fault) {
			throw new IllegalStateException(fault);
		}
	}

	/**
	 * Lets whoever is held up go on, and takes the trap away when nobody writes any more.
	 */
	@Override
	public void close() {
		release();
		Wait.until("nobody writes", this::isQuiet);
		try {
			execute("drop trigger " + this.name);
			this.session.close();
		}
		catch (SQLException fault) {
			throw new IllegalStateException(fault);
		}
	}

}
