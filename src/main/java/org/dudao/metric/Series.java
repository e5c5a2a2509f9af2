package org.dudao.metric;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;

/** A metric with its values, one for each set of labels. */
final class Series {

	private final String name;

	private final String help;

	private final Kind kind;

	private final List<String> labels;

	private final Map<List<String>, Double> values = new LinkedHashMap<>();

	private Series(String name, String help, Kind kind, String... labels) {
		this.name = name;
		this.help = help;
		this.kind = kind;
		this.labels = List.of(labels);
	}

	/** A number that goes up and down. */
	static Series gauge(String name, String help, String... labels) {
		return new Series(name, help, Kind.GAUGE, labels);
	}

	/**
	 * A number that only grows.
	 * @param name without {@code _total}, which is added
	 */
	static Series counter(String name, String help, String... labels) {
		return new Series(name, help, Kind.COUNTER, labels);
	}

	/**
	 * What something is called; its value is always 1.
	 * @param name without {@code _info}, which is added
	 */
	static Series info(String name, String help, String... labels) {
		return new Series(name, help, Kind.INFO, labels);
	}

	/** Adds to the value with those labels, as many as the metric has. */
	Series add(double value, String... of) {
		this.values.merge(Arrays.asList(of), value, Double::sum);
		return this;
	}

	/** As Prometheus reads it. */
	MetricSnapshot snapshot() {
		return switch (this.kind) {
			case COUNTER -> counters();
			case GAUGE -> gauges();
			case INFO -> names();
		};
	}

	private InfoSnapshot names() {
		InfoSnapshot.Builder all = InfoSnapshot.builder().name(this.name).help(this.help);
		this.values.keySet()
			.forEach((of) -> all
				.dataPoint(InfoSnapshot.InfoDataPointSnapshot.builder().labels(Labels.of(this.labels, of)).build()));
		return all.build();
	}

	private CounterSnapshot counters() {
		CounterSnapshot.Builder all = CounterSnapshot.builder().name(this.name).help(this.help);
		this.values.forEach((of,
				value) -> all.dataPoint(CounterSnapshot.CounterDataPointSnapshot.builder()
					.labels(Labels.of(this.labels, of))
					.value(value)
					.build()));
		return all.build();
	}

	private GaugeSnapshot gauges() {
		GaugeSnapshot.Builder all = GaugeSnapshot.builder().name(this.name).help(this.help);
		this.values.forEach((of,
				value) -> all.dataPoint(GaugeSnapshot.GaugeDataPointSnapshot.builder()
					.labels(Labels.of(this.labels, of))
					.value(value)
					.build()));
		return all.build();
	}

	private enum Kind {

		COUNTER, GAUGE, INFO

	}

}
