package org.dudao.schedule;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Whether folders can be used, by using them: rights and full disks show in no other way.
 * One that hangs, as those of a network do whose server has gone, is not waited for, and
 * not used again until it has answered.
 */
public final class FolderHealth implements HealthIndicator {

	private static final String USABLE = "usable";

	private final Map<Path, Asked<String>> folders = new LinkedHashMap<>();

	private final Duration limit;

	/** Waits so long for all of them together. */
	FolderHealth(List<Path> folders, Use use, Duration limit) {
		folders.forEach((folder) -> this.folders.put(folder, new Asked<>(() -> used(folder, use))));
		this.limit = limit;
	}

	/** Well while each of them is there and can be listed. */
	public static FolderHealth readable(List<Path> folders) {
		return new FolderHealth(folders, FolderHealth::list, Patience.LONGEST);
	}

	/** Well while a file can be made in it; it is made when it is not there. */
	static FolderHealth writable(Path folder) {
		return new FolderHealth(List.of(folder.toAbsolutePath()), FolderHealth::write, Patience.LONGEST);
	}

	@Override
	public Health health() {
		Health.Builder health = Health.up();
		long until = System.nanoTime() + this.limit.toNanos();
		this.folders.values().forEach(Asked::begin);
		this.folders.forEach((folder, asked) -> {
			String said = asked.within(Duration.ofNanos(until - System.nanoTime())).orElse("does not answer");
			(said.equals(USABLE) ? health : health.down()).withDetail(folder.toString(), said);
		});
		return health.build();
	}

	private static String used(Path folder, Use use) {
		try {
			use.of(folder);
			return USABLE;
		}
		catch (IOException fault) {
			return said(fault);
		}
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
	interface Use {

		void of(Path folder) throws IOException;

	}

}
