package org.dudao.doctor;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.dudao.catalog.NightlyPlan;
import org.dudao.catalog.Schedule;
import org.dudao.doctor.Check.Level;
import org.dudao.message.Message;
import org.dudao.schedule.FolderHealth;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.health.contributor.Status;

/** The checks of the folders that nights take their files from. */
final class Inboxes {

	private static final Path USUAL = Path.of("inbox");

	private Inboxes() {
	}

	/**
	 * Looks into the inbox of each schedule, once each.
	 * @param given what {@code --inbox} says, null when nobody says anything: then one
	 * that is not where it usually is may be elsewhere
	 */
	static List<Check> checks(NightlyPlan plan, @Nullable Path given) {
		Path usual = absolute((given != null) ? given : USUAL);
		Map<Path, List<String>> schedules = new LinkedHashMap<>();
		if (given != null) {
			schedules.put(usual, new ArrayList<>());
		}
		List<Path> named = new ArrayList<>((given != null) ? List.of(usual) : List.of());
		for (Schedule schedule : plan.schedules()) {
			Path inbox = (schedule.inbox() != null) ? absolute(Path.of(schedule.inbox())) : usual;
			if (schedule.inbox() != null) {
				named.add(inbox);
			}
			schedules.computeIfAbsent(inbox, (path) -> new ArrayList<>()).add(schedule.name());
		}
		return schedules.entrySet()
			.stream()
			.map((inbox) -> check(inbox.getKey(), String.join(", ", inbox.getValue()), named.contains(inbox.getKey())))
			.toList();
	}

	private static Path absolute(Path inbox) {
		return inbox.toAbsolutePath().normalize();
	}

	private static Check check(Path inbox, String schedules, boolean isNamed) {
		String who = schedules.isEmpty() ? "-" : schedules;
		String user = System.getProperty("user.name");
		if (!Files.exists(inbox)) {
			Message found = Message.of("doctor.inbox.missing", inbox, who);
			return isNamed ? Check.bad(Level.FAULT, Subject.INBOX, found, inbox, user)
					: Check.unknown(Subject.INBOX, found, Message.of("doctor.inbox.which"));
		}
		boolean isWell = Status.UP.equals(FolderHealth.readable(List.of(inbox)).health().getStatus());
		return Check.when(isWell, Level.FAULT, Subject.INBOX,
				Message.of(isWell ? "doctor.inbox.found" : "doctor.inbox.unreadable", inbox, who), inbox, user);
	}

}
