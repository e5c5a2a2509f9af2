package org.dudao.upkeep;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.dudao.database.Tables.Column;
import org.jspecify.annotations.Nullable;

/**
 * What a backup says of itself, as {@code backup.json} in it. It names no person, no
 * address and no password.
 *
 * @param format the form of the file; the first had no {@code backup.sha256} and no
 * {@code filesSum}
 * @param program the version of the program that made it
 * @param schema the last migration of the database it was made of
 * @param vendor the kind of that database
 * @param createdAt when it was made
 * @param catalog the version of the catalogue that the digest is by; null without one
 * @param digest the digest of what was in force; null when the tables were older than the
 * program, or the catalogue of the last run is not kept
 * @param tables the tables in the order in which they can be filled
 * @param files the number of archived files in it
 * @param bytes their size
 * @param filesSum the hash of all of them and of their names; null in the first form
 * @param unlike the archived files that no longer were what their name says
 * @param missing the files that the tables name and the archive did not have
 */
public record Contents(int format, String program, String schema, String vendor, Instant createdAt,
		@Nullable String catalog, @Nullable Map<String, String> digest, List<Filled> tables, long files, long bytes,
		@Nullable String filesSum, List<String> unlike, List<String> missing) {

	/** The form that this program writes; it reads this one and those before. */
	static final int FORMAT = 2;

	/** Since this form the file carries the hash of what it says of itself. */
	static final int SEALED = 2;

	/** The rows of all tables. */
	public long rows() {
		return this.tables.stream().mapToLong(Filled::rows).sum();
	}

	/** Whether there is anything by which a digest could be computed. */
	public boolean hasRuns() {
		return this.tables.stream().anyMatch((table) -> table.name().equals("run") && table.rows() > 0);
	}

	/**
	 * A table with its rows.
	 *
	 * @param name in lower case
	 * @param columns in the order of the cells of a row
	 * @param rows how many there are
	 * @param sum the hash of all of them
	 */
	public record Filled(String name, List<Column> columns, long rows, String sum) {
	}

}
