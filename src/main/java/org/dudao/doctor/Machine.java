package org.dudao.doctor;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;

import org.dudao.batch.Settings;
import org.dudao.doctor.Check.Level;
import org.dudao.message.Message;

/** The checks of this machine and this process. */
final class Machine {

	private static final long MEGABYTE = 1L << 20;

	private static final long LEAST_FREE = 1024 * MEGABYTE;

	private static final int PERCENT = 100;

	private static final int LEAST_PERCENT = 10;

	private final Settings settings;

	Machine(Settings settings) {
		this.settings = settings;
	}

	List<Check> checks() {
		List<Check> checks = new ArrayList<>(List.of(program(), zone(ZoneId.systemDefault()), pool()));
		checks.addAll(folders());
		checks.add(disk());
		return checks;
	}

	private static Check program() {
		String version = Machine.class.getPackage().getImplementationVersion();
		return Check.well(Subject.PROGRAM,
				Message.of("doctor.program.found", (version != null) ? version : "?", Runtime.version(),
						Runtime.getRuntime().availableProcessors(), Runtime.getRuntime().maxMemory() / MEGABYTE));
	}

	/** Spring Batch keeps local times, and a deadline is a day of this zone. */
	static Check zone(ZoneId zone) {
		if (hasSummerTime(zone)) {
			return Check.bad(Level.ADVICE, Subject.ZONE, zone.getId());
		}
		if (zone.getRules().getOffset(Instant.now()).getTotalSeconds() == 0) {
			return Check.unknown(Subject.ZONE, Message.of("doctor.zone.found", zone.getId()), Subject.ZONE.change());
		}
		return Check.well(Subject.ZONE, zone.getId());
	}

	static boolean hasSummerTime(ZoneId zone) {
		ZoneRules rules = zone.getRules();
		return !rules.isFixedOffset() && rules.nextTransition(Instant.now()) != null;
	}

	private Check pool() {
		return Check.when(this.settings.pool() >= this.settings.leastPool(), Level.FAULT, Subject.POOL,
				Message.of("doctor.pool.found", this.settings.pool(), this.settings.workers()),
				this.settings.leastPool());
	}

	private List<Check> folders() {
		List<Path> bad = new ArrayList<>();
		for (Path folder : List.of(this.settings.home(), this.settings.archive(), this.settings.outbox(),
				this.settings.loading(), this.settings.home().resolve("logs"))) {
			if (!takesFiles(folder)) {
				bad.add(folder);
			}
		}
		if (bad.isEmpty()) {
			return List.of(Check.well(Subject.FOLDERS, this.settings.home()));
		}
		String user = System.getProperty("user.name");
		return bad.stream().map((folder) -> Check.bad(Level.FAULT, Subject.FOLDERS, folder, folder, user)).toList();
	}

	/** Only trying tells, since rights alone do not know of a read-only disk. */
	private static boolean takesFiles(Path folder) {
		if (!Files.exists(folder)) {
			Path above = existing(folder);
			return Files.isDirectory(above) && Files.isWritable(above);
		}
		try {
			Files.delete(Files.createTempFile(folder, "doctor-", ".tmp"));
			return true;
		}
		catch (IOException fault) {
			return false;
		}
	}

	private static Path existing(Path folder) {
		Path at = folder.toAbsolutePath();
		while (at.getParent() != null && !Files.exists(at)) {
			at = at.getParent();
		}
		return at;
	}

	private Check disk() {
		try {
			FileStore disk = Files.getFileStore(existing(this.settings.home()));
			return disk(disk.getUsableSpace(), disk.getTotalSpace());
		}
		catch (IOException fault) {
			return Check.unknown(Subject.DISK, Message.of("doctor.disk.unknown", this.settings.home()), null);
		}
	}

	/** Of a disk of that many bytes so many are free. */
	static Check disk(long free, long total) {
		Level level = (free < LEAST_FREE) ? Level.FAULT : Level.ADVICE;
		return Check.when(level != Level.FAULT && free >= total / PERCENT * LEAST_PERCENT, level, Subject.DISK,
				Message.of("doctor.disk.found", free / MEGABYTE, total / MEGABYTE), LEAST_FREE / MEGABYTE,
				LEAST_PERCENT);
	}

}
