package org.dudao.finding;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.dudao.catalog.Catalog;
import org.dudao.catalog.Check;
import org.dudao.catalog.Rule;
import org.dudao.finding.Finding.Because;
import org.dudao.finding.Finding.Subject;
import org.dudao.finding.StatementRows.Ended;
import org.dudao.indicator.AsPublished;
import org.dudao.indicator.Place;
import org.dudao.indicator.Touched;
import org.dudao.indicator.Value;
import org.dudao.indicator.ValueKey;
import org.dudao.indicator.ValueRows;
import org.dudao.indicator.Values;
import org.dudao.region.Regions;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Judges where values changed, and keeps verdicts and findings to match. All of one call
 * happens in the caller's transaction, and judging the same again changes nothing.
 */
public final class Findings {

	private static final int REGIONS = 500;

	private final ValueRows values;

	private final VerdictRows verdicts;

	private final FindingRows findings;

	private final StatementRows statements;

	private final Catalog catalog;

	/** Findings get their numbers by region and year, so that a list reads in order. */
	private static final Comparator<Subject> NUMBERED = Comparator.comparing(Subject::region)
		.thenComparingInt(Subject::period)
		.thenComparing(Subject::rule)
		.thenComparing(Subject::stage)
		.thenComparing(Subject::basis);

	private final Regions regions;

	private final Judge judge;

	private final Territory territory;

	private final AsPublished asPublished;

	/** The rules that look at an indicator, by its name. */
	private final Map<String, List<Rule>> byIndicator = new HashMap<>();

	/** The findings by the rules of that catalogue. */
	public Findings(JdbcTemplate jdbc, Catalog catalog, Regions regions) {
		this.values = new ValueRows(jdbc);
		this.verdicts = new VerdictRows(jdbc);
		this.findings = new FindingRows(jdbc);
		this.statements = new StatementRows(JdbcClient.create(jdbc));
		this.catalog = catalog;
		this.regions = regions;
		this.territory = Territory.of(regions);
		this.judge = new Judge(catalog, this.territory);
		this.asPublished = new AsPublished(jdbc, catalog, regions);
		for (Rule rule : catalog.rules()) {
			indicators(rule.check()).forEach(
					(indicator) -> this.byIndicator.computeIfAbsent(indicator, (none) -> new ArrayList<>()).add(rule));
		}
	}

	/**
	 * Judges what the changed values bear on: the same region and year, and the year
	 * after where a rule compares with the year before.
	 * @param changed the values that are other than before, or gone
	 * @param touched the slots behind it, with their submissions; regions above are found
	 * by themselves
	 * @param now from when on the verdicts are in force
	 */
	public Evaluated evaluate(Set<ValueKey> changed, Collection<Touched> touched, Instant now) {
		Map<Place, Set<String>> targets = new HashMap<>();
		for (ValueKey key : changed) {
			for (Rule rule : this.byIndicator.getOrDefault(key.indicator(), List.of())) {
				targets.computeIfAbsent(key.place(), (none) -> new HashSet<>()).addAll(names(rule));
				if (comparesYears(rule.check())) {
					yearAfter(key.place()).forEach(
							(place) -> targets.computeIfAbsent(place, (none) -> new HashSet<>()).addAll(names(rule)));
				}
			}
		}
		return evaluate(targets, new Originators(touched, this.regions), now);
	}

	/** Where the year before is compared with, in the region itself or what it became. */
	private List<Place> yearAfter(Place place) {
		List<Place> after = new ArrayList<>(List.of(place.yearAfter()));
		this.territory.successors(place.region(), place.period())
			.forEach((code) -> after.add(new Place(code, place.period() + 1)));
		return after;
	}

	/**
	 * Withdraws the verdicts of rules that the catalogue no longer has; their findings
	 * close.
	 */
	public Evaluated forget(Instant now) {
		Set<String> gone = this.verdicts.rules();
		this.catalog.rules().forEach((rule) -> gone.removeAll(names(rule)));
		Evaluated all = Evaluated.NOTHING;
		if (gone.isEmpty()) {
			return all;
		}
		Originators nobody = new Originators(List.of(), this.regions);
		for (Collection<Place> places : batches(this.verdicts.places(gone))) {
			Batch batch = new Batch(this.verdicts.live(gone, places), this.findings.of(gone, places));
			all = all.plus(record(batch, List.of(), places, gone, nobody, now));
		}
		return all;
	}

	/**
	 * Ends the waivers whose last day has passed; their findings are open again where
	 * nothing else that was said counts.
	 * @param today the day that it is where the findings are handled
	 */
	public Evaluated lapse(LocalDate today, Instant now) {
		List<StatementRows.Row> past = this.statements.pastTheirTime(today);
		if (past.isEmpty()) {
			return Evaluated.NOTHING;
		}
		this.statements.end(past, Ended.TIME, now);
		Set<Long> ended = past.stream().map(StatementRows.Row::id).collect(Collectors.toSet());
		List<FindingRows.Row> known = this.findings
			.numbered(past.stream().map(StatementRows.Row::finding).collect(Collectors.toSet()))
			.stream()
			.filter((row) -> ended.contains(row.statementId()))
			.toList();
		Map<Long, List<StatementRows.Row>> said = this.statements
			.of(known.stream().map((row) -> row.finding().id()).toList());
		Life life = new Life(this.catalog, new Originators(List.of(), this.regions), now);
		for (FindingRows.Row row : known) {
			Subject subject = row.finding().subject();
			life.turn(subject, row, this.verdicts.live(subject), said.getOrDefault(row.finding().id(), List.of()),
					Because.TIME);
		}
		this.findings.write(life.changes());
		return life.evaluated(0, 0);
	}

	private Evaluated evaluate(Map<Place, Set<String>> targets, Originators originators, Instant now) {
		Evaluated all = Evaluated.NOTHING;
		for (Collection<Place> places : batches(targets.keySet())) {
			Set<String> rules = new HashSet<>();
			places.forEach((place) -> rules.addAll(targets.getOrDefault(place, Set.of())));
			List<VerdictRows.Row> before = this.verdicts.live(rules, places)
				.stream()
				.filter((row) -> isTarget(targets, row.verdict().rule(), row.verdict().key().place()))
				.toList();
			List<FindingRows.Row> known = this.findings.of(rules, places)
				.stream()
				.filter((row) -> isTarget(targets, row.finding().subject().rule(),
						new Place(row.finding().subject().region(), row.finding().subject().period())))
				.toList();
			List<Verdict> after = judge(places, rules, targets);
			all = all.plus(record(new Batch(before, known), after, places, rules, originators, now));
		}
		return all;
	}

	private List<Verdict> judge(Collection<Place> places, Set<String> rules, Map<Place, Set<String>> targets) {
		Set<Place> needed = new HashSet<>(places);
		places.forEach((place) -> {
			needed.add(place.yearBefore());
			Territory.Change change = this.territory.change(place.region(), place.period());
			if (change != null && change.whole()) {
				change.codes().forEach((code) -> needed.add(new Place(code, place.period() - 1)));
			}
		});
		Set<String> indicators = new HashSet<>();
		rules.forEach(
				(name) -> this.catalog.rule(name).ifPresent((rule) -> indicators.addAll(indicators(rule.check()))));
		Set<Place> priors = new HashSet<>();
		places.forEach((place) -> priors.add(place.yearBefore()));
		Values known = new Values(this.values.live(indicators, needed),
				this.asPublished.then(comparedByYear(rules), priors));
		List<Verdict> verdicts = new ArrayList<>();
		for (Value value : known.all()) {
			Set<String> wanted = targets.getOrDefault(value.key().place(), Set.of());
			if (!wanted.isEmpty() && places.contains(value.key().place())) {
				for (Rule rule : this.byIndicator.getOrDefault(value.key().indicator(), List.of())) {
					if (wanted.contains(rule.name())) {
						this.judge.judge(rule, value, known).ifPresent((verdict) -> add(verdict, rule, verdicts));
					}
				}
			}
		}
		return verdicts;
	}

	/** The indicators that these rules compare with the year before. */
	private Set<String> comparedByYear(Set<String> rules) {
		Set<String> indicators = new HashSet<>();
		rules.forEach((name) -> this.catalog.rule(name)
			.map(Rule::check)
			.filter(Findings::comparesYears)
			.ifPresent((check) -> indicators.addAll(indicators(check))));
		return indicators;
	}

	/** A verdict, and what is to be explained where only restating makes it. */
	private static void add(Verdict verdict, Rule rule, List<Verdict> verdicts) {
		verdicts.add(verdict);
		if (verdict.isHidden()) {
			rule.restated().ifPresent((restated) -> verdicts.add(verdict.to(restated)));
		}
	}

	/** The rule's own name and that of what follows from it. */
	private static Set<String> names(Rule rule) {
		return rule.restated().map((restated) -> Set.of(rule.name(), restated.name())).orElse(Set.of(rule.name()));
	}

	private Evaluated record(Batch batch, List<Verdict> after, Collection<Place> places, Set<String> rules,
			Originators originators, Instant now) {
		Map<Subject, VerdictRows.Row> before = new HashMap<>();
		batch.verdicts().forEach((row) -> before.put(Subject.of(row.verdict()), row));
		List<Verdict> inserted = new ArrayList<>();
		List<VerdictRows.Row> superseded = new ArrayList<>();
		Set<Subject> changed = new HashSet<>();
		for (Verdict verdict : after) {
			VerdictRows.Row old = before.remove(Subject.of(verdict));
			if (old == null || !old.verdict().equals(verdict)) {
				inserted.add(verdict);
				changed.add(Subject.of(verdict));
				if (old != null) {
					superseded.add(old);
				}
			}
		}
		superseded.addAll(before.values());
		changed.addAll(before.keySet());
		this.verdicts.supersede(superseded, now);
		this.verdicts.insert(inserted, now);
		Map<Subject, VerdictRows.Row> live = new HashMap<>();
		if (!changed.isEmpty()) {
			this.verdicts.live(rules, places).forEach((row) -> live.put(Subject.of(row.verdict()), row));
		}
		Life life = new Life(this.catalog, originators, now);
		Map<Subject, FindingRows.Row> known = new HashMap<>();
		batch.findings().forEach((row) -> known.put(row.finding().subject(), row));
		Map<Long, List<StatementRows.Row>> said = this.statements.of(known.entrySet()
			.stream()
			.filter((each) -> changed.contains(each.getKey()))
			.map((each) -> each.getValue().finding().id())
			.toList());
		changed.stream().sorted(NUMBERED).forEach((subject) -> {
			FindingRows.Row finding = known.get(subject);
			life.turn(subject, finding, live.get(subject),
					(finding != null) ? said.getOrDefault(finding.finding().id(), List.of()) : List.of());
		});
		this.findings.write(life.changes());
		return life.evaluated(after.size(), changed.size());
	}

	/** The indicators that a check looks at. */
	private static List<String> indicators(Check check) {
		String than = check.than();
		return (than != null) ? List.of(check.indicator(), than) : List.of(check.indicator());
	}

	private static boolean comparesYears(Check check) {
		return !(check instanceof Check.Limit || check instanceof Check.NotBelow);
	}

	private static boolean isTarget(Map<Place, Set<String>> targets, String rule, Place place) {
		return targets.getOrDefault(place, Set.of()).contains(rule);
	}

	/**
	 * The places with all periods of a region together, some hundred regions at a time.
	 */
	private static List<Collection<Place>> batches(Collection<Place> places) {
		Map<String, List<Place>> byRegion = new TreeMap<>();
		places.forEach((place) -> byRegion.computeIfAbsent(place.region(), (none) -> new ArrayList<>()).add(place));
		List<Collection<Place>> batches = new ArrayList<>();
		int regions = 0;
		for (List<Place> those : byRegion.values()) {
			if (regions++ % REGIONS == 0) {
				batches.add(new HashSet<>());
			}
			batches.get(batches.size() - 1).addAll(those);
		}
		return batches;
	}

	/** What stands now for some rules and places. */
	private record Batch(List<VerdictRows.Row> verdicts, List<FindingRows.Row> findings) {
	}

}
