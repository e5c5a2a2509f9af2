package org.dudao.catalog;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Whether a rule shows what comes out exactly at the point where it turns: that is where
 * "not below" and "above" differ, and where a slip goes unseen.
 */
final class ExactExamples {

	private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

	private final List<Integer> prefixes;

	/**
	 * For regions of that source.
	 */
	ExactExamples(RegionSource regions) {
		this.prefixes = regions.parentPrefixes();
	}

	/** The last part of the code of what is demanded for that check. */
	static String demand(Check check) {
		if (check instanceof Check.Limit) {
			return "limit";
		}
		return (check instanceof Check.NotBelow) ? "than" : (check.than() != null) ? "growth" : "prior";
	}

	boolean isExact(Rule rule, Rule.Example example) {
		Map<String, BigDecimal> given = example.given();
		if (rule.check() instanceof Check.Limit limit) {
			return same(given.get("value"), threshold(rule, limit, example));
		}
		if (rule.check() instanceof Check.NotBelow) {
			return same(given.get("value"), given.get("than_value"));
		}
		if (rule.check().than() != null) {
			return sameGrowth(given);
		}
		BigDecimal prior = prior(given, "");
		return (prior != null) ? same(given.get("value"), prior) : same(given.get("growth"), BigDecimal.ZERO);
	}

	private @Nullable BigDecimal threshold(Rule rule, Check.Limit limit, Rule.Example example) {
		BigDecimal last = example.given().get("threshold");
		String region = example.region();
		List<Threshold> thresholds = (last == null) ? limit.thresholds() : List.of();
		for (Threshold threshold : thresholds) {
			boolean here = threshold.regions().isEmpty()
					|| (region != null && threshold.regions().stream().anyMatch((area) -> isWithin(region, area)));
			last = (here && threshold.isFor(rule.stageOf(example), rule.periodOf(example))) ? threshold.value() : last;
		}
		return last;
	}

	/** As far as codes tell. */
	private boolean isWithin(String region, String area) {
		return region.equals(area) || this.prefixes.stream()
			.filter((length) -> length < region.length())
			.anyMatch((length) -> area.equals(region.substring(0, length) + "0".repeat(region.length() - length)));
	}

	/** Growth is compared without dividing; a stated growth may stand for the figures. */
	private static boolean sameGrowth(Map<String, BigDecimal> given) {
		Growth ours = growth(given, "");
		Growth theirs = growth(given, "than_");
		return ours != null && theirs != null
				&& ours.above.multiply(theirs.below).compareTo(theirs.above.multiply(ours.below)) == 0;
	}

	private static @Nullable Growth growth(Map<String, BigDecimal> given, String prefix) {
		BigDecimal value = given.get(prefix + "value");
		BigDecimal prior = prior(given, prefix);
		if (value != null && prior != null) {
			return new Growth(value.subtract(prior).multiply(HUNDRED), prior);
		}
		BigDecimal stated = given.get(prefix + "growth");
		return (stated != null) ? new Growth(stated, BigDecimal.ONE) : null;
	}

	private static @Nullable BigDecimal prior(Map<String, BigDecimal> given, String prefix) {
		BigDecimal restated = given.get(prefix + "restated");
		return (restated != null) ? restated : given.get(prefix + "prior");
	}

	private static boolean same(@Nullable BigDecimal one, @Nullable BigDecimal other) {
		return one != null && other != null && one.compareTo(other) == 0;
	}

	private record Growth(BigDecimal above, BigDecimal below) {
	}

}
