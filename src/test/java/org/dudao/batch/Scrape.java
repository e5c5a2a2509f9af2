package org.dudao.batch;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.dudao.metric.BusinessMetrics;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;

/**
 * What Prometheus would be told: each series, written {@code name{a="1",b="2"}} with its
 * labels in order, and its value.
 */
record Scrape(String text, Map<String, Double> series) {

	/** What that house says now, read as Prometheus reads it. */
	static Scrape of(House house) {
		house.part(BusinessMetrics.class);
		return of(house.part(PrometheusMeterRegistry.class).scrape());
	}

	static Scrape of(String text) {
		return new Scrape(text,
				text.lines()
					.filter((line) -> !line.startsWith("#") && !line.isBlank())
					.collect(Collectors.toMap((line) -> line.substring(0, line.lastIndexOf(' ')),
							(line) -> Double.valueOf(line.substring(line.lastIndexOf(' ') + 1)), (one, twice) -> {
								throw new AssertionError("a series is there twice");
							}, TreeMap::new)));
	}

	/**
	 * The value of a series; it must be there.
	 * @param labels such as {@code feed="funding"}, in order
	 */
	double value(String name, String... labels) {
		String key = (labels.length == 0) ? name
				: name + Arrays.stream(labels).collect(Collectors.joining(",", "{", "}"));
		Double value = this.series.get(key);
		if (value == null) {
			throw new AssertionError(key + " is not there:\n" + this.text);
		}
		return value;
	}

	/** The series whose names begin so. */
	Map<String, Double> beginning(String name) {
		return this.series.entrySet()
			.stream()
			.filter((entry) -> entry.getKey().startsWith(name))
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
	}

	/** The sum of the series of that name. */
	double sum(String name) {
		return beginning(name + "{").values().stream().mapToDouble(Double::doubleValue).sum();
	}

}
