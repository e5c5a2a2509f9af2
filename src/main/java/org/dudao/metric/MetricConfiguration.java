package org.dudao.metric;

import java.time.Clock;
import java.util.List;

import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.dudao.batch.Settings;
import org.dudao.batch.WaitingFiles;
import org.dudao.catalog.Catalog;
import org.dudao.region.Regions;
import org.dudao.report.Status;
import org.dudao.schedule.Schedules;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Puts together what is watched. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MetricSettings.class)
class MetricConfiguration {

	@Bean
	Snapshots snapshots(JdbcClient jdbc, Catalog catalog, Regions regions, Status status,
			ObjectProvider<Schedules> schedules, WaitingFiles waiting, PlatformTransactionManager transactions,
			MetricSettings settings, Clock clock) {
		return new Snapshots(
				List.of(new SubmissionMeasures(jdbc, catalog), new RunMeasures(jdbc),
						new FindingMeasures(jdbc, catalog, clock), new GridMeasures(status, regions),
						new ScheduleMeasures(jdbc, schedules, waiting)),
				transactions, clock, System::nanoTime, settings);
	}

	@Bean
	BusinessMetrics businessMetrics(Snapshots snapshots, Settings settings, Clock clock) {
		return new BusinessMetrics(snapshots, new DiskMeasures(settings.home()), clock);
	}

	/** Asked for only by a process that ends. */
	@Bean
	@Lazy
	Pushing pushing(MetricSettings settings, BusinessMetrics own, PrometheusMeterRegistry registry) {
		return new Pushing(new Gateway(settings.gateway()), own, registry);
	}

	@Bean
	MeterFilter batchNames() {
		return new BatchNames();
	}

}
