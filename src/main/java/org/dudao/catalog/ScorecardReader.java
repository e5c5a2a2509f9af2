package org.dudao.catalog;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/** Reads the files of {@code scorecards/}, one card each. */
final class ScorecardReader {

	private final Mistakes mistakes;

	private final Lookup lookup;

	private final ScoringReader scorings;

	private final RegionSource regions;

	ScorecardReader(Mistakes mistakes, List<Stage> stages, List<Indicator> indicators, List<Rule> rules,
			RegionSource regions) {
		this.mistakes = mistakes;
		this.lookup = new Lookup(mistakes);
		this.scorings = new ScoringReader(mistakes, stages, indicators, rules);
		this.regions = regions;
	}

	List<Scorecard> read(List<Yaml> files) {
		this.lookup.unique(files.stream().map((yaml) -> yaml.get("scorecard")).toList());
		return files.stream().map(this::card).toList();
	}

	private Scorecard card(Yaml yaml) {
		Integer from = yaml.get("from").whole();
		Integer until = yaml.get("until").whole();
		if (from != null && until != null && from > until) {
			this.mistakes.add(yaml.get("until"), "catalog.rule.years", from, until);
		}
		this.lookup.isKnown(yaml.get("level"), "level", this.regions.levels().values());
		String level = yaml.get("level").text();
		List<Yaml> items = yaml.get("sections")
			.items()
			.stream()
			.flatMap((section) -> section.get("items").items().stream())
			.map((item) -> item.get("item"))
			.toList();
		this.lookup.unique(items);
		this.lookup.unique(yaml.get("sections").items().stream().map((section) -> section.get("section")).toList());
		List<Scorecard.Section> sections = yaml.get("sections")
			.items()
			.stream()
			.map((section) -> section(section, level))
			.toList();
		BigDecimal total = points(yaml.get("total"));
		Scorecard.Unaccounted unaccounted = unaccounted(yaml.get("unaccounted"));
		sum(yaml.get("total"), "catalog.scorecard.sum", yaml.get("scorecard").text(), total,
				sections.stream().map(Scorecard.Section::points).toList(), unaccounted);
		List<Scorecard.Grade> grades = grades(yaml.get("grades"));
		if (!grades.isEmpty() && (unaccounted != null
				|| sections.stream().map(Scorecard.Section::unaccounted).anyMatch(Objects::nonNull))) {
			this.mistakes.add(yaml.get("grades"), "catalog.scorecard.unaccounted");
		}
		return new Scorecard(yaml.get("scorecard").text(), Lookup.text(yaml.get("title")), textOrNull(yaml.get("note")),
				ClauseReader.read(yaml.get("clauses")), level, from, until, total, unaccounted, sections, grades,
				vetoes(yaml.get("vetoes"), level, yaml.get("grades")),
				yaml.get("notCovered").items().stream().map(Lookup::text).toList());
	}

	private Scorecard.Section section(Yaml yaml, String level) {
		List<Scorecard.Item> items = yaml.get("items").items().stream().map((item) -> item(item, level)).toList();
		BigDecimal points = points(yaml.get("points"));
		Scorecard.Unaccounted unaccounted = unaccounted(yaml.get("unaccounted"));
		sum(yaml.get("points"), "catalog.scorecard.section-sum", yaml.get("section").text(), points,
				items.stream().map(Scorecard.Item::points).toList(), unaccounted);
		return new Scorecard.Section(yaml.get("section").text(), Lookup.text(yaml.get("title")), points, unaccounted,
				items);
	}

	private Scorecard.Item item(Yaml yaml, String level) {
		BigDecimal points = points(yaml.get("points"));
		return new Scorecard.Item(yaml.get("item").text(), Lookup.text(yaml.get("title")), points,
				ClauseReader.read(yaml.get("clauses")), this.scorings.read(yaml.get("scored"), points, level),
				this.scorings.stages(yaml.get("stages")), this.scorings.stages(yaml.get("mayLack")));
	}

	private void sum(Yaml at, String code, String name, BigDecimal said, List<BigDecimal> parts,
			Scorecard.@Nullable Unaccounted unaccounted) {
		BigDecimal sum = parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
		BigDecimal all = (unaccounted != null) ? sum.add(unaccounted.points()) : sum;
		if (all.compareTo(said) != 0) {
			this.mistakes.add(at, code, name, all, said);
		}
	}

	private List<Scorecard.Grade> grades(Yaml list) {
		this.lookup.unique(list.items().stream().map((grade) -> grade.get("grade")).toList());
		List<Scorecard.Grade> grades = new ArrayList<>();
		BigDecimal before = null;
		for (Yaml yaml : list.items()) {
			BigDecimal from = yaml.get("from").number();
			boolean last = grades.size() == list.items().size() - 1;
			if (last != (from == null) || from != null && before != null && from.compareTo(before) >= 0) {
				this.mistakes.add(yaml, "catalog.scorecard.grades", yaml.get("grade").text());
			}
			before = from;
			grades.add(new Scorecard.Grade(yaml.get("grade").text(), Lookup.text(yaml.get("title")), from));
		}
		return grades;
	}

	private List<Scorecard.Veto> vetoes(Yaml list, String level, Yaml grades) {
		this.lookup.unique(list.items().stream().map((veto) -> veto.get("veto")).toList());
		List<String> known = grades.items().stream().map((grade) -> grade.get("grade").text()).toList();
		List<Scorecard.Veto> vetoes = new ArrayList<>();
		for (Yaml yaml : list.items()) {
			Yaml best = yaml.get("best");
			Yaml below = yaml.get("below");
			this.lookup.isKnown(best, "grade", known);
			this.lookup.isKnown(below, "level", this.regions.levels().values());
			this.scorings.rules(yaml.get("rules"), below.isMissing() ? level : below.text());
			Integer down = yaml.get("down").whole();
			vetoes.add(new Scorecard.Veto(yaml.get("veto").text(), Lookup.text(yaml.get("title")),
					ClauseReader.read(yaml.get("clauses")), yaml.get("rules").texts(),
					this.scorings.stages(yaml.get("stages")), this.scorings.stages(yaml.get("mayLack")),
					below.textOrNull(), best.textOrNull(), (down != null) ? down : 0));
		}
		return vetoes;
	}

	private static Scorecard.@Nullable Unaccounted unaccounted(Yaml yaml) {
		return yaml.isMissing() ? null
				: new Scorecard.Unaccounted(points(yaml.get("points")), Lookup.text(yaml.get("because")));
	}

	private static @Nullable Text textOrNull(Yaml yaml) {
		return yaml.isMissing() ? null : Lookup.text(yaml);
	}

	private static BigDecimal points(Yaml yaml) {
		return Objects.requireNonNullElse(yaml.number(), BigDecimal.ZERO);
	}

}
