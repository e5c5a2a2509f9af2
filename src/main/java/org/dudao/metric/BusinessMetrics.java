package org.dudao.metric;

import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;

/**
 * What Dudao itself is watched by. Which labels there are changes from night to night, so
 * the whole is given to Prometheus anew each time it asks, and no meter is left behind
 * with an old value.
 */
public final class BusinessMetrics implements MeterBinder, MultiCollector {

	private final Snapshots snapshots;

	private final Measured disk;

	private final Clock clock;

	BusinessMetrics(Snapshots snapshots, Measured disk, Clock clock) {
		this.snapshots = snapshots;
		this.disk = disk;
		this.clock = clock;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		if (registry instanceof PrometheusMeterRegistry prometheus) {
			prometheus.getPrometheusRegistry().register(this);
		}
	}

	@Override
	public MetricSnapshots collect() {
		List<Series> local = this.disk.measure(this.clock.instant());
		return new MetricSnapshots(
				Stream.concat(this.snapshots.current().stream(), local.stream()).map(Series::snapshot).toList());
	}

}
