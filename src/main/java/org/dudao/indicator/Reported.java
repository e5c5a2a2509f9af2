package org.dudao.indicator;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

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

	private final Slots slots;

	private final Facts facts;

	private final Parameters parameters;

	private final Declarations declared;

	private final @Nullable Summed numerator;

	private final @Nullable Summed denominator;

	private final @Nullable Summed spread;

	private final @Nullable Summed reported;

	private final @Nullable Summed prior;

	private final @Nullable Summed growth;

	Reported(Indicator indicator, Terms terms, Slots slots, Facts facts, Parameters parameters, Declarations declared) {
		this.indicator = indicator;
		this.slots = slots;
		this.facts = facts;
		this.parameters = parameters;
		this.declared = declared;
		this.numerator = (indicator.of() != null) ? summed(terms, Figure.of(indicator, indicator.of())) : null;
		this.denominator = (indicator.in() != null) ? summed(terms, Figure.of(indicator, indicator.in())) : null;
		this.spread = (indicator.kind() == Kind.VARIATION) ? summed(terms, Figure.spread(indicator)) : null;
		this.reported = stated(terms, indicator.reported());
		this.prior = stated(terms, indicator.prior());
		this.growth = stated(terms, indicator.growth());
	}

	private static Summed summed(Terms terms, Figure figure) {
		return new Summed(terms.indexOf(figure), figure);
	}

	private static @Nullable Summed stated(Terms terms, @Nullable String field) {
		return (field != null) ? summed(terms, Figure.field(field)) : null;
	}

	/**
	 * One value for each stage and basis that the facts in force have, or one for each
	 * basis when the indicator is not kept by stage. None when nothing is in force that
	 * the indicator could be had from; a denominator alone is nothing.
	 */
	List<Value> at(Place place) {
		Optional<Long> numerator = submission(place, this.numerator);
		Optional<Long> denominator = submission(place, this.denominator);
		Optional<Long> stated = stated().isEmpty() ? Optional.empty() : this.slots.of(place, stated());
		Set<Unit> units = new TreeSet<>();
		for (Optional<Long> submission : List.of(numerator, stated)) {
			submission.map((id) -> this.facts.of(id, place))
				.orElse(List.of())
				.forEach((group) -> units.add(unit(group)));
		}
		Sources sources = new Sources(numerator.orElse(null), denominator.orElse(null), stated.orElse(null));
		List<Value> values = new ArrayList<>();
		for (Unit unit : units) {
			Component above = component(numerator, place, unit, this.numerator);
			Component below = component(denominator, place, unit, this.denominator);
			values.add((this.spread != null) ? varied(place, unit, above, below, sources)
					: value(place, unit, above, below, groups(stated, place, unit), sources));
		}
		return values;
	}

	/** A coefficient of variation keeps the standard deviation over the mean. */
	private Value varied(Place place, Unit unit, Component above, Component below, Sources sources) {
		Component squares = component(submission(place, this.spread), place, unit, this.spread);
		Spread found = Spread.of(above, below, squares);
		return new Value(0, key(place, unit), found.variation(), found.deviation(), found.mean(), null, null,
				Origin.REPORTED, found.gap(), lacking(found.gap(), place, unit),
				this.indicator.byStage() ? "" : above.stages(), Coverage.OWN, sources, Precision.EXACT,
				breaks(sources, place));
	}

	private Value value(Place place, Unit unit, Component above, Component below, List<Facts.Group> said,
			Sources sources) {
		Component reported = said(said, this.reported);
		Component prior = said(said, this.prior);
		Component growth = said(said, this.growth);
		Ratio ratio = ratio(above, below, reported);
		BigDecimal before = (this.indicator.kind() == Kind.TOTAL) ? prior.sum() : prior.single();
		String stages = this.indicator.byStage() ? ""
				: (above != Component.ABSENT) ? above.stages() : reported.stages();
		return new Value(0, key(place, unit), ratio.value(), above.sum(), below.sum(), before, growth.single(),
				Origin.REPORTED, ratio.gap(), lacking(ratio.gap(), place, unit), stages, Coverage.OWN, sources,
				precision(place, unit, above.sum() != null && (below.sum() != null || this.denominator == null), said),
				breaks(sources, place));
	}

	/**
	 * How far the figures of a value may be off by the last digits they are written with.
	 */
	private Precision precision(Place place, Unit unit, boolean computed, List<Facts.Group> said) {
		Optional<Long> stated = stated().isEmpty() ? Optional.empty() : this.slots.of(place, stated());
		BigDecimal above = computed ? half(place, unit, this.numerator) : half(stated, place, this.reported, said);
		BigDecimal below = computed ? half(place, unit, this.denominator) : BigDecimal.ZERO;
		BigDecimal prior = half(stated, place, this.prior, said);
		BigDecimal growth = half(stated, place, this.growth, said);
		return new Precision(above, below, prior, growth);
	}

	private BigDecimal half(Place place, Unit unit, @Nullable Summed summed) {
		Optional<Long> submission = submission(place, summed);
		return half(submission, place, summed, groups(submission, place, unit));
	}

	private BigDecimal half(Optional<Long> submission, Place place, @Nullable Summed summed, List<Facts.Group> groups) {
		return (summed != null) ? this.declared.half(submission, summed.addends(), summed.index(), groups, place)
				: BigDecimal.ZERO;
	}

	private Breaks breaks(Sources sources, Place place) {
		return this.declared.breaks(
				Stream.of(sources.numerator(), sources.denominator(), sources.stated()).filter(Objects::nonNull),
				place.period());
	}

	private ValueKey key(Place place, Unit unit) {
		return new ValueKey(this.indicator.name(), place.region(), place.period(), unit.stage(), unit.basis());
	}

	/** The parameter that has no value, where that is the gap. */
	private @Nullable String lacking(@Nullable Gap gap, Place place, Unit unit) {
		return (gap != Gap.PARAMETER_MISSING) ? null : Stream.of(this.numerator, this.denominator)
			.filter(Objects::nonNull)
			.flatMap((summed) -> submission(place, summed).stream()
				.flatMap((submission) -> groups(Optional.of(submission), place, unit).stream())
				.flatMap((group) -> this.parameters.lacking(summed.figure().names(), group.stage(), place).stream()))
			.findFirst()
			.orElse(null);
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
		return new Ratio(null, Component.gravest(gaps));
	}

	private Optional<Long> submission(Place place, @Nullable Summed summed) {
		return (summed != null) ? this.slots.of(place, summed.figure().names()) : Optional.empty();
	}

	private Component component(Optional<Long> submission, Place place, Unit unit, @Nullable Summed summed) {
		if (summed == null || submission.isEmpty()) {
			return Component.ABSENT;
		}
		List<Facts.Group> groups = groups(submission, place, unit);
		Component component = Component.of(groups, summed.index());
		boolean lacks = !component.isThere() && groups.stream()
			.anyMatch((group) -> this.parameters.lacking(summed.figure().names(), group.stage(), place).isPresent());
		return lacks ? component.lacking() : component;
	}

	private static Component said(List<Facts.Group> groups, @Nullable Summed stated) {
		return (stated != null) ? Component.of(groups, stated.index()) : Component.ABSENT;
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

	/**
	 * A figure with its place among the sums, looked up once and not for each region.
	 */
	private record Summed(int index, Figure figure, Map<String, BigDecimal> addends) {

		private Summed(int index, Figure figure) {
			this(index, figure, figure.of().addends().orElse(Map.of()));
		}

	}

}
