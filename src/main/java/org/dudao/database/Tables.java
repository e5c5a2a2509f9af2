package org.dudao.database;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables that there are, as the database itself describes them. */
public final class Tables {

	private Tables() {
	}

	/** All tables by name, asked for at once; names are in lower case. */
	public static Map<String, Table> of(JdbcClient jdbc) {
		Map<String, Table> tables = new LinkedHashMap<>();
		jdbc.sql("""
				select table_name, column_name, data_type, character_maximum_length, numeric_precision, numeric_scale,
				is_nullable from information_schema.columns where table_schema = schema()
				order by table_name, ordinal_position""").query((rs) -> {
			String name = rs.getString(1);
			tables.computeIfAbsent(name.toLowerCase(Locale.ROOT), (none) -> new Table(name, new ArrayList<>()))
				.columns()
				.add(new Column(rs.getString(2).toLowerCase(Locale.ROOT),
						type(rs.getString(3), rs.getLong(4), rs.getInt(5), rs.getInt(6)),
						rs.getString(7).equals("NO")));
		});
		return tables;
	}

	/** The databases have several names for one type. */
	private static String type(String name, long length, int precision, int scale) {
		return switch (name.toLowerCase(Locale.ROOT)) {
			case "character varying", "varchar" -> "varchar(" + length + ")";
			case "character", "char" -> "char(" + length + ")";
			case "character large object", "mediumtext", "longtext", "text" -> "text";
			case "integer", "int" -> "int";
			case "numeric", "decimal" -> "decimal(" + precision + "," + scale + ")";
			case "timestamp", "datetime" -> "datetime";
			default -> name.toLowerCase(Locale.ROOT);
		};
	}

	/**
	 * A table.
	 *
	 * @param name as statements must write it
	 * @param columns in their order
	 */
	public record Table(String name, List<Column> columns) {
	}

	/**
	 * A column.
	 *
	 * @param name in lower case
	 * @param type as a statement that makes it would write it
	 * @param required whether it is never null
	 */
	public record Column(String name, String type, boolean required) {
	}

}
