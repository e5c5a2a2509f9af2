package org.dudao.scorecard;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.dudao.catalog.Catalog;
import org.dudao.catalog.Scorecard;
import org.dudao.finding.FindingQuery;
import org.dudao.finding.Listed;
import org.dudao.indicator.IndicatorQuery;
import org.dudao.indicator.Value;
import org.dudao.region.Region;
import org.dudao.region.Regions;
import org.dudao.scorecard.Grading.VetoScore;
import org.dudao.scorecard.Score.ItemScore;
import org.dudao.scorecard.Score.SectionScore;
import org.dudao.scorecard.Standing.Demand;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Marks regions on the scorecards of the catalogue. Nothing of it is stored: it is said
 * anew from the verdicts, findings and values in force, now or at some moment, so the
 * same moment gives the same points for ever.
 * <p>
 * A report asks {@link #mark} for one region in full, with its ranks; a list of many asks
 * {@link #below}. Both read the whole area that is ranked in a few statements, however
 * many regions it has.
 */
public final class Scorecards {

	private final Catalog catalog;

	private final Regions regions;

	private final FindingQuery findings;

	private final IndicatorQuery values;

	private final Periods periods;

	/** Cards marked by what stands in that database. */
	public Scorecards(JdbcTemplate jdbc, Catalog catalog, Regions regions) {
		this.catalog = catalog;
		this.regions = regions;
		this.findings = new FindingQuery(jdbc, catalog, regions);
		this.values = new IndicatorQuery(jdbc, regions);
		this.periods = new Periods(jdbc);
	}

	/**
	 * One region marked in full, with its ranks.
	 * @param region the code of a region of the card's level in that period
	 * @param asOf the moment; null means now
	 * @return empty when there is no such region, or the card is not for that period
	 */
	public Optional<Score> mark(Scorecard card, String region, int period, @Nullable Instant asOf) {
		Optional<Region> marked = this.regions.byCode(region, period)
			.filter((known) -> known.level().equals(card.level()) && card.isFor(period));
		return marked.flatMap((known) -> new Ranking(this.regions)
			.rank(mark(card, Area.around(this.regions, known, period), period, asOf))
			.stream()
			.filter((score) -> score.region().equals(known.code()))
			.findFirst());
	}

	/**
	 * All regions of the card's level within a region, with their ranks. Those with
	 * determined points come first, the most points first, then the others by code.
	 * Without a region, those of every part of the country that has a verdict are marked.
	 * @param region the code of a region, or null for everywhere
	 * @param asOf the moment; null means now
	 */
	public List<Score> below(Scorecard card, @Nullable String region, int period, @Nullable Instant asOf) {
		if (!card.isFor(period)) {
			return List.of();
		}
		Collection<String> wanted = (region != null) ? List.of(region) : this.periods.regions(card, period, asOf);
		Map<String, Area> areas = new LinkedHashMap<>();
		wanted.stream()
			.flatMap((code) -> this.regions.byCode(code, period).stream())
			.map((known) -> Area.around(this.regions, known, period))
			.forEach((area) -> areas.putIfAbsent(area.top().code(), area));
		Ranking ranking = new Ranking(this.regions);
		List<Score> scores = new ArrayList<>();
		areas.values().forEach((area) -> scores.addAll(ranking.rank(mark(card, area, period, asOf))));
		return scores.stream()
			.filter((score) -> region == null || this.regions.isWithin(score.region(), region, period))
			.sorted(Ranking.ORDER)
			.toList();
	}

	/**
	 * The latest period that the card is for and that has a verdict or value it is marked
	 * by, in a region or those below it.
	 * @param region the code of a region, or null for everywhere
	 */
	public Optional<Integer> latest(Scorecard card, @Nullable String region, @Nullable Instant asOf) {
		return this.periods.of(card, asOf)
			.entrySet()
			.stream()
			.filter((entry) -> card.isFor(entry.getKey()))
			.filter((entry) -> region == null || entry.getValue()
				.stream()
				.anyMatch((code) -> this.regions.isWithin(code, region, entry.getKey())))
			.map(Map.Entry::getKey)
			.max(Integer::compare);
	}

	private List<Score> mark(Scorecard card, Area area, int period, @Nullable Instant asOf) {
		Map<String, List<Listed>> verdicts = new LinkedHashMap<>();
		this.findings.judged(card.rules(), area.codes(), period, asOf)
			.forEach((listed) -> verdicts.computeIfAbsent(listed.subject().region(), (none) -> new ArrayList<>())
				.add(listed));
		Map<String, List<Value>> values = new LinkedHashMap<>();
		for (String indicator : card.indicators()) {
			this.values.find(new IndicatorQuery.Filter(indicator, area.top().code(), period, asOf))
				.forEach((value) -> values.computeIfAbsent(value.key().region(), (none) -> new ArrayList<>())
					.add(value));
		}
		Map<String, Standing> standings = new LinkedHashMap<>();
		area.regions()
			.forEach((region) -> standings.put(region.code(),
					new Standing(this.catalog, region, period, verdicts.getOrDefault(region.code(), List.of()))));
		return area.regions()
			.stream()
			.filter((region) -> region.level().equals(card.level()))
			.map((region) -> score(card, standings, region, values.getOrDefault(region.code(), List.of())))
			.toList();
	}

	private Score score(Scorecard card, Map<String, Standing> standings, Region region, List<Value> values) {
		Standing standing = standings.get(region.code());
		Marking marking = new Marking(standing, values);
		List<SectionScore> sections = new ArrayList<>();
		for (Scorecard.Section section : card.sections()) {
			List<ItemScore> items = section.items().stream().map(marking::item).toList();
			sections.add(new SectionScore(section,
					items.stream().map(ItemScore::points).reduce(Range.NOTHING, Range::plus), items));
		}
		Range points = sections.stream().map(SectionScore::points).reduce(Range.NOTHING, Range::plus);
		Grading grading = card.grades().isEmpty() ? null : Grading.of(card, points,
				card.vetoes().stream().map((veto) -> veto(veto, standings, region)).toList());
		return new Score(card, region.code(), region.name(), standing.period(), sections, points, grading, List.of(),
				!standing.isEmpty() || !values.isEmpty());
	}

	private VetoScore veto(Scorecard.Veto veto, Map<String, Standing> standings, Region region) {
		List<Demand> demands = standings.values()
			.stream()
			.filter((standing) -> (veto.below() == null) ? standing.region().equals(region)
					: standing.region().level().equals(veto.below())
							&& this.regions.isWithin(standing.region().code(), region.code(), standing.period()))
			.flatMap((standing) -> standing.demands(veto.rules(), veto.stages(), veto.mayLack()).stream())
			.toList();
		return new VetoScore(veto, demands.stream().flatMap((demand) -> demand.findings().stream()).toList(),
				demands.stream()
					.map(Demand::unknown)
					.flatMap((unknown) -> Optional.ofNullable(unknown).stream())
					.toList());
	}

}
