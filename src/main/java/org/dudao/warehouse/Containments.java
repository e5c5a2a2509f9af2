package org.dudao.warehouse;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.dudao.catalog.Feed;
import org.dudao.intake.Sensor;
import org.dudao.message.Message;
import org.dudao.message.Words;
import org.dudao.submission.Publications;
import org.dudao.submission.Publications.InForce;
import org.dudao.submission.Slot;
import org.dudao.submission.Submission;
import org.dudao.submission.Submissions;
import org.dudao.warehouse.Gate.Candidate;

/**
 * Looks for files whose figures all stand in another file of the same sender already,
 * under another measure.
 */
final class Containments {

	/** The figures of so many are held in memory, not those of a whole file. */
	private static final int REGIONS_AT_A_TIME = 100;

	private final Facts facts;

	private final Submissions submissions;

	private final Publications publications;

	Containments(Facts facts, Submissions submissions, Publications publications) {
		this.facts = facts;
		this.submissions = submissions;
		this.publications = publications;
	}

	/**
	 * What is suspicious. Only a file that brings a part of its feed which the other does
	 * not bring can be one measure under two names; otherwise it is a revision.
	 */
	List<Message> of(Candidate candidate, List<Candidate> tonight) {
		Map<Long, Set<String>> others = new LinkedHashMap<>();
		tonight.forEach((other) -> others.put(other.submission().id(), other.parts()));
		everyPart(candidate).forEach((inForce) -> others.computeIfAbsent(inForce.submission(), (id) -> new HashSet<>())
			.add(inForce.slot().part()));
		others.remove(candidate.submission().id());
		List<Message> reasons = new ArrayList<>();
		others.forEach((id, parts) -> {
			Submission other = this.submissions.find(id).orElseThrow();
			if (!parts.containsAll(candidate.parts())
					&& Objects.equals(other.sender(), candidate.submission().sender())) {
				contained(candidate, other).ifPresent(reasons::add);
			}
		});
		return reasons;
	}

	/** What is in force at the places of the candidate, in all parts of its feed. */
	private List<InForce> everyPart(Candidate candidate) {
		return this.publications.current(candidate.slots()
			.stream()
			.map(Slot.Filled::slot)
			.flatMap((slot) -> candidate.feed()
				.parts()
				.stream()
				.map((part) -> new Slot(slot.feed(), part, slot.region(), slot.period())))
			.distinct()
			.map((slot) -> new Slot.Filled(slot, 0))
			.toList());
	}

	private Optional<Message> contained(Candidate candidate, Submission other) {
		Feed feed = candidate.feed();
		Containment containment = Containment.NONE;
		List<String> regions = candidate.slots().stream().map((filled) -> filled.slot().region()).distinct().toList();
		for (int from = 0; from < regions.size() && containment.mayBeWhole(); from += REGIONS_AT_A_TIME) {
			List<String> some = regions.subList(from, Math.min(from + REGIONS_AT_A_TIME, regions.size()));
			containment = containment.and(Containment.of(this.facts.figures(feed, candidate.submission().id(), some),
					this.facts.figures(feed, other.id(), some)));
		}
		if (!containment.isWhole()) {
			return Optional.empty();
		}
		Words pairs = new Words(containment.pairs(feed, (field) -> field.title().en(), "; "),
				containment.pairs(feed, (field) -> field.title().zh(), "；"));
		return Optional.of(Sensor.CONTAINED.says(containment.figures(), other.fileName(), other.id(), pairs));
	}

}
