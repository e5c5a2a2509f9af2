package org.dudao.warehouse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.dudao.catalog.Feed;
import org.dudao.catalog.Field;
import org.dudao.database.Denied;
import org.dudao.database.SchemaBehind;
import org.dudao.database.Tables;
import org.dudao.database.Tables.Column;
import org.dudao.message.Message;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Keeps the fact tables as the feeds' contracts have them. A new field becomes a new
 * column; what would destroy or reinterpret figures is refused.
 */
public final class FactTables {

	private static final int DEFAULT_LENGTH = 255;

	private final JdbcClient jdbc;

	/** The fact tables of that database. */
	public FactTables(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Makes the tables that are missing and adds the columns that are missing. Several
	 * programs may do so at once.
	 * @return the statements that were needed
	 * @throws DestructiveChange when a column exists with another type; nothing is
	 * changed then
	 * @throws SchemaBehind when something is missing that this user may not make
	 */
	public List<String> migrate(List<Feed> feeds) {
		List<String> missing = missing(feeds);
		missing.forEach((sql) -> change(sql, feeds));
		return missing;
	}

	/**
	 * The statements that make what is missing.
	 * @throws DestructiveChange when a column exists with another type
	 */
	public List<String> missing(List<Feed> feeds) {
		Map<String, Map<String, String>> tables = columns();
		List<String> statements = new ArrayList<>();
		for (Feed feed : feeds) {
			Map<String, String> existing = tables.getOrDefault(feed.table(), Map.of());
			statements.addAll(existing.isEmpty() ? List.of(create(feed)) : additions(feed, existing));
		}
		return statements;
	}

	/** Another program that starts at the same moment may have been quicker. */
	private void change(String sql, List<Feed> feeds) {
		try {
			this.jdbc.sql(sql).update();
		}
		catch (DataAccessException fault) {
			if (Denied.is(fault)) {
				throw new SchemaBehind(Message.of("warehouse.may-not-change", sql.lines().findFirst().orElse(sql)));
			}
			if (missing(feeds).contains(sql)) {
				throw fault;
			}
		}
	}

	/** The statement that makes a feed's table, for H2, MySQL and MariaDB alike. */
	public static String create(Feed feed) {
		return create(feed.table(),
				feed.fields()
					.stream()
					.map((field) -> new Column(field.name(), type(field), isKey(feed, field)))
					.toList());
	}

	/**
	 * The statement that makes a fact table with those columns between the three that
	 * number its rows and the one for what was withheld.
	 */
	public static String create(String table, List<Column> columns) {
		StringBuilder sql = new StringBuilder("create table " + table + " (\n");
		sql.append("  submission_id bigint not null,\n  line int not null,\n  item int not null,\n");
		for (Column column : columns) {
			sql.append("  ").append(column.name()).append(' ').append(column.type());
			sql.append(column.required() ? " not null" : "").append(",\n");
		}
		return sql.append("  suppressed varchar(1000),\n  primary key (submission_id, line, item)\n)")
			.append(" default charset=utf8mb4 collate=utf8mb4_bin")
			.toString();
	}

	private static boolean isKey(Feed feed, Field field) {
		return feed.primaryKey().contains(field.name());
	}

	private static String type(Field field) {
		return switch (field.type()) {
			case REGION -> "varchar(32)";
			case PERIOD -> "int";
			case STAGE -> "varchar(32)";
			case BASIS -> "varchar(64)";
			case STRING -> "varchar(" + length(field) + ")";
			case INTEGER -> "bigint";
			case NUMBER -> "decimal(24,6)";
			case BOOLEAN -> "int";
		};
	}

	private static int length(Field field) {
		Integer max = field.constraints().maxLength();
		return (max != null) ? max : DEFAULT_LENGTH;
	}

	private static List<String> additions(Feed feed, Map<String, String> existing) {
		List<String> statements = new ArrayList<>();
		for (Field field : feed.fields()) {
			String is = existing.get(field.name());
			String wanted = type(field);
			if (is == null && isKey(feed, field)) {
				throw new DestructiveChange(Message.of("warehouse.key-added", feed.name(), field.name(), feed.table()));
			}
			if (is == null) {
				statements.add("alter table " + feed.table() + " add column " + field.name() + " " + wanted);
			}
			else if (!is.equals(wanted)) {
				statements.add(widening(feed, field, is, wanted));
			}
		}
		return statements;
	}

	/** A text may become longer; all else would cut or reinterpret what is there. */
	private static String widening(Feed feed, Field field, String is, String wanted) {
		boolean texts = is.startsWith("varchar(") && wanted.startsWith("varchar(");
		if (!texts || lengthOf(is) > lengthOf(wanted)) {
			throw new DestructiveChange(
					Message.of("warehouse.type-changed", feed.name(), field.name(), feed.table(), is, wanted));
		}
		return "alter table " + feed.table() + " modify column " + field.name() + " " + wanted
				+ (isKey(feed, field) ? " not null" : "");
	}

	private static int lengthOf(String varchar) {
		return Integer.parseInt(varchar.substring("varchar(".length(), varchar.length() - 1));
	}

	/** The columns of all tables, asked for at once: every command waits for it. */
	private Map<String, Map<String, String>> columns() {
		Map<String, Map<String, String>> tables = new HashMap<>();
		Tables.of(this.jdbc)
			.forEach((name, table) -> tables.put(name,
					table.columns().stream().collect(Collectors.toMap(Column::name, Column::type))));
		return tables;
	}

}
