package org.dudao.upkeep;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;

import org.dudao.batch.Settings;
import org.jspecify.annotations.Nullable;

/**
 * The file that a backup is to become.
 *
 * @param folder where it is
 * @param file its whole path
 */
record Target(Path folder, Path file) {

	/**
	 * The file that somebody named.
	 * @throws Refused when nothing can or must be written there
	 */
	static Target of(Path given, Settings settings) throws IOException {
		if (given.toString().isBlank()) {
			throw new Refused("backup.no-name");
		}
		Path file = given.toAbsolutePath().normalize();
		@Nullable Path folder = file.getParent();
		if (folder == null || Files.isDirectory(file)) {
			throw new Refused("backup.is-folder", file);
		}
		if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
			throw new Refused("backup.exists", file);
		}
		if (!Files.isDirectory(folder)) {
			throw new Refused("backup.no-folder", folder);
		}
		for (Path own : List.of(settings.archive(), settings.outbox())) {
			if (Files.isDirectory(own) && folder.toRealPath().startsWith(own.toRealPath())) {
				throw new Refused("backup.inside", file, own);
			}
		}
		return new Target(folder, file);
	}

	/** An empty file beside it that nobody but its owner can read. */
	Path part() {
		try {
			return Files.createTempFile(this.folder, this.file.getFileName() + ".", ".part");
		}
		catch (IOException fault) {
			throw new Refused("backup.cannot-write", this.folder, fault.getClass().getSimpleName(), fault.getMessage());
		}
	}

}
