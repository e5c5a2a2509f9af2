package org.dudao.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;

import javax.sql.DataSource;

import org.dudao.message.Message;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessResourceFailureException;

/**
 * The migrations of the tables that every database has. On MySQL and MariaDB they begin
 * only when their user may make tables: one that is refused in the middle is entered as
 * failed, and no later start gets past it until somebody repairs that by hand.
 */
public final class Migrations {

	private final Flyway flyway;

	/** The migrations of that database. */
	public Migrations(Flyway flyway) {
		this.flyway = flyway;
	}

	/** As whom tables are made and changed. */
	public DataSource owner() {
		return this.flyway.getConfiguration().getDataSource();
	}

	/**
	 * Brings the tables to the newest version.
	 * @return version and description of each migration that was applied, in order
	 * @throws SchemaBehind when some are missing and this user may not make tables, or a
	 * newer program has changed them
	 */
	public List<String> migrate() {
		MigrationInfoService info = this.flyway.info();
		List<MigrationInfo> pending = Arrays.asList(info.pending());
		// In an empty database the probe would be in the way of another process that
		// makes the tables at that moment, and there nothing is left behind by a refusal.
		if (isServer() && !pending.isEmpty() && info.applied().length > 0 && !mayMakeTables()) {
			throw behind(pending);
		}
		try {
			return this.flyway.migrate().migrations.stream()
				.map((done) -> done.version + " " + done.description)
				.toList();
		}
		catch (FlywayValidateException unlike) {
			State state = state();
			if (state.isNewer()) {
				throw new SchemaBehind(Message.of("schema.ahead", state.version(), state.wanted()));
			}
			throw unlike;
		}
		catch (FlywayException fault) {
			if (info.applied().length == 0 && Denied.is(fault)) {
				throw behind(pending);
			}
			throw fault;
		}
	}

	private SchemaBehind behind(List<MigrationInfo> pending) {
		return new SchemaBehind(Message.of("schema.behind", version(), user(),
				pending.get(pending.size() - 1).getVersion().getVersion()));
	}

	/** The version that the tables have, 0 when there are none. */
	public String version() {
		MigrationInfo current = this.flyway.info().current();
		return (current != null && current.getVersion() != null) ? current.getVersion().getVersion() : "0";
	}

	/** Where the tables are, without changing anything. */
	public State state() {
		MigrationInfoService info = this.flyway.info();
		String failed = null;
		boolean newer = false;
		String wanted = "0";
		for (MigrationInfo migration : info.all()) {
			failed = migration.getState().isFailed() ? migration.getVersion() + "" : failed;
			newer |= migration.getState() == MigrationState.FUTURE_SUCCESS;
			wanted = migration.getState().isResolved() ? migration.getVersion() + "" : wanted;
		}
		return new State(version(), wanted, info.pending().length, failed, newer);
	}

	private boolean isServer() {
		return ask((connection) -> connection.getMetaData().getURL().startsWith("jdbc:mysql:"));
	}

	private String user() {
		return ask((connection) -> connection.getMetaData().getUserName());
	}

	/** Roles and patterns decide it together, so the server itself is asked. */
	private boolean mayMakeTables() {
		return ask((connection) -> {
			try (Statement statement = connection.createStatement()) {
				statement.execute("create table if not exists dudao_probe (id int)");
				statement.execute("drop table if exists dudao_probe");
				return true;
			}
			catch (SQLException fault) {
				if (Denied.is(fault)) {
					return false;
				}
				throw fault;
			}
		});
	}

	private <T> T ask(Question<T> question) {
		try (Connection connection = owner().getConnection()) {
			return question.of(connection);
		}
		catch (SQLException fault) {
			throw new DataAccessResourceFailureException("the database does not answer", fault);
		}
	}

	/**
	 * Where the tables are.
	 *
	 * @param version that they have, 0 when there are none
	 * @param wanted the version that this program needs
	 * @param pending how many migrations are missing
	 * @param failed the version that was begun and not ended, null when there is none
	 * @param isNewer whether a newer program has changed them
	 */
	public record State(String version, String wanted, int pending, @Nullable String failed, boolean isNewer) {
	}

	/** What is asked of a connection. */
	private interface Question<T> {

		T of(Connection connection) throws SQLException;

	}

}
