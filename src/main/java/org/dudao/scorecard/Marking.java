package org.dudao.scorecard;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

import org.dudao.catalog.Rule;
import org.dudao.catalog.Scorecard;
import org.dudao.catalog.Scoring;
import org.dudao.finding.Listed;
import org.dudao.finding.Verdict;
import org.dudao.indicator.Value;
import org.dudao.message.Message;
import org.dudao.scorecard.Score.ItemScore;
import org.dudao.scorecard.Score.Loss;
import org.dudao.scorecard.Standing.Demand;

/** Marks the items of one region. */
final class Marking {

	private final Standing standing;

	/** Those of the region, in the period. */
	private final List<Value> values;

	Marking(Standing standing, List<Value> values) {
		this.standing = standing;
		this.values = values;
	}

	ItemScore item(Scorecard.Item item) {
		Scoring scoring = item.scoring();
		if (scoring instanceof Scoring.Bands bands) {
			return value(item, bands.indicator(), Objects.requireNonNullElse(bands.stage(), ""),
					(value) -> points(bands, value));
		}
		if (scoring instanceof Scoring.Assigned assigned) {
			return value(item, assigned.indicator(), Objects.requireNonNullElse(assigned.stage(), ""),
					Function.identity());
		}
		List<Demand> demands = this.standing.demands(scoring.rules(), item.stages(), item.mayLack());
		List<Loss> losses = new ArrayList<>();
		demands.forEach((demand) -> demand.findings()
			.forEach((finding) -> losses.add(new Loss(cost(item, finding).min(item.points()), finding, null))));
		List<Unknown> unknowns = demands.stream().map(Demand::unknown).filter(Objects::nonNull).toList();
		BigDecimal most = item.points().subtract(lost(demands, item)).max(BigDecimal.ZERO);
		BigDecimal least = most.subtract(risk(demands, item)).max(BigDecimal.ZERO);
		return new ItemScore(item, new Range(least, most), losses, unknowns);
	}

	/** A demand that is not met on several bases costs once, and the most of them. */
	private static BigDecimal lost(List<Demand> demands, Scorecard.Item item) {
		return demands.stream()
			.map((demand) -> demand.findings()
				.stream()
				.map((finding) -> cost(item, finding))
				.reduce(BigDecimal.ZERO, BigDecimal::max))
			.reduce(BigDecimal.ZERO, BigDecimal::add);
	}

	/** What the demands of which nothing is known could cost at most. */
	private static BigDecimal risk(List<Demand> demands, Scorecard.Item item) {
		BigDecimal risk = BigDecimal.ZERO;
		for (Demand demand : demands) {
			if (demand.unknown() != null) {
				risk = risk.add(demand.uncounted() ? item.points() : risk(item, demand));
			}
		}
		return risk;
	}

	private static BigDecimal risk(Scorecard.Item item, Demand demand) {
		return (item.scoring() instanceof Scoring.PerUnit) ? item.points() : cost(item, demand.rule().severity());
	}

	private static BigDecimal cost(Scorecard.Item item, Rule.Severity severity) {
		if (item.scoring() instanceof Scoring.PerFinding perFinding) {
			return perFinding.loses();
		}
		return (item.scoring() instanceof Scoring.BySeverity bySeverity)
				? bySeverity.loses().getOrDefault(severity, BigDecimal.ZERO).multiply(item.points()) : item.points();
	}

	private static BigDecimal cost(Scorecard.Item item, Listed finding) {
		Scoring scoring = item.scoring();
		return (scoring instanceof Scoring.PerUnit perUnit) ? cost(perUnit, finding, item.points())
				: cost(item, Objects.requireNonNull(finding.finding()).severity());
	}

	/** All of them where nobody can say how far the figure is beyond the limit. */
	private static BigDecimal cost(Scoring.PerUnit perUnit, Listed finding, BigDecimal all) {
		Verdict verdict = finding.verdict();
		BigDecimal figure = (verdict != null) ? verdict.left().value() : null;
		BigDecimal limit = (verdict != null) ? verdict.threshold() : null;
		if (figure == null || limit == null) {
			return all;
		}
		BigDecimal units = figure.subtract(limit).abs().divide(perUnit.unit(), MathContext.DECIMAL64);
		BigDecimal counted = switch (perUnit.counted()) {
			case WHOLE -> units.setScale(0, RoundingMode.DOWN);
			case BEGUN -> units.setScale(0, RoundingMode.UP);
			case IN_PROPORTION -> units;
		};
		return counted.multiply(perUnit.loses()).setScale(2, RoundingMode.HALF_UP);
	}

	/** On several bases the points count when they are the same on each. */
	private ItemScore value(Scorecard.Item item, String indicator, String stage,
			Function<BigDecimal, BigDecimal> points) {
		List<Value> found = this.values.stream()
			.filter((value) -> value.key().indicator().equals(indicator) && value.key().stage().equals(stage))
			.toList();
		if (found.isEmpty()) {
			return unknown(item, indicator, stage,
					Message.of("scorecard.unknown.no-value", this.standing.region().name(), this.standing.period()));
		}
		BigDecimal earned = null;
		for (Value value : found) {
			BigDecimal figure = value.value();
			if (figure == null || !value.judgeable()) {
				return unknown(item, indicator, stage, Message.of(Objects.requireNonNull(value.gap()).message()));
			}
			BigDecimal worth = points.apply(figure);
			if (worth.signum() < 0 || worth.compareTo(item.points()) > 0) {
				return unknown(item, indicator, stage,
						Message.of("scorecard.unknown.beyond", Range.plain(worth), Range.plain(item.points())));
			}
			if (earned != null && earned.compareTo(worth) != 0) {
				return unknown(item, indicator, stage, Message.of("scorecard.unknown.bases"));
			}
			earned = worth;
		}
		BigDecimal certain = Objects.requireNonNull(earned);
		BigDecimal lost = item.points().subtract(certain);
		List<Loss> losses = (lost.signum() > 0) ? List.of(new Loss(lost, null, found.get(0))) : List.of();
		return new ItemScore(item, new Range(certain, certain), losses, List.of());
	}

	private ItemScore unknown(Scorecard.Item item, String indicator, String stage, Message why) {
		return new ItemScore(item, new Range(BigDecimal.ZERO, item.points()), List.of(),
				List.of(new Unknown(this.standing.region().code(), null, indicator, stage, why,
						this.standing.feeds(indicator))));
	}

	private static BigDecimal points(Scoring.Bands bands, BigDecimal value) {
		return bands.bands()
			.stream()
			.filter((band) -> band.holds(value))
			.map(Scoring.Band::points)
			.findFirst()
			.orElse(BigDecimal.ZERO);
	}

}
