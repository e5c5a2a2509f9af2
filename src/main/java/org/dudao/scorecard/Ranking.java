package org.dudao.scorecard;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.dudao.region.Region;
import org.dudao.region.Regions;

/** Gives each region its place within every region above it. */
final class Ranking {

	/** Determined points first, the most first, then by code. */
	static final Comparator<Score> ORDER = Comparator.comparing((Score score) -> !score.points().isCertain())
		.thenComparing((score) -> score.points().isCertain() ? score.points().least() : BigDecimal.ZERO,
				Comparator.reverseOrder())
		.thenComparing(Score::region);

	private final Regions regions;

	Ranking(Regions regions) {
		this.regions = regions;
	}

	/** The same scores with their places; they are all that the area has. */
	List<Score> rank(List<Score> scores) {
		Map<String, List<Score>> within = new LinkedHashMap<>();
		Map<String, List<Region>> above = new LinkedHashMap<>();
		for (Score score : scores) {
			List<Region> regions = this.regions.byCode(score.region(), score.period())
				.map((region) -> Area.above(this.regions, region, score.period()))
				.orElse(List.of());
			above.put(score.region(), regions);
			regions.forEach((region) -> within.computeIfAbsent(region.code(), (none) -> new ArrayList<>()).add(score));
		}
		return scores.stream()
			.map((score) -> score.ranked(above.get(score.region())
				.stream()
				.map((region) -> rank(score, region, within.getOrDefault(region.code(), List.of())))
				.toList()))
			.toList();
	}

	private static Rank rank(Score score, Region region, List<Score> all) {
		List<BigDecimal> ranked = all.stream()
			.filter((other) -> other.points().isCertain())
			.map((other) -> other.points().least())
			.toList();
		Integer place = score.points().isCertain()
				? 1 + (int) ranked.stream().filter((points) -> points.compareTo(score.points().least()) > 0).count()
				: null;
		return new Rank(region.code(), region.name(), place, ranked.size(), all.size() - ranked.size());
	}

}
