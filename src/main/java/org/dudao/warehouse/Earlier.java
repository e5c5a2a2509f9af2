package org.dudao.warehouse;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.dudao.catalog.Feed;
import org.dudao.catalog.Field;
import org.dudao.submission.Publications;
import org.dudao.submission.Publications.InForce;
import org.dudao.submission.Slot;
import org.dudao.warehouse.Gate.Candidate;

/** Finds what was in force before the run at the places of a file, and a year before. */
final class Earlier {

	/** Files with more facts are compared by sums of region and year. */
	private static final int MOST_FACTS = 5_000;

	private static final int REGIONS_A_QUERY = 500;

	private final Facts facts;

	private final Publications publications;

	Earlier(Facts facts, Publications publications) {
		this.facts = facts;
		this.publications = publications;
	}

	/** A file beside what was in force. */
	Compared beside(Candidate candidate) {
		List<InForce> same = this.publications.current(candidate.slots());
		List<InForce> lastYear = this.publications.current(shifted(candidate, 1));
		List<InForce> yearBefore = lastYear.isEmpty() ? List.of() : this.publications.current(shifted(candidate, 2));
		Feed feed = candidate.feed();
		long submission = candidate.submission().id();
		boolean byRow = candidate.submission().ledger().facts() <= MOST_FACTS
				&& List.of(same, lastYear, yearBefore).stream().allMatch((inForce) -> facts(inForce) <= MOST_FACTS);
		List<String> keys = byRow ? feed.primaryKey() : List.of("region", "period");
		int regionAt = keys.indexOf("region");
		int periodAt = keys.indexOf("period");
		Reading reading = new Reading(feed, byRow, regionAt, periodAt);
		boolean nothing = same.isEmpty() && lastYear.isEmpty();
		Map<Slot, Integer> counts = same.stream().collect(Collectors.toMap(InForce::slot, InForce::facts));
		return new Compared(candidate, nothing ? Map.of() : reading.of(submission, regions(candidate)),
				reading.inForce(same, 0), reading.inForce(lastYear, 1), reading.inForce(yearBefore, 2), counts,
				regionAt, periodAt, (key) -> this.facts.firstLine(feed, submission, keys, key));
	}

	private static List<String> regions(Candidate candidate) {
		return candidate.slots().stream().map((filled) -> filled.slot().region()).distinct().toList();
	}

	private static List<Slot.Filled> shifted(Candidate candidate, int years) {
		return candidate.slots()
			.stream()
			.map(Slot.Filled::slot)
			.map((slot) -> new Slot(slot.feed(), slot.part(), slot.region(), slot.period() - years))
			.map((slot) -> new Slot.Filled(slot, 0))
			.toList();
	}

	private static int facts(List<InForce> inForce) {
		return inForce.stream()
			.collect(Collectors.groupingBy((one) -> one.slot().part(), Collectors.summingInt(InForce::facts)))
			.values()
			.stream()
			.mapToInt(Integer::intValue)
			.max()
			.orElse(0);
	}

	/** Reads figures of one feed, row by row or summed. */
	private final class Reading {

		private final Feed feed;

		private final boolean byRow;

		private final int regionAt;

		private final int periodAt;

		Reading(Feed feed, boolean byRow, int regionAt, int periodAt) {
			this.feed = feed;
			this.byRow = byRow;
			this.regionAt = regionAt;
			this.periodAt = periodAt;
		}

		Map<List<Object>, Map<String, BigDecimal>> of(long submission, List<String> regions) {
			Map<List<Object>, Map<String, BigDecimal>> all = new LinkedHashMap<>();
			for (int from = 0; from < regions.size(); from += REGIONS_A_QUERY) {
				List<String> some = regions.subList(from, Math.min(from + REGIONS_A_QUERY, regions.size()));
				all.putAll(this.byRow ? Earlier.this.facts.figures(this.feed, submission, some)
						: Earlier.this.facts.sums(this.feed, submission, some));
			}
			return all;
		}

		/**
		 * What is in force, under keys that are so many years later; of each submission
		 * only what it still has in force.
		 */
		Map<List<Object>, Map<String, BigDecimal>> inForce(List<InForce> slots, int years) {
			Map<Long, Set<Slot>> bySubmission = new HashMap<>();
			slots.forEach(
					(one) -> bySubmission.computeIfAbsent(one.submission(), (id) -> new HashSet<>()).add(one.slot()));
			Map<List<Object>, Map<String, BigDecimal>> all = new HashMap<>();
			bySubmission.forEach((submission, own) -> of(submission, own.stream().map(Slot::region).distinct().toList())
				.forEach((key, figures) -> add(all, key, figures, own, years)));
			return all;
		}

		private void add(Map<List<Object>, Map<String, BigDecimal>> all, List<Object> key,
				Map<String, BigDecimal> figures, Set<Slot> own, int years) {
			String region = key.get(this.regionAt).toString();
			int period = ((Number) key.get(this.periodAt)).intValue();
			List<Object> later = new ArrayList<>(key);
			later.set(this.periodAt, period + years);
			for (Field field : this.feed.fields()) {
				BigDecimal figure = figures.get(field.name());
				if (figure != null && field.part() != null
						&& own.contains(new Slot(this.feed.name(), field.part(), region, period))) {
					all.computeIfAbsent(later, (none) -> new HashMap<>()).put(field.name(), figure);
				}
			}
		}

	}

}
