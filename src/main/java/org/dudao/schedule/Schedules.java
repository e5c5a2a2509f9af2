package org.dudao.schedule;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.dudao.catalog.Schedule;
import org.dudao.schedule.Moments.Moment;
import org.jspecify.annotations.Nullable;

/**
 * What the schedules of the catalogue are up to, as the database and the clock say: all
 * processes say the same. Safe for several threads.
 */
public final class Schedules {

	private final List<Schedule> schedules;

	private final Moments moments;

	private final Path inbox;

	private final Clock clock;

	Schedules(List<Schedule> schedules, Moments moments, Path inbox, Clock clock) {
		this.schedules = schedules;
		this.moments = moments;
		this.inbox = inbox;
		this.clock = clock;
	}

	/** How each stands now, in the order of the catalogue. */
	public List<Standing> standings() {
		Instant now = this.clock.instant();
		return this.schedules.stream().map((schedule) -> standing(schedule, now)).toList();
	}

	/** The folders of their files, absolute, each once. The database is not asked. */
	List<Path> inboxes() {
		return this.schedules.stream().map(this::inbox).distinct().toList();
	}

	private Standing standing(Schedule schedule, Instant now) {
		Instant due = schedule.last(now).orElse(null);
		boolean ended = due == null || this.moments.isEnded(schedule.name(), due, now);
		Moment moment = (due == null) ? null
				: this.moments.last(schedule.name(), due).filter((last) -> due.equals(last.due())).orElse(null);
		return new Standing(schedule.name(), inbox(schedule), due, schedule.next(now).orElse(null), ended,
				(moment != null) ? moment.attempts() : 0, (moment != null) ? moment.retry() : null,
				(moment != null) ? moment.fault() : null, this.moments.lastDone(schedule.name(), now).orElse(null),
				ended ? null : this.moments.lastSettled(schedule.name(), now).flatMap(schedule::next).orElse(due));
	}

	private Path inbox(Schedule schedule) {
		return Optional.ofNullable(schedule.inbox()).map(Path::of).orElse(this.inbox).toAbsolutePath().normalize();
	}

	/**
	 * How a schedule stands.
	 *
	 * @param schedule its name
	 * @param inbox the folder of its files, absolute
	 * @param lastDue when it was last due; null when it never was
	 * @param nextDue when it is due next; null when it never is
	 * @param ended whether nothing is left to be done for {@code lastDue}
	 * @param attempts how often that moment was taken up
	 * @param retryAt before when it is not taken up again, since it failed; else null
	 * @param fault why the last attempt failed; else null
	 * @param lastDone the last due moment whose night was done; null when there is none
	 * @param undoneSince the first due moment since which nothing was done; null when
	 * nothing is left to be done
	 */
	public record Standing(String schedule, Path inbox, @Nullable Instant lastDue, @Nullable Instant nextDue,
			boolean ended, int attempts, @Nullable Instant retryAt, @Nullable String fault, @Nullable Instant lastDone,
			@Nullable Instant undoneSince) {

		/** Whether a night is to be run at that time. */
		boolean isToBeDone(Instant now) {
			return !this.ended && (this.retryAt == null || !this.retryAt.isAfter(now));
		}

	}

}
