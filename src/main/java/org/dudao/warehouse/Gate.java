package org.dudao.warehouse;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.dudao.catalog.Feed;
import org.dudao.message.Message;
import org.dudao.message.Words;
import org.dudao.submission.Publications;
import org.dudao.submission.Publications.InForce;
import org.dudao.submission.Slot;
import org.dudao.submission.Submission;
import org.dudao.submission.Submissions;

/**
 * Stands between the loaded files of a run and what is in force: a file that looks
 * damaged or suspicious is held, and an officer decides. What it says of a file does not
 * depend on the order in which the files of one run came.
 */
public final class Gate {

	/** The figures of so many are held in memory, not those of a whole file. */
	private static final int REGIONS_AT_A_TIME = 100;

	private final Facts facts;

	private final Submissions submissions;

	private final Publications publications;

	/** A gate before those publications. */
	public Gate(Facts facts, Submissions submissions, Publications publications) {
		this.facts = facts;
		this.submissions = submissions;
		this.publications = publications;
	}

	/**
	 * Why loaded files must wait for an officer.
	 * @param tonight all loaded files of the run
	 * @return the reasons by submission; a file that may be published is not among them
	 */
	public Map<Long, List<Message>> holds(List<Candidate> tonight) {
		Map<Slot, List<Candidate>> bySlot = new HashMap<>();
		tonight.forEach((candidate) -> candidate.slots()
			.forEach((filled) -> bySlot.computeIfAbsent(filled.slot(), (slot) -> new ArrayList<>()).add(candidate)));
		Map<List<Object>, List<Candidate>> byOrigin = tonight.stream()
			.collect(Collectors.groupingBy(Candidate::origin));
		Map<Long, List<Message>> holds = new LinkedHashMap<>();
		for (Candidate candidate : tonight) {
			List<Message> reasons = new ArrayList<>(sameSlots(candidate, bySlot));
			if (!candidate.isAccepted()) {
				reasons.addAll(drops(candidate, this.publications.current(candidate.slots())));
				reasons.addAll(containments(candidate, byOrigin.get(candidate.origin())));
			}
			if (!reasons.isEmpty()) {
				holds.put(candidate.submission().id(), reasons);
			}
		}
		return holds;
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
			return Message.of("gate.same-slot", other.fileName(), other.id(), slot.region(), slot.period(), slot.part(),
					entry.getValue().size());
		}).toList();
	}

	private List<Message> drops(Candidate candidate, List<InForce> inForce) {
		Map<Slot, Integer> now = candidate.slots()
			.stream()
			.collect(Collectors.toMap(Slot.Filled::slot, Slot.Filled::facts));
		BigDecimal least = BigDecimal.ONE.subtract(candidate.feed().acceptance().maxRowDrop());
		return inForce.stream()
			.filter((before) -> least.multiply(BigDecimal.valueOf(before.facts()))
				.compareTo(BigDecimal.valueOf(Objects.requireNonNull(now.get(before.slot())))) > 0)
			.map((before) -> Message.of("gate.row-drop", before.slot().region(), before.slot().period(),
					before.slot().part(), before.facts(), now.get(before.slot()), before.submission(),
					percent(candidate.feed().acceptance().maxRowDrop())))
			.toList();
	}

	/**
	 * Only a file that brings a part of its feed which the other does not bring can be
	 * one measure under two names; otherwise it is a revision.
	 */
	private List<Message> containments(Candidate candidate, List<Candidate> tonight) {
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
		return Optional.of(Message.of("gate.contained", containment.figures(), other.fileName(), other.id(), pairs));
	}

	private static String percent(BigDecimal share) {
		return share.movePointRight(2).stripTrailingZeros().toPlainString() + "%";
	}

	/**
	 * A loaded file.
	 *
	 * @param submission the file
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

		/** Whether an officer lets it through. */
		boolean isAccepted() {
			return this.submission.hints().accept() != null;
		}

	}

}
