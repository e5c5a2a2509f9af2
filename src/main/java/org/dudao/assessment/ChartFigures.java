package org.dudao.assessment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;

import org.dudao.assessment.Report.Chart;
import org.dudao.assessment.Report.Chart.Series;
import org.dudao.catalog.ReportForm;
import org.dudao.indicator.Value;
import org.dudao.region.Region;
import org.jspecify.annotations.Nullable;

/** Gathers the figures of charts. A chart with nothing to compare is not drawn. */
final class ChartFigures {

	/** How many years before this one are drawn. */
	static final int YEARS_BEFORE = 4;

	private static final int DECIMALS = 2;

	private final Scope scope;

	private final Known known;

	private final Notes notes;

	private final List<Region> above;

	/**
	 * Charts of a region beside those above it.
	 * @param above the regions above, nearest first
	 */
	ChartFigures(Scope scope, Known known, Notes notes, List<Region> above) {
		this.scope = scope;
		this.known = known;
		this.notes = notes;
		this.above = above;
	}

	/** The chart, or empty when there are not two figures side by side. */
	Optional<Chart> of(ReportForm.Chart chart) {
		List<String> stages = chart.stages().isEmpty() ? List.of("") : chart.stages();
		String title = this.scope.say(chart.title(), Map.of());
		return (chart.kind() == ReportForm.Chart.Kind.TREND) ? trend(chart, title, stages)
				: comparison(chart, title, stages);
	}

	private Optional<Chart> trend(ReportForm.Chart chart, String title, List<String> stages) {
		int last = this.scope.period();
		List<Integer> years = IntStream.rangeClosed(last - YEARS_BEFORE, last)
			.filter((year) -> stages.stream()
				.anyMatch((stage) -> find(chart, this.scope.region(), year, stage).isPresent()))
			.boxed()
			.toList();
		TreeSet<Integer> numbers = new TreeSet<>();
		List<Series> series = new ArrayList<>();
		for (String stage : stages) {
			List<@Nullable BigDecimal> figures = new ArrayList<>();
			years.forEach((year) -> figures.add(figure(find(chart, this.scope.region(), year, stage), numbers)));
			add(stage.isEmpty() ? this.scope.region().name() : this.scope.stage(stage), figures, series);
		}
		boolean worthIt = years.size() > 1 && !series.isEmpty();
		return worthIt ? Optional
			.of(new Chart(title, true, years.stream().map(String::valueOf).toList(), series, List.copyOf(numbers)))
				: Optional.empty();
	}

	private Optional<Chart> comparison(ReportForm.Chart chart, String title, List<String> stages) {
		List<String> there = stages.stream()
			.filter((stage) -> find(chart, this.scope.region(), this.scope.period(), stage).isPresent())
			.toList();
		TreeSet<Integer> numbers = new TreeSet<>();
		List<Series> series = new ArrayList<>();
		List<Region> regions = new ArrayList<>(List.of(this.scope.region()));
		regions.addAll(this.above);
		for (Region region : regions) {
			List<@Nullable BigDecimal> figures = new ArrayList<>();
			there.forEach((stage) -> figures.add(figure(find(chart, region, this.scope.period(), stage), numbers)));
			add(region.name(), figures, series);
		}
		boolean worthIt = series.size() > 1;
		return worthIt ? Optional
			.of(new Chart(title, false, there.stream().map(this.scope::stage).toList(), series, List.copyOf(numbers)))
				: Optional.empty();
	}

	private static void add(String name, List<@Nullable BigDecimal> figures, List<Series> series) {
		if (figures.stream().anyMatch(Objects::nonNull)) {
			series.add(new Series(name, figures));
		}
	}

	private Optional<Value> find(ReportForm.Chart chart, Region region, int year, String stage) {
		return this.known.find(chart.indicator(), region.code(), year, stage);
	}

	private @Nullable BigDecimal figure(Optional<Value> value, TreeSet<Integer> numbers) {
		BigDecimal figure = value.map(Value::value).orElse(null);
		value.ifPresent((there) -> numbers.add(this.notes.number(there)));
		return (figure != null) ? figure.setScale(DECIMALS, RoundingMode.HALF_UP) : null;
	}

}
