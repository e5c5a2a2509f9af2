package org.dudao.upkeep;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import javax.sql.DataSource;

import org.dudao.batch.Settings;
import org.dudao.database.Tables.Column;
import org.dudao.database.Tables.Table;
import org.dudao.submission.Archive;
import org.dudao.submission.Lease;
import org.dudao.submission.Runs;
import org.dudao.upkeep.Contents.Filled;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;

import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes a backup in one transaction that sees the database as it was when it began, and
 * in which the lease is barred: no run is half done in it, and none begins before it is
 * whole. The archive is only ever added to by runs.
 */
final class Backup {

	private static final Map<String, List<String>> HASHES = Map.of("submission", List.of("sha256", "correction_sha256"),
			"county_text", List.of("sha256"));

	private final DataSource source;

	private final JdbcTemplate jdbc;

	private final Flyway flyway;

	private final Settings settings;

	private final Archive archive;

	Backup(ApplicationContext context) {
		this.source = context.getBean(DataSource.class);
		this.jdbc = new JdbcTemplate(this.source);
		this.flyway = context.getBean(Flyway.class);
		this.settings = context.getBean(Settings.class);
		this.archive = new Archive(this.settings.archive());
	}

	Contents write(Path given) throws IOException {
		Target target = Target.of(given, this.settings);
		MigrationInfo schema = this.flyway.info().current();
		if (schema == null) {
			throw new Refused("backup.nothing", this.settings.home());
		}
		Path part = target.part();
		// Somebody may end the process by its keyboard.
		part.toFile().deleteOnExit();
		try {
			Contents contents = write(part, schema.getVersion().getVersion());
			try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
				channel.force(true);
			}
			name(part, target.file());
			return contents;
		}
		finally {
			Files.deleteIfExists(part);
		}
	}

	/** A link is made only where there is nothing; moving would write over a file. */
	private static void name(Path part, Path file) throws IOException {
		try {
			Files.createLink(file, part);
		}
		catch (FileAlreadyExistsException exists) {
			throw new Refused("backup.exists", file);
		}
		catch (UnsupportedOperationException | FileSystemException noLinks) {
			Files.move(part, file);
		}
	}

	private Contents write(Path part, String schema) throws IOException {
		String vendor = vendor();
		TransactionTemplate moment = new TransactionTemplate(new JdbcTransactionManager(this.source));
		// What H2 calls serializable is what MySQL calls repeatable: a snapshot.
		moment.setIsolationLevel(vendor.startsWith("H2") ? TransactionDefinition.ISOLATION_SERIALIZABLE
				: TransactionDefinition.ISOLATION_REPEATABLE_READ);
		try (OutputStream out = Files.newOutputStream(part); BackupWriter writer = new BackupWriter(out)) {
			Contents contents = Objects.requireNonNull(moment.execute((status) -> {
				status.setRollbackOnly();
				new Lease(JdbcClient.create(this.jdbc), moment, this.settings.lease()).bar();
				return write(writer, schema, vendor);
			}));
			writer.contents(contents);
			return contents;
		}
		catch (UncheckedIOException fault) {
			throw fault.getCause();
		}
	}

	private Contents write(BackupWriter writer, String schema, String vendor) {
		Instant now = Instant.now();
		Kept kept = new Kept(this.jdbc);
		List<Filled> filled = new ArrayList<>();
		for (Table table : kept.tables()) {
			Sum sum = new Sum();
			writer.table(Kept.name(table), (lines) -> kept.read(table, table.columns(), (row) -> {
				sum.add(row);
				lines.accept(row);
			}));
			filled.add(new Filled(Kept.name(table), table.columns(), sum.rows(), sum.text()));
		}
		List<String> unlike = new ArrayList<>();
		Sum files = new Sum();
		long[] bytes = new long[1];
		this.archive.forEach((sha256) -> bytes[0] += file(writer, sha256, files, unlike));
		KeptDigest digest = (this.flyway.info().pending().length == 0) ? KeptDigest.now(this.jdbc, this.archive, unlike)
				: KeptDigest.NONE;
		return new Contents(Contents.FORMAT, Runs.program(), schema, vendor, now, digest.catalog(), digest.parts(),
				filled, files.rows(), bytes[0], files.text(), unlike, missing(kept));
	}

	private long file(BackupWriter writer, String sha256, Sum files, List<String> unlike) {
		MessageDigest digest = Archive.sha256();
		try (InputStream in = new DigestInputStream(Files.newInputStream(this.archive.path(sha256)), digest)) {
			long length = writer.file(sha256, in);
			String found = HexFormat.of().formatHex(digest.digest());
			if (!found.equals(sha256)) {
				unlike.add(sha256);
			}
			files.addFile(sha256, found);
			return length;
		}
		catch (IOException fault) {
			throw new UncheckedIOException(fault);
		}
	}

	/** The files that the tables name and the archive does not have. */
	private List<String> missing(Kept kept) {
		Map<String, Table> tables = kept.all();
		List<String> missing = new ArrayList<>();
		HASHES.forEach((name, columns) -> {
			Table table = tables.get(name);
			if (table != null) {
				boolean purges = table.columns().stream().anyMatch((column) -> column.name().equals("file_purged_at"));
				List<String> there = table.columns().stream().map(Column::name).filter(columns::contains).toList();
				there.forEach((column) -> this.jdbc
					.queryForList(
							"select distinct " + column + " from " + name + " where " + column + " is not null"
									+ (purges && column.equals("sha256") ? " and file_purged_at is null" : ""),
							String.class)
					.stream()
					.filter((sha256) -> !this.archive.holds(sha256))
					.forEach(missing::add));
			}
		});
		return missing;
	}

	private String vendor() {
		return Objects.requireNonNull(this.jdbc
			.execute((ConnectionCallback<String>) (session) -> session.getMetaData().getDatabaseProductName() + " "
					+ session.getMetaData().getDatabaseProductVersion()));
	}

}
