package org.dudao.schedule;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Whether folders can be used, by using them: rights and full disks show in no other way.
 */
public final class FolderHealth implements HealthIndicator {

	private final List<Path> folders;

	private final Use use;

	private FolderHealth(List<Path> folders, Use use) {
		this.folders = folders;
		this.use = use;
	}

	/** Well while each of them is there and can be listed. */
	public static FolderHealth readable(List<Path> folders) {
		return new FolderHealth(folders, FolderHealth::list);
	}

	/** Well while a file can be made in it; it is made when it is not there. */
	static FolderHealth writable(Path folder) {
		return new FolderHealth(List.of(folder.toAbsolutePath()), FolderHealth::write);
	}

	@Override
	public Health health() {
		Health.Builder health = Health.up();
		for (Path folder : this.folders) {
			try {
				this.use.of(folder);
				health.withDetail(folder.toString(), "usable");
			}
			catch (IOException fault) {
				health.down().withDetail(folder.toString(), said(fault));
			}
		}
		return health.build();
	}

	private static String said(IOException fault) {
		if (fault instanceof NoSuchFileException) {
			return "is not there";
		}
		if (fault instanceof NotDirectoryException || fault instanceof FileAlreadyExistsException) {
			return "is no folder";
		}
		return (fault instanceof AccessDeniedException) ? "may not be used by this process"
				: fault.getClass().getSimpleName();
	}

	private static void list(Path folder) throws IOException {
		try (Stream<Path> entries = Files.list(folder)) {
			entries.findAny();
		}
		catch (UncheckedIOException fault) {
			throw fault.getCause();
		}
	}

	private static void write(Path folder) throws IOException {
		Files.createDirectories(folder);
		Path probe = Files.createTempFile(folder, ".probe-", ".tmp");
		try {
			Files.write(probe, new byte[] { 1 });
		}
		finally {
			Files.delete(probe);
		}
	}

	/** What is done with a folder. */
	private interface Use {

		void of(Path folder) throws IOException;

	}

}
