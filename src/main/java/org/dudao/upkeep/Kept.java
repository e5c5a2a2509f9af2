package org.dudao.upkeep;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.dudao.database.RowByRow;
import org.dudao.database.Tables;
import org.dudao.database.Tables.Column;
import org.dudao.database.Tables.Table;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The tables that a backup has: all of them, but for those by which a database counts. A
 * row is a line: a JSON array of texts and nulls, in the order of the columns.
 */
final class Kept {

	/** Batch's tables point to each other; what is pointed to comes first. */
	private static final List<String> FIRST = List.of("batch_job_instance", "batch_job_execution",
			"batch_job_execution_params", "batch_step_execution", "batch_step_execution_context",
			"batch_job_execution_context");

	private static final JsonMapper JSON = JsonMapper.shared();

	private final JdbcTemplate jdbc;

	Kept(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	/** The tables by name, in an order in which they can be filled. */
	List<Table> tables() {
		Comparator<String> order = Comparator.<String>comparingInt((name) -> FIRST.contains(name) ? 0 : 1)
			.thenComparing((name) -> FIRST.indexOf(name))
			.thenComparing(Comparator.naturalOrder());
		return all().entrySet()
			.stream()
			.filter((table) -> !table.getKey().startsWith("flyway_") && !table.getKey().matches("batch_.*_seq"))
			.sorted(Map.Entry.comparingByKey(order))
			.map(Map.Entry::getValue)
			.toList();
	}

	/** All tables by their names in lower case. */
	Map<String, Table> all() {
		return Tables.of(JdbcClient.create(this.jdbc));
	}

	/** The name under which a table is kept. */
	static String name(Table table) {
		return table.name().toLowerCase(Locale.ROOT);
	}

	/** Gives all rows of a table, those columns of it, one by one. */
	void read(Table table, List<Column> columns, Consumer<byte[]> reader) {
		List<Kind> kinds = kinds(columns);
		RowByRow.read(this.jdbc, "select " + names(columns) + " from " + table.name(),
				(row) -> reader.accept(line(row, kinds)));
	}

	static List<Kind> kinds(List<Column> columns) {
		return columns.stream().map((column) -> Kind.of(column.type())).toList();
	}

	private static String names(List<Column> columns) {
		return columns.stream().map(Column::name).collect(Collectors.joining(", "));
	}

	private static byte[] line(ResultSet row, List<Kind> kinds) throws SQLException {
		List<@Nullable String> cells = new ArrayList<>(kinds.size());
		for (int i = 0; i < kinds.size(); i++) {
			cells.add(kinds.get(i).text(row, i + 1));
		}
		return JSON.writeValueAsString(cells).getBytes(StandardCharsets.UTF_8);
	}

	/**
	 * The values of a line.
	 * @throws IllegalArgumentException when it has more cells or fewer
	 */
	static @Nullable Object[] values(String line, List<Kind> kinds) {
		@Nullable String @Nullable [] cells = JSON.readValue(line, String[].class);
		if (cells == null || cells.length != kinds.size()) {
			throw new IllegalArgumentException("a row of " + kinds.size() + " cells was expected");
		}
		@Nullable Object[] values = new Object[kinds.size()];
		for (int i = 0; i < values.length; i++) {
			String cell = cells[i];
			values[i] = (cell != null) ? kinds.get(i).value(cell) : null;
		}
		return values;
	}

}
