package org.dudao.scorecard;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.dudao.catalog.Catalog;
import org.dudao.catalog.Check;
import org.dudao.catalog.Indicator;
import org.dudao.catalog.Rule;
import org.dudao.catalog.Rule.Outcome;
import org.dudao.finding.Finding;
import org.dudao.finding.Listed;
import org.dudao.finding.Verdict;
import org.dudao.message.Message;
import org.dudao.region.Region;
import org.jspecify.annotations.Nullable;

/** How one region stands to the rules in one period. */
final class Standing {

	private final Catalog catalog;

	private final Region region;

	private final int period;

	/** By rule and stage, one verdict a basis. */
	private final Map<String, Map<String, List<Listed>>> verdicts = new LinkedHashMap<>();

	Standing(Catalog catalog, Region region, int period, List<Listed> verdicts) {
		this.catalog = catalog;
		this.region = region;
		this.period = period;
		for (Listed listed : verdicts) {
			this.verdicts.computeIfAbsent(listed.subject().rule(), (none) -> new LinkedHashMap<>())
				.computeIfAbsent(listed.subject().stage(), (none) -> new ArrayList<>())
				.add(listed);
		}
	}

	/**
	 * One demand: a rule at a stage.
	 *
	 * @param rule the rule
	 * @param findings the open findings; it is not met when there is one
	 * @param unknown what is missing to say whether it is met, null when that is known
	 * @param uncounted whether how many stages there are is not known either
	 */
	record Demand(Rule rule, List<Listed> findings, @Nullable Unknown unknown, boolean uncounted) {
	}

	boolean isEmpty() {
		return this.verdicts.isEmpty();
	}

	Region region() {
		return this.region;
	}

	int period() {
		return this.period;
	}

	/** The demands of these rules, each stage that counts and each that is needed. */
	List<Demand> demands(List<String> rules, List<String> stages, List<String> mayLack) {
		List<Demand> demands = new ArrayList<>();
		for (String name : rules) {
			Map<String, List<Listed>> found = this.verdicts.getOrDefault(name, Map.of());
			Rule rule = this.catalog.rule(name).orElseThrow();
			Set<String> needed = needed(rule, stages, mayLack);
			found.forEach((stage, verdicts) -> {
				if (stages.isEmpty() || stage.isEmpty() || stages.contains(stage) || mayLack.contains(stage)) {
					demands.add(judged(rule, verdicts));
				}
			});
			needed.stream()
				.filter((stage) -> !found.containsKey(stage))
				.forEach((stage) -> demands.add(unjudged(rule, stage, false)));
			if (needed.isEmpty() && found.isEmpty()) {
				demands.add(unjudged(rule, "", true));
			}
		}
		return demands;
	}

	/** Empty when the rule does not say for which stages it is. */
	private Set<String> needed(Rule rule, List<String> stages, List<String> mayLack) {
		boolean byStage = this.catalog.indicator(rule.check().indicator()).filter(Indicator::byStage).isPresent();
		if (!byStage) {
			return Set.of("");
		}
		Set<String> needed = new TreeSet<>(stages.isEmpty() ? rule.stages() : stages);
		if (!rule.stages().isEmpty()) {
			needed.retainAll(rule.stages());
		}
		mayLack.forEach(needed::remove);
		return needed;
	}

	/**
	 * A breach costs its points however it is explained: a waiver changes no figure. With
	 * several bases the demand is met when it is on each of them.
	 */
	private Demand judged(Rule rule, List<Listed> verdicts) {
		List<Listed> open = verdicts.stream()
			.filter((listed) -> listed.finding() != null && listed.finding().isBreach())
			.toList();
		Unknown unknown = verdicts.stream()
			.filter((listed) -> verdict(listed).outcome() == Outcome.NOT_EVALUABLE)
			.map(this::unknown)
			.findFirst()
			.orElse(null);
		return new Demand(rule, open, open.isEmpty() ? unknown : null, false);
	}

	private Demand unjudged(Rule rule, String stage, boolean uncounted) {
		boolean inForce = (rule.from() == null || rule.from() <= this.period)
				&& (rule.until() == null || this.period <= rule.until());
		Message why = inForce ? unsent(rule)
				: Message.of("scorecard.unknown.not-in-force", this.region.name(), this.period);
		String indicator = rule.check().indicator();
		return new Demand(rule, List.of(), new Unknown(this.region.code(), rule.name(), indicator, stage, why,
				inForce ? feeds(indicator) : List.of()), uncounted);
	}

	/** A rule whose limit is a parameter sleeps where that has no value. */
	private Message unsent(Rule rule) {
		String parameter = (rule.check() instanceof Check.Limit limit) ? limit.parameter() : null;
		return (parameter != null)
				? Message.of("scorecard.unknown.no-limit", this.region.name(), this.period, parameter)
				: Message.of("scorecard.unknown.no-verdict", this.region.name(), this.period);
	}

	private Unknown unknown(Listed listed) {
		Verdict verdict = verdict(listed);
		String indicator = Objects.requireNonNullElse(verdict.causeIndicator(), verdict.key().indicator());
		return new Unknown(this.region.code(), verdict.rule(), indicator, verdict.key().stage(),
				Message.of(Objects.requireNonNull(verdict.cause()).message(), this.region.name(), this.period),
				feeds(indicator));
	}

	/**
	 * The feeds that an indicator is computed from; of a formula, those of its operands.
	 */
	List<String> feeds(String indicator) {
		return this.catalog.indicator(indicator)
			.stream()
			.flatMap((known) -> (known.feed() != null) ? Stream.of(known.feed())
					: known.where().values().stream().flatMap((operand) -> feeds(operand).stream()))
			.distinct()
			.sorted()
			.toList();
	}

	private static Verdict verdict(Listed listed) {
		return Objects.requireNonNull(listed.verdict());
	}

}
