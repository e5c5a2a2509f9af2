package org.dudao.doctor;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;

import org.dudao.catalog.Feed;
import org.dudao.database.Migrations;
import org.dudao.doctor.Check.Level;
import org.dudao.message.Message;
import org.dudao.warehouse.DestructiveChange;
import org.dudao.warehouse.FactTables;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;

/** The checks of the tables, and of who may change them. */
final class Tables {

	private static final Set<String> NEEDED = Set.of("SELECT", "INSERT", "UPDATE", "DELETE", "CREATE", "ALTER", "DROP",
			"INDEX", "REFERENCES");

	private final JdbcClient jdbc;

	private final Migrations migrations;

	private final @Nullable Grants owner;

	/**
	 * Those tables.
	 * @param owner what the user for migrations may do, null where anybody may do
	 * anything
	 */
	Tables(JdbcClient jdbc, Migrations migrations, @Nullable Grants owner) {
		this.jdbc = jdbc;
		this.migrations = migrations;
		this.owner = owner;
	}

	/** What the user may do by whom tables are changed. */
	static Grants owner(Migrations migrations) throws SQLException {
		try (Connection connection = migrations.owner().getConnection();
				Statement statement = connection.createStatement()) {
			return Grants.parse(Server.grants(statement), connection.getCatalog());
		}
	}

	/** What is missing comes by itself with the next command, if its user may make it. */
	private Level missing() {
		return (this.owner == null || this.owner.partly() || this.owner.missing(NEEDED).isEmpty()) ? Level.ADVICE
				: Level.FAULT;
	}

	Check schema() {
		Migrations.State state = this.migrations.state();
		if (state.failed() != null) {
			return new Check(Subject.SCHEMA, Level.FAULT, Message.of("doctor.schema.failed", state.failed()),
					Subject.SCHEMA.wanted(state.wanted()), Message.of("doctor.schema.repair", state.failed()));
		}
		if (state.isNewer()) {
			return new Check(Subject.SCHEMA, Level.FAULT, Message.of("doctor.plain", state.version()),
					Subject.SCHEMA.wanted(state.wanted()), Message.of("doctor.schema.newer"));
		}
		return Check.when(state.pending() == 0, missing(), Subject.SCHEMA, state.version(), state.wanted());
	}

	/** A table of another engine would keep half of what was rolled back. */
	Check kinds() {
		List<String> odd = this.jdbc.sql("""
				select concat(table_name, ' (', coalesce(engine, '?'), ', ', coalesce(table_collation, '?'), ')')
				from information_schema.tables where table_schema = schema() and table_type = 'BASE TABLE'
				and (engine <> 'InnoDB' or table_collation not like 'utf8mb4%') order by table_name""")
			.query(String.class)
			.list();
		int all = this.jdbc.sql("select count(*) from information_schema.tables where table_schema = schema()")
			.query(Integer.class)
			.single();
		return Check.when(odd.isEmpty(), Level.FAULT, Subject.TABLES, odd.isEmpty()
				? Message.of("doctor.tables.found", all) : Message.of("doctor.plain", String.join(", ", odd)));
	}

	/** Whether they are as the catalogue has them. */
	Check facts(List<Feed> feeds) {
		try {
			List<String> missing = new FactTables(this.jdbc).missing(feeds);
			return Check.when(missing.isEmpty(), missing(), Subject.FACT_TABLES,
					Message.of("doctor.fact-tables.found", feeds.size(), missing.size()));
		}
		catch (DestructiveChange refused) {
			return new Check(Subject.FACT_TABLES, Level.FAULT, refused.reason(), Subject.FACT_TABLES.wanted(), null);
		}
	}

	/** Whether the user for migrations can do its work. */
	static Check owner(Grants grants) {
		Set<String> missing = grants.missing(NEEDED);
		return missing.isEmpty() ? Check.well(Subject.MIGRATION_GRANTS, String.join(", ", grants.held()))
				: ServerChecks.lacking(Subject.MIGRATION_GRANTS, grants, missing);
	}

}
