package org.dudao.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;

import org.dudao.region.Regions;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How many files have come into an inbox since a night last looked into it. Files are
 * known by path and time alone, since to read them all would be as much work as a night.
 */
public final class WaitingFiles {

	private static final Logger LOGGER = LoggerFactory.getLogger(WaitingFiles.class);

	private final JdbcClient jdbc;

	private final Regions regions;

	private final Clock clock;

	WaitingFiles(JdbcClient jdbc, Regions regions, Clock clock) {
		this.jdbc = jdbc;
		this.regions = regions;
		this.clock = clock;
	}

	/**
	 * The files that nobody has looked at as they are now, or that were still growing
	 * then; empty when there is no such inbox, or it cannot be read. What could not be
	 * taken in anyway, such as a file in no sender's folder, does not count.
	 */
	public OptionalInt in(Path inbox) {
		try {
			Map<String, Instant> seen = seen(inbox.toRealPath());
			int waiting = 0;
			for (PlannedFile file : new Inbox(inbox, this.regions, LocalDate.now(this.clock)).files()) {
				if (file.left() == null && isNew(file.path(), seen.get(file.path().toString()))) {
					waiting++;
				}
			}
			return OptionalInt.of(waiting);
		}
		catch (IOException unreadable) {
			LOGGER.warn("It is not known how many files wait in {}: {}", inbox, unreadable.toString());
			return OptionalInt.empty();
		}
	}

	private static boolean isNew(Path file, @Nullable Instant seen) throws IOException {
		return seen == null || Files.getLastModifiedTime(file).toInstant().isAfter(seen);
	}

	/** When the runs since the last night over that inbox looked at which file. */
	private Map<String, Instant> seen(Path inbox) {
		String root = inbox + inbox.getFileSystem().getSeparator();
		Long night = this.jdbc.sql("""
				select coalesce(max(p.run_id), 0) from planned_file p join run r on r.id = p.run_id
				where r.job = 'nightly' and p.seq = 0 and substring(p.path, 1, ?) = ?""")
			.params(root.length(), root)
			.query(Long.class)
			.single();
		Map<String, Instant> seen = new HashMap<>();
		this.jdbc.sql("""
				select p.path, r.started_at from planned_file p join run r on r.id = p.run_id
				where p.run_id >= ? and coalesce(p.code, '') <> 'inbox.growing' order by p.run_id""")
			.param(night)
			.query((rs) -> {
				seen.put(rs.getString(1), rs.getObject(2, LocalDateTime.class).toInstant(ZoneOffset.UTC));
			});
		return seen;
	}

}
