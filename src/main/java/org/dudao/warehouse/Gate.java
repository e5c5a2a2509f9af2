package org.dudao.warehouse;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.dudao.catalog.Feed;
import org.dudao.catalog.Text;
import org.dudao.catalog.Twins;
import org.dudao.message.Message;
import org.dudao.submission.Publications;
import org.dudao.submission.Publications.InForce;
import org.dudao.submission.Slot;
import org.dudao.submission.Submission;

/**
 * Stands between the loaded files of a run and what is in force: a file that looks
 * damaged or suspicious is held, and an officer decides. What it says of a file does not
 * depend on the order in which the files of one run came.
 */
public final class Gate {

	private static final BigDecimal NEARLY_ALL = new BigDecimal("0.9");

	private static final int FEWEST_TWINS = 3;

	private final Facts facts;

	private final Publications publications;

	/** A gate before those publications. */
	public Gate(Facts facts, Publications publications) {
		this.facts = facts;
		this.publications = publications;
	}

	/**
	 * Why a loaded file must wait for an officer.
	 * @param candidate the file
	 * @param tonight all loaded files of the run, the candidate among them
	 * @return the reasons, empty when it may be published
	 */
	public List<Message> holds(Candidate candidate, List<Candidate> tonight) {
		List<InForce> inForce = this.publications.current(candidate.slots());
		List<Message> reasons = new ArrayList<>(sameSlots(candidate, tonight));
		reasons.addAll(drops(candidate, inForce));
		for (Twins twins : candidate.feed().twins()) {
			reasons.addAll(twins(candidate, twins, tonight));
		}
		return reasons;
	}

	private List<Message> sameSlots(Candidate candidate, List<Candidate> tonight) {
		List<Message> reasons = new ArrayList<>();
		Set<Slot> mine = candidate.slotSet();
		for (Candidate other : tonight) {
			if (other.submission().id() != candidate.submission().id()) {
				Set<Slot> shared = new HashSet<>(mine);
				shared.retainAll(other.slotSet());
				shared.stream()
					.min((a, b) -> a.toString().compareTo(b.toString()))
					.ifPresent((slot) -> reasons.add(Message.of("gate.same-slot", other.submission().fileName(),
							other.submission().id(), slot.region(), slot.period(), slot.part(), shared.size())));
			}
		}
		return reasons;
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

	private List<Message> twins(Candidate candidate, Twins twins, List<Candidate> tonight) {
		Feed feed = candidate.feed();
		List<Message> reasons = new ArrayList<>();
		String suspectPart = part(feed, twins.suspect());
		String originalPart = part(feed, twins.original());
		if (candidate.fills(suspectPart)) {
			Set<Long> others = published(candidate, originalPart);
			tonight.stream()
				.filter((other) -> other.feed().name().equals(feed.name()) && other.fills(originalPart))
				.forEach((other) -> others.add(other.submission().id()));
			others.forEach((other) -> alike(candidate, twins, candidate.submission().id(), other, other, reasons));
		}
		if (candidate.fills(originalPart)) {
			Set<Long> others = published(candidate, suspectPart);
			others.remove(candidate.submission().id());
			others.forEach((other) -> alike(candidate, twins, other, candidate.submission().id(), other, reasons));
		}
		return reasons;
	}

	private Set<Long> published(Candidate candidate, String part) {
		List<Slot.Filled> there = candidate.slots()
			.stream()
			.map(Slot.Filled::slot)
			.map((slot) -> new Slot.Filled(new Slot(slot.feed(), part, slot.region(), slot.period()), 0))
			.distinct()
			.toList();
		return this.publications.current(there)
			.stream()
			.map(InForce::submission)
			.collect(Collectors.toCollection(LinkedHashSet::new));
	}

	private void alike(Candidate candidate, Twins twins, long suspect, long original, long other,
			List<Message> reasons) {
		Facts.Likeness likeness = this.facts.likeness(candidate.feed(), twins, suspect, original);
		BigDecimal equal = BigDecimal.valueOf(likeness.equal());
		if (likeness.compared() >= FEWEST_TWINS
				&& equal.compareTo(NEARLY_ALL.multiply(BigDecimal.valueOf(likeness.compared()))) >= 0) {
			Text suspectTitle = title(candidate.feed(), twins.suspect());
			Text originalTitle = title(candidate.feed(), twins.original());
			reasons.add(Message.of("gate.twins", suspectTitle.en(), suspectTitle.zh(), originalTitle.en(),
					originalTitle.zh(), likeness.equal(), likeness.compared(), other));
		}
	}

	private static Text title(Feed feed, String field) {
		return feed.field(field).orElseThrow().title();
	}

	private static String part(Feed feed, String field) {
		return Objects.requireNonNull(feed.field(field).orElseThrow().part());
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

		boolean fills(String part) {
			return this.slots.stream().anyMatch((filled) -> filled.slot().part().equals(part));
		}

		Set<Slot> slotSet() {
			return this.slots.stream().map(Slot.Filled::slot).collect(Collectors.toSet());
		}

	}

}
