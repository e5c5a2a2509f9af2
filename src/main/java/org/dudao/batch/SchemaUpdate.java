package org.dudao.batch;

import java.util.ArrayList;
import java.util.List;

import org.dudao.catalog.Feed;
import org.dudao.database.Migrations;
import org.dudao.warehouse.FactTables;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Brings the tables to where the program and its catalogue need them, as the user for
 * migrations where one is set.
 */
public final class SchemaUpdate implements FlywayMigrationStrategy {

	private final List<String> done = new ArrayList<>();

	private @Nullable Migrations migrations;

	SchemaUpdate() {
	}

	/** The tables that every database has, before anything asks for them. */
	@Override
	public void migrate(Flyway flyway) {
		Migrations pending = new Migrations(flyway);
		this.done.addAll(pending.migrate());
		this.migrations = pending;
	}

	/** The fact tables, which are as the feeds' contracts have them. */
	void migrate(Flyway flyway, List<Feed> feeds) {
		this.done.addAll(new FactTables(JdbcClient.create(new Migrations(flyway).owner())).migrate(feeds));
	}

	/**
	 * What was changed when the program started: the number and description of each
	 * migration, then each statement on a fact table.
	 */
	public List<String> done() {
		return List.copyOf(this.done);
	}

	/** The version of the tables that every database has, asked for only when wanted. */
	public String version() {
		return (this.migrations != null) ? this.migrations.version() : "0";
	}

}
