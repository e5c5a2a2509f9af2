package org.dudao.warehouse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.dudao.catalog.Feed;
import org.dudao.intake.Sensor;
import org.dudao.message.Message;
import org.dudao.submission.Publications;
import org.dudao.submission.Slot;
import org.dudao.submission.Submission;
import org.dudao.submission.Submissions;

/**
 * Stands between the loaded files of a run and what is in force: a file that looks
 * damaged or suspicious is held, and an officer decides. What it says of a file does not
 * depend on the order in which the files of one run came.
 */
public final class Gate {

	private final Publications publications;

	private final Containments containments;

	private final Earlier earlier;

	/** A gate before those publications. */
	public Gate(Facts facts, Submissions submissions, Publications publications) {
		this.publications = publications;
		this.containments = new Containments(facts, submissions, publications);
		this.earlier = new Earlier(facts, publications);
	}

	/**
	 * Why loaded files must wait for an officer. A file that is suspicious by itself
	 * waits whatever the others are, so it is no rival to them.
	 * @param tonight all loaded files of the run
	 * @return the reasons by submission; a file that may be published is not among them
	 */
	public Map<Long, List<Message>> holds(List<Candidate> tonight) {
		List<Candidate> sound = tonight.stream().filter(Candidate::isSound).toList();
		Map<Slot, List<Candidate>> bySlot = new HashMap<>();
		sound.forEach((candidate) -> candidate.slots()
			.forEach((filled) -> bySlot.computeIfAbsent(filled.slot(), (slot) -> new ArrayList<>()).add(candidate)));
		Map<List<Object>, List<Candidate>> byOrigin = sound.stream().collect(Collectors.groupingBy(Candidate::origin));
		Map<Long, List<Message>> holds = new LinkedHashMap<>();
		for (Candidate candidate : tonight) {
			List<Message> reasons = new ArrayList<>();
			if (candidate.isSound()) {
				reasons.addAll(sameSlots(candidate, bySlot));
			}
			if (!candidate.isAccepted()) {
				reasons.addAll(0, candidate.submission().reasons());
				reasons.addAll(earlier(candidate));
				reasons.addAll(this.containments.of(candidate, byOrigin.getOrDefault(candidate.origin(), List.of())));
			}
			if (!reasons.isEmpty()) {
				holds.put(candidate.submission().id(), reasons);
			}
		}
		return holds;
	}

	/** What is suspicious beside what was in force before the run. */
	private List<Message> earlier(Candidate candidate) {
		List<Message> reasons = new ArrayList<>(RowCounts.of(candidate, this.publications.current(candidate.slots())));
		Compared compared = this.earlier.beside(candidate);
		SumSensor.of(compared).ifPresent(reasons::add);
		UnitSensor.of(compared).ifPresent(reasons::add);
		MovedSensor.of(compared).ifPresent(reasons::add);
		CopySensor.of(compared).ifPresent(reasons::add);
		return reasons;
	}

	/**
	 * Two files for one slot: nobody can tell which is right, unless an officer has let
	 * one of them through.
	 */
	private static List<Message> sameSlots(Candidate candidate, Map<Slot, List<Candidate>> bySlot) {
		Map<Candidate, List<Slot>> shared = new LinkedHashMap<>();
		for (Slot.Filled filled : candidate.slots()) {
			for (Candidate other : bySlot.getOrDefault(filled.slot(), List.of())) {
				if (other != candidate && (other.isAccepted() || !candidate.isAccepted())) {
					shared.computeIfAbsent(other, (one) -> new ArrayList<>()).add(filled.slot());
				}
			}
		}
		return shared.entrySet().stream().map((entry) -> {
			Submission other = entry.getKey().submission();
			Slot slot = entry.getValue().get(0);
			return Sensor.SAME_SLOT.says(other.fileName(), other.id(), slot.region(), slot.period(), slot.part(),
					entry.getValue().size());
		}).toList();
	}

	/**
	 * A loaded file.
	 *
	 * @param submission the file; its reasons are what is suspicious about it alone
	 * @param feed what it is
	 * @param slots what it would fill
	 */
	public record Candidate(Submission submission, Feed feed, List<Slot.Filled> slots) {

		Set<String> parts() {
			return this.slots.stream()
				.map((filled) -> filled.slot().part())
				.collect(Collectors.toCollection(HashSet::new));
		}

		/** Files of one sender and feed may hold one another's figures. */
		List<Object> origin() {
			return List.of(this.feed.name(), Objects.requireNonNullElse(this.submission.sender(), ""));
		}

		/**
		 * Whether nothing is suspicious about it alone, or an officer lets it through.
		 */
		boolean isSound() {
			return isAccepted() || this.submission.reasons().isEmpty();
		}

		/** Whether an officer lets it through. */
		boolean isAccepted() {
			return this.submission.hints().accept() != null;
		}

	}

}
