package org.dudao.indicator;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.dudao.catalog.Expression;
import org.dudao.catalog.Indicator;
import org.dudao.catalog.Indicator.Kind;
import org.dudao.indicator.Value.Coverage;
import org.dudao.indicator.Value.Origin;
import org.dudao.indicator.Value.Sources;
import org.jspecify.annotations.Nullable;

/**
 * The values of one indicator from the facts about a place itself. Numerator, denominator
 * and what the sender states may be in force from different submissions; they meet here,
 * by stage and basis.
 */
final class Reported {

	private final Indicator indicator;

	private final Terms terms;

	private final Slots slots;

	private final Facts facts;

	Reported(Indicator indicator, Terms terms, Slots slots, Facts facts) {
		this.indicator = indicator;
		this.terms = terms;
		this.slots = slots;
		this.facts = facts;
	}

	/**
	 * One value for each stage and basis that the facts in force have, or one for each
	 * basis when the indicator is not kept by stage. None when nothing is in force that
	 * the indicator could be had from; a denominator alone is nothing.
	 */
	List<Value> at(Place place) {
		Optional<Long> numerator = this.slots.of(place, this.indicator.of());
		Optional<Long> denominator = this.slots.of(place, this.indicator.in());
		Optional<Long> stated = this.slots.of(place, stated());
		Set<Unit> units = new TreeSet<>();
		for (Optional<Long> submission : List.of(numerator, stated)) {
			submission.map((id) -> this.facts.of(id, place))
				.orElse(List.of())
				.forEach((group) -> units.add(unit(group)));
		}
		Sources sources = new Sources(numerator.orElse(null), denominator.orElse(null), stated.orElse(null));
		List<Value> values = new ArrayList<>();
		for (Unit unit : units) {
			Component above = component(numerator, place, unit, this.indicator.of());
			Component below = component(denominator, place, unit, this.indicator.in());
			List<Facts.Group> said = groups(stated, place, unit);
			values.add(value(place, unit, above, below, said, sources));
		}
		return values;
	}

	private Value value(Place place, Unit unit, Component above, Component below, List<Facts.Group> said,
			Sources sources) {
		Component reported = said(said, this.indicator.reported());
		Component prior = said(said, this.indicator.prior());
		Component growth = said(said, this.indicator.growth());
		Ratio ratio = ratio(above, below, reported);
		BigDecimal before = (this.indicator.kind() == Kind.TOTAL) ? prior.sum() : prior.single();
		ValueKey key = new ValueKey(this.indicator.name(), place.region(), place.period(), unit.stage(), unit.basis());
		String stages = this.indicator.byStage() ? "" : (above.rows() > 0) ? above.stages() : reported.stages();
		return new Value(0, key, ratio.value(), above.sum(), below.sum(), before, growth.single(), Origin.REPORTED,
				ratio.gap(), stages, Coverage.OWN, sources);
	}

	private Ratio ratio(Component above, Component below, Component reported) {
		boolean total = this.indicator.kind() == Kind.TOTAL;
		boolean sameStages = total || above.stages().equals(below.stages());
		BigDecimal numerator = above.sum();
		if (numerator != null && (total || below.isThere()) && sameStages) {
			return Ratio.of(this.indicator.kind(), numerator, below.sum());
		}
		BigDecimal given = total ? reported.sum() : reported.single();
		if (given != null) {
			return new Ratio(given, null);
		}
		if (above.isThere() && below.isThere()) {
			return new Ratio(null, Gap.STAGES_DIFFER);
		}
		if (reported.given() > 0 && reported.rows() > 1) {
			return new Ratio(null, Gap.CONFLICT);
		}
		// What was withheld is said rather than what is merely missing.
		Set<Gap> gaps = new TreeSet<>();
		Stream.of(above, total ? Component.ABSENT : below, reported)
			.map(Component::gap)
			.filter(Objects::nonNull)
			.forEach(gaps::add);
		return new Ratio(null, gaps.contains(Gap.SUPPRESSED) ? Gap.SUPPRESSED : Gap.MISSING);
	}

	private Component component(Optional<Long> submission, Place place, Unit unit, @Nullable Expression expression) {
		if (expression == null || submission.isEmpty()) {
			return Component.ABSENT;
		}
		return Component.of(groups(submission, place, unit), this.terms.indexOf(expression));
	}

	private Component said(List<Facts.Group> groups, @Nullable String field) {
		return (field != null) ? Component.of(groups, this.terms.indexOf(field)) : Component.ABSENT;
	}

	private List<Facts.Group> groups(Optional<Long> submission, Place place, Unit unit) {
		return submission.map((id) -> this.facts.of(id, place))
			.orElse(List.of())
			.stream()
			.filter((group) -> unit(group).equals(unit))
			.toList();
	}

	private List<String> stated() {
		return Arrays.asList(this.indicator.reported(), this.indicator.prior(), this.indicator.growth())
			.stream()
			.flatMap(Stream::ofNullable)
			.toList();
	}

	private Unit unit(Facts.Group group) {
		return new Unit(this.indicator.byStage() ? group.stage() : "", group.basis());
	}

	/** What one value is for, at one place. */
	private record Unit(String stage, String basis) implements Comparable<Unit> {

		@Override
		public int compareTo(Unit other) {
			int byStage = this.stage.compareTo(other.stage);
			return (byStage != 0) ? byStage : this.basis.compareTo(other.basis);
		}

	}

}
