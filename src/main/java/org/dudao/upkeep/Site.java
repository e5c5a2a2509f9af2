package org.dudao.upkeep;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.dudao.batch.Settings;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A home and its database as they are. Unlike every other way to them, opening this one
 * migrates nothing.
 */
public final class Site implements AutoCloseable {

	private static final String EMBEDDED = "jdbc:h2:file:";

	private final ConfigurableApplicationContext context;

	private Site(ConfigurableApplicationContext context) {
		this.context = context;
	}

	/**
	 * Opens that home, with the database that the settings name.
	 * @param settings beside those of the environment, each as {@code --name=value}
	 */
	public static Site open(Path home, String... settings) {
		String[] all = new String[settings.length + 1];
		all[0] = "--dudao.home=" + home.toAbsolutePath().normalize();
		System.arraycopy(settings, 0, all, 1, settings.length);
		// Flyway looks at the database as soon as it is there, and looking makes an
		// embedded one.
		return new Site(new SpringApplicationBuilder(SiteParts.class).lazyInitialization(true).run(all));
	}

	/**
	 * Writes database and archive, as they are at one moment, into a new file. Nothing is
	 * changed, and no run can begin until it is done.
	 * @return what is in the backup
	 * @throws Refused when the file exists or cannot be made there, or there is nothing
	 * to back up
	 * @throws org.dudao.submission.LeaseHeld when a run is going on
	 * @throws IOException when the archive cannot be read or the file not be written;
	 * there is no such file then
	 */
	public Contents backup(Path file) throws IOException {
		if (!exists()) {
			throw new Refused("backup.nothing", home());
		}
		return new Backup(this.context).write(file);
	}

	/**
	 * What is in a backup, each row and file of which was looked at. No database is
	 * needed.
	 * @throws Refused when it is damaged or of a newer program
	 */
	public static Contents look(Path file) throws IOException {
		try (BackupFile backup = BackupFile.open(file)) {
			backup.verify();
			Rehearsal.of(file, backup.contents());
			return backup.contents();
		}
	}

	/**
	 * Fills an empty home and an empty database from a backup, and brings the tables to
	 * this program's version.
	 * @throws Refused when the backup is damaged or of a newer program, or when home or
	 * database are not empty; nothing was changed then
	 * @throws Unfinished when it stopped half way; what to do is in its message
	 * @throws IOException when the backup cannot be read; nothing was changed then
	 */
	public Restored restore(Path file) throws IOException {
		try (BackupFile backup = BackupFile.open(file)) {
			backup.verify();
			Rehearsal.of(file, backup.contents());
			return new Restore(this.context).from(backup);
		}
	}

	private Path home() {
		return this.context.getBean(Settings.class).home();
	}

	/** An embedded database that is not there would be made by looking for it. */
	private boolean exists() {
		String url = url();
		return url == null || !url.startsWith(EMBEDDED)
				|| Files.exists(Path.of(url.substring(EMBEDDED.length()).split(";", 2)[0] + ".mv.db"));
	}

	private @Nullable String url() {
		return this.context.getEnvironment().getProperty("spring.datasource.url");
	}

	@Override
	public void close() {
		this.context.close();
	}

}
