package org.dudao.upkeep;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import org.dudao.database.Tables.Column;
import org.dudao.upkeep.Contents.Filled;

/**
 * The columns of a fact table that a backup describes. They become part of a statement,
 * so that nothing but a name and a type is taken.
 */
final class FactColumns {

	private static final Pattern TABLE = Pattern.compile("fact_[a-z0-9_]+");

	private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");

	private static final Pattern TYPE = Pattern.compile("varchar\\([0-9]+\\)|int|bigint|decimal\\([0-9]+,[0-9]+\\)");

	private static final Set<String> OF_EACH = Set.of("submission_id", "line", "item", "suppressed");

	private FactColumns() {
	}

	/**
	 * Those that a table has beside the ones that every fact table has.
	 * @throws IllegalStateException when it {@link #fit is none}
	 */
	static List<Column> of(Filled table) {
		if (!fit(table)) {
			throw new IllegalStateException(table.name() + " is no fact table");
		}
		return table.columns().stream().filter((column) -> !OF_EACH.contains(column.name())).toList();
	}

	/** Whether a table is a fact table that can be made. */
	static boolean fit(Filled table) {
		return TABLE.matcher(table.name()).matches() && table.columns()
			.stream()
			.allMatch((column) -> NAME.matcher(column.name()).matches() && TYPE.matcher(column.type()).matches())
				&& table.columns().stream().map(Column::name).toList().containsAll(OF_EACH);
	}

}
