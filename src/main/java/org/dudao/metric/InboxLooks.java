package org.dudao.metric;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

import org.dudao.batch.WaitingFiles.Found;
import org.dudao.schedule.Asked;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks into inboxes and does not wait for one that hangs: all else that is watched is in
 * the database and would seem to hang with it.
 */
final class InboxLooks {

	private static final Logger LOGGER = LoggerFactory.getLogger(InboxLooks.class);

	private final Function<Path, Optional<Found>> look;

	private final Duration limit;

	private final Map<Path, Asked<Optional<Found>>> inboxes = new ConcurrentHashMap<>();

	/** Looks so, and waits so long each time. */
	InboxLooks(Function<Path, Optional<Found>> look, Duration limit) {
		this.look = look;
		this.limit = limit;
	}

	/** What is there; empty when it cannot be read, or not in time. */
	Optional<Found> at(Path inbox) {
		Optional<Optional<Found>> found = this.inboxes
			.computeIfAbsent(inbox, (folder) -> new Asked<>(() -> this.look.apply(folder)))
			.within(this.limit);
		if (found.isEmpty()) {
			LOGGER.warn("It is not known how many files wait in {}: it does not answer", inbox);
		}
		return found.flatMap(Function.identity());
	}

}
