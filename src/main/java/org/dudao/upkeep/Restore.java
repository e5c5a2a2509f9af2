package org.dudao.upkeep;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import javax.sql.DataSource;

import org.dudao.batch.Settings;
import org.dudao.database.Bulk;
import org.dudao.database.Migrations;
import org.dudao.database.SchemaBehind;
import org.dudao.database.Tables.Table;
import org.dudao.submission.Archive;
import org.dudao.submission.Holder;
import org.dudao.upkeep.Contents.Filled;
import org.dudao.warehouse.FactTables;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Fills an empty place from a backup: the tables as they were when it was made, the rows,
 * the archive, and then the migrations since. Until all is done and compared nobody can
 * take the lease.
 */
final class Restore {

	private static final int ROWS_AT_A_TIME = 5_000;

	private static final int CHARACTERS_AT_A_TIME = 1 << 22;

	private final JdbcTemplate jdbc;

	private final Flyway flyway;

	private final Settings settings;

	private final Archive archive;

	private final Kept kept;

	private final Bulk bulk;

	private final TransactionTemplate transaction;

	Restore(ApplicationContext context) {
		this.jdbc = new JdbcTemplate(context.getBean(DataSource.class));
		this.flyway = context.getBean(Flyway.class);
		this.settings = context.getBean(Settings.class);
		this.archive = new Archive(this.settings.archive());
		this.kept = new Kept(this.jdbc);
		this.bulk = new Bulk(this.jdbc);
		this.transaction = new TransactionTemplate(new JdbcTransactionManager(context.getBean(DataSource.class)));
	}

	Restored from(BackupFile backup) throws IOException {
		Contents contents = backup.contents();
		refuse();
		try {
			migrateTo(contents.schema());
		}
		catch (SchemaBehind mayNot) {
			throw new Refused("restore.may-not-make-tables");
		}
		try {
			return fillFrom(backup, contents);
		}
		catch (Unfinished stopped) {
			throw stopped;
		}
		catch (IOException | RuntimeException fault) {
			throw Unfinished.by(fault);
		}
	}

	private Restored fillFrom(BackupFile backup, Contents contents) throws IOException {
		lock();
		makeFactTables(contents.tables());
		for (Filled filled : contents.tables()) {
			fillLocked(filled, backup);
		}
		new Counters(this.jdbc).setOn();
		for (String sha256 : backup.files()) {
			Path place = this.archive.path(sha256);
			Files.createDirectories(Objects.requireNonNull(place.getParent()));
			try (OutputStream out = Files.newOutputStream(place)) {
				backup.copy(sha256, out);
			}
		}
		new Migrations(this.flyway).migrate();
		KeptDigest digest = (contents.catalog() != null) ? KeptDigest.by(contents.catalog(), this.jdbc, this.archive)
				: KeptDigest.NONE;
		unlock();
		return new Restored(contents, schema(), (digest.parts() != null) ? digest.parts().get(KeptDigest.WHOLE) : null,
				different(contents.digest(), digest.parts()));
	}

	/**
	 * Among the rows is that of the lease, which is free in a backup: nobody may see it
	 * so.
	 */
	private void fillLocked(Filled filled, BackupFile backup) throws IOException {
		if (!filled.name().equals("lease")) {
			fill(filled, backup);
			return;
		}
		this.transaction.executeWithoutResult((status) -> {
			try {
				fill(filled, backup);
				lock();
			}
			catch (IOException fault) {
				throw new UncheckedIOException(fault);
			}
		});
	}

	/** As many as its backup would say, and not none where there are only others. */
	private int counted(Map<String, Table> tables) {
		int kept = this.kept.tables().size();
		return (kept > 0) ? kept : tables.size();
	}

	private void refuse() throws IOException {
		Map<String, Table> tables = this.kept.all();
		if (!tables.isEmpty()) {
			throw isUnfinished(tables) ? new Refused("restore.unfinished-before")
					: new Refused("restore.database-not-empty", counted(tables));
		}
		for (Path folder : List.of(this.settings.archive(), this.settings.outbox())) {
			if (Files.isDirectory(folder)) {
				try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
					if (files.iterator().hasNext()) {
						throw new Refused("restore.home-not-empty", folder);
					}
				}
			}
		}
	}

	private boolean isUnfinished(Map<String, Table> tables) {
		return tables.containsKey("lease") && !this.jdbc
			.queryForList("select name from lease where holder = ?", String.class, Holder.UNFINISHED_RESTORE.text())
			.isEmpty();
	}

	private String schema() {
		return new Migrations(this.flyway).version();
	}

	private void migrateTo(String schema) {
		new Migrations(Flyway.configure().configuration(this.flyway.getConfiguration()).target(schema).load())
			.migrate();
	}

	private void lock() {
		this.jdbc.update("update lease set holder = ?, expires_at = timestamp '9999-12-31 00:00:00'",
				Holder.UNFINISHED_RESTORE.text());
	}

	private void unlock() {
		this.jdbc.update("update lease set holder = null, expires_at = current_timestamp(6)");
	}

	/** What facts there were depends on the catalogues of then. */
	private void makeFactTables(List<Filled> tables) {
		JdbcTemplate owner = new JdbcTemplate(new Migrations(this.flyway).owner());
		Map<String, Table> there = this.kept.all();
		tables.stream()
			.filter((table) -> !there.containsKey(table.name()))
			.forEach((table) -> owner.execute(FactTables.create(table.name(), FactColumns.of(table))));
	}

	private void fill(Filled filled, BackupFile backup) throws IOException {
		Table table = Objects.requireNonNull(this.kept.all().get(filled.name()));
		// A migration may have put in a first row.
		this.jdbc.update("delete from " + table.name());
		List<String> columns = filled.columns().stream().map((column) -> column.name()).toList();
		List<Kind> kinds = Kept.kinds(filled.columns());
		List<@Nullable Object[]> rows = new ArrayList<>();
		int[] characters = new int[1];
		backup.lines(filled.name(), (line) -> {
			rows.add(Kept.values(line, kinds));
			characters[0] += line.length();
			if (rows.size() == ROWS_AT_A_TIME || characters[0] > CHARACTERS_AT_A_TIME) {
				this.bulk.insert(table.name(), columns, rows);
				rows.clear();
				characters[0] = 0;
			}
		});
		this.bulk.insert(table.name(), columns, rows);
		Sum sum = new Sum();
		this.kept.read(table, filled.columns(), sum::add);
		if (!sum.text().equals(filled.sum())) {
			throw new Unfinished("restore.rows-differ", filled.name(), filled.rows(), sum.rows());
		}
	}

	private static List<String> different(@Nullable Map<String, String> then, @Nullable Map<String, String> now) {
		if (then == null || now == null) {
			return List.of();
		}
		return then.keySet().stream().filter((part) -> !then.get(part).equals(now.get(part))).sorted().toList();
	}

}
