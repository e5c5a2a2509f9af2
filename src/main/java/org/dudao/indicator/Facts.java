package org.dudao.indicator;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** Sums over the facts of some submissions, by place, stage and basis. */
final class Facts {

	private final Map<Key, List<Group>> groups = new HashMap<>();

	void add(long submission, Place place, Group group) {
		this.groups.computeIfAbsent(new Key(submission, place), (key) -> new ArrayList<>()).add(group);
	}

	List<Group> of(long submission, Place place) {
		return this.groups.getOrDefault(new Key(submission, place), List.of());
	}

	private record Key(long submission, Place place) {
	}

	/**
	 * The facts of one submission for one place, stage and basis.
	 *
	 * @param sums one for each figure
	 */
	record Group(String stage, String basis, List<Sum> sums) {
	}

	/**
	 * A sum with what it rests on.
	 *
	 * @param rows the rows that count
	 * @param given the rows that give the term
	 * @param withheld the rows that withhold it
	 * @param sum over the rows that give it, null when none does
	 */
	record Sum(long rows, long given, long withheld, @Nullable BigDecimal sum) {
	}

}
