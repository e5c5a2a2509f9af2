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
import java.util.Optional;

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
	 * What there is in an inbox that could be taken in; empty when there is no such
	 * inbox, or it cannot be read. The database is not asked: a folder of a network can
	 * keep whoever looks into it for ever.
	 */
	public Optional<Found> look(Path inbox) {
		try {
			Map<String, Instant> files = new HashMap<>();
			for (PlannedFile file : new Inbox(inbox, this.regions, LocalDate.now(this.clock)).files()) {
				if (file.left() == null) {
					files.put(file.path().toString(), Files.getLastModifiedTime(file.path()).toInstant());
				}
			}
			return Optional.of(new Found(inbox.toRealPath(), files));
		}
		catch (IOException unreadable) {
			LOGGER.warn("It is not known how many files wait in {}: {}", inbox, unreadable.toString());
			return Optional.empty();
		}
	}

	/**
	 * How many of these nobody has looked at as they are now, or were still growing then.
	 */
	public int of(Found found) {
		Map<String, Instant> seen = seen(found.inbox());
		return (int) found.files()
			.entrySet()
			.stream()
			.filter((file) -> isNew(file.getValue(), seen.get(file.getKey())))
			.count();
	}

	private static boolean isNew(Instant changed, @Nullable Instant seen) {
		return seen == null || changed.isAfter(seen);
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

	/**
	 * What was found in an inbox.
	 *
	 * @param inbox where it really is
	 * @param files when each was changed last, by path
	 */
	public record Found(Path inbox, Map<String, Instant> files) {
	}

}
