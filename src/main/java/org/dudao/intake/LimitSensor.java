package org.dudao.intake;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.dudao.catalog.Catalog;
import org.dudao.catalog.Check;
import org.dudao.catalog.Expression;
import org.dudao.catalog.Feed;
import org.dudao.catalog.Field;
import org.dudao.catalog.FieldType;
import org.dudao.catalog.Indicator;
import org.dudao.catalog.Rule;
import org.dudao.catalog.Threshold;
import org.dudao.region.Regions;
import org.jspecify.annotations.Nullable;

/**
 * Notices that many rows lie exactly at the limit of a rule. A rate of nothing or of one
 * hundred percent is the natural end of what is counted and not looked at. A school may
 * aim at a limit and reach it, so the officer is only told.
 */
final class LimitSensor {

	private static final int FEWEST_ROWS = 10;

	private static final int FEWEST_AT_LIMIT = 5;

	private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

	/** As near as this beyond a limit counts as at it, or a thousandth of the limit. */
	private static final BigDecimal NEAR = new BigDecimal("0.01");

	private final FigureSample sample;

	private final Regions regions;

	private final List<Limited> limits = new ArrayList<>();

	private final int region;

	private final int period;

	private final int stage;

	/** A rule with what its indicator computes from one row. */
	private record Limited(Rule rule, Indicator indicator, Expression.Bound of, Expression.Bound in,
			Expression.@Nullable Bound rows, List<Threshold> thresholds) {
	}

	LimitSensor(FigureSample sample, Catalog catalog, Regions regions) {
		this.sample = sample;
		this.regions = regions;
		List<FieldType> types = sample.feed().fields().stream().map(Field::type).toList();
		this.region = types.indexOf(FieldType.REGION);
		this.period = types.indexOf(FieldType.PERIOD);
		this.stage = types.indexOf(FieldType.STAGE);
		for (Rule rule : catalog.rules()) {
			if (rule.check() instanceof Check.Limit limit && isOneSided(limit)) {
				catalog.indicator(limit.indicator())
					.filter((indicator) -> isOfRows(indicator, sample.feed()))
					.ifPresent((indicator) -> this.limits.add(limited(rule, indicator, thresholds(limit, catalog))));
			}
		}
	}

	private static boolean isOneSided(Check.Limit limit) {
		return limit instanceof Check.AtLeast || limit instanceof Check.AtMost;
	}

	private static boolean isOfRows(Indicator indicator, Feed feed) {
		return feed.name().equals(indicator.feed()) && indicator.of() != null && indicator.in() != null
				&& (indicator.kind() == Indicator.Kind.RATIO || indicator.kind() == Indicator.Kind.SHARE)
				&& indicator.fields().stream().allMatch((name) -> feed.field(name).isPresent());
	}

	private static List<Threshold> thresholds(Check.Limit limit, Catalog catalog) {
		return (limit.parameter() == null) ? limit.thresholds()
				: catalog.parameters()
					.stream()
					.filter((parameter) -> parameter.name().equals(limit.parameter()))
					.flatMap((parameter) -> parameter.values().stream())
					.toList();
	}

	private Limited limited(Rule rule, Indicator indicator, List<Threshold> thresholds) {
		Feed feed = this.sample.feed();
		Expression rows = indicator.rows();
		return new Limited(rule, indicator, Objects.requireNonNull(indicator.of()).bind(feed::indexOf),
				Objects.requireNonNull(indicator.in()).bind(feed::indexOf),
				(rows != null) ? rows.bind(feed::indexOf) : null, thresholds);
	}

	/** Says where figures are bunched. */
	void end(Suspicions suspicions) {
		for (Limited limited : this.limits) {
			int judged = 0;
			int at = 0;
			int line = 0;
			BigDecimal limit = BigDecimal.ZERO;
			for (FigureSample.Sampled sampled : this.sample.facts()) {
				BigDecimal threshold = threshold(limited, sampled.fact());
				BigDecimal value = (threshold != null) ? value(limited, sampled.fact().values()) : null;
				if (threshold != null && value != null) {
					judged++;
					if (isAt(value, threshold, limited.rule.check() instanceof Check.AtLeast)) {
						line = (at++ == 0) ? sampled.line() : line;
						limit = threshold;
					}
				}
			}
			if (judged >= FEWEST_ROWS && at >= FEWEST_AT_LIMIT && 10 * at >= 3 * judged) {
				suspicions.add(Sensor.AT_LIMIT.says(line, Titles.words(limited.indicator.title()),
						limit.stripTrailingZeros().toPlainString(), limited.rule.name(), at, judged));
			}
		}
	}

	private @Nullable BigDecimal threshold(Limited limited, Fact fact) {
		String stage = (this.stage >= 0 && fact.values()[this.stage] instanceof String text) ? text : "";
		if (!(fact.values()[this.period] instanceof Integer period)
				|| !(fact.values()[this.region] instanceof String region)
				|| !limited.rule.stages().isEmpty() && !limited.rule.stages().contains(stage)) {
			return null;
		}
		BigDecimal found = null;
		for (Threshold threshold : limited.thresholds) {
			if (threshold.isFor(stage, period) && (threshold.regions().isEmpty() || threshold.regions()
				.stream()
				.anyMatch((area) -> area.equals(region) || this.regions.isWithin(region, area, period)))) {
				found = threshold.value();
			}
		}
		return (found == null || isEnd(found, limited.indicator)) ? null : found;
	}

	private static boolean isEnd(BigDecimal limit, Indicator indicator) {
		BigDecimal whole = (indicator.kind() == Indicator.Kind.SHARE) ? HUNDRED : BigDecimal.ONE;
		return limit.signum() == 0 || limit.compareTo(whole) == 0;
	}

	private static @Nullable BigDecimal value(Limited limited, @Nullable Object[] row) {
		BigDecimal counts = (limited.rows != null) ? limited.rows.evaluate(row) : BigDecimal.ONE;
		BigDecimal of = limited.of.evaluate(row);
		BigDecimal in = limited.in.evaluate(row);
		if (counts == null || counts.signum() == 0 || of == null || in == null || in.signum() == 0) {
			return null;
		}
		BigDecimal value = of.divide(in, MathContext.DECIMAL64);
		return (limited.indicator.kind() == Indicator.Kind.SHARE) ? value.multiply(HUNDRED) : value;
	}

	private static boolean isAt(BigDecimal value, BigDecimal limit, boolean atLeast) {
		BigDecimal beyond = atLeast ? value.subtract(limit) : limit.subtract(value);
		return beyond.signum() >= 0 && beyond.compareTo(NEAR.min(limit.abs().movePointLeft(3))) <= 0;
	}

}
