package org.dudao.metric;

import java.time.Clock;
import java.util.List;

import io.micrometer.core.instrument.config.MeterFilter;
import org.dudao.batch.Settings;
import org.dudao.catalog.Catalog;
import org.dudao.region.Regions;
import org.dudao.report.Status;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Puts together what is watched. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MetricSettings.class)
class MetricConfiguration {

	@Bean
	Snapshots snapshots(JdbcClient jdbc, Catalog catalog, Regions regions, Status status,
			PlatformTransactionManager transactions, MetricSettings settings, Clock clock) {
		return new Snapshots(
				List.of(new SubmissionMeasures(jdbc, catalog), new RunMeasures(jdbc),
						new FindingMeasures(jdbc, catalog, clock), new GridMeasures(status, regions)),
				transactions, clock, System::nanoTime, settings);
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
