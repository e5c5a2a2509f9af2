package org.dudao.metric;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How much room there is for the archive, the outbox and the embedded database. */
final class DiskMeasures implements Measured {

	private static final Logger LOGGER = LoggerFactory.getLogger(DiskMeasures.class);

	private final Path home;

	DiskMeasures(Path home) {
		this.home = home.toAbsolutePath().normalize();
	}

	@Override
	public List<Series> measure(Instant now) {
		Series free = Series.gauge("dudao_disk_free_bytes", "Room that is left on the disk of the home", "path");
		Series total = Series.gauge("dudao_disk_total_bytes", "Size of the disk of the home", "path");
		try {
			FileStore disk = Files.getFileStore(this.home);
			free.add(disk.getUsableSpace(), this.home.toString());
			total.add(disk.getTotalSpace(), this.home.toString());
		}
		catch (IOException unknown) {
			LOGGER.warn("The disk of {} cannot be looked at: {}", this.home, unknown.getMessage());
		}
		return List.of(free, total);
	}

}
