package org.dudao.metric;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

import io.micrometer.core.instrument.config.MeterFilter;
import org.dudao.batch.Settings;
import org.dudao.catalog.Catalog;
import org.dudao.region.Regions;
import org.dudao.report.Status;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Puts together what is watched. */
@Configuration(proxyBeanMethods = false)
class MetricConfiguration {

	/** Shorter than Prometheus itself waits for an answer. */
	private static final Duration PATIENCE = Duration.ofSeconds(5);

	@Bean
	Snapshots snapshots(JdbcClient jdbc, Catalog catalog, Regions regions, Status status,
			PlatformTransactionManager transactions, Clock clock) {
		return new Snapshots(
				List.of(new SubmissionMeasures(jdbc, catalog), new RunMeasures(jdbc),
						new FindingMeasures(jdbc, catalog, clock), new GridMeasures(status, regions)),
				transactions, clock, System::nanoTime, PATIENCE);
	}

	@Bean
	BusinessMetrics businessMetrics(Snapshots snapshots, Settings settings, Clock clock) {
		return new BusinessMetrics(snapshots, new DiskMeasures(settings.home()), clock);
	}

	@Bean
	MeterFilter batchNames() {
		return new BatchNames();
	}

}
