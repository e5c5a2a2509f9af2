package org.dudao.schedule;

import java.time.Clock;

import org.dudao.batch.Pipeline;
import org.dudao.batch.Settings;
import org.dudao.catalog.Catalog;
import org.dudao.catalog.NightlyPlan;
import org.dudao.report.RunSummary;
import org.dudao.submission.Runs;

import org.springframework.boot.actuate.info.InfoContributor;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts the parts together. Only the process that stays up keeps a watch. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ScheduleSettings.class)
class ScheduleConfiguration {

	@Bean
	Moments moments(JdbcClient jdbc) {
		return new Moments(jdbc);
	}

	/** Few commands ask for it, and it reads a file. */
	@Bean
	@Lazy
	Schedules schedules(Catalog catalog, Moments moments, ScheduleSettings settings, Clock clock) {
		return new Schedules(NightlyPlan.read(catalog).schedules(), moments, settings.inbox(), clock);
	}

	@Bean
	@Profile("serve")
	NightThread nightThread(Catalog catalog, Schedules schedules, Moments moments, Pipeline pipeline,
			RunSummary.Maker summaries, ScheduleSettings settings, Clock clock, ApplicationEventPublisher events) {
		return new NightThread(new NightWatch(catalog, schedules, moments, pipeline, summaries, settings, clock),
				settings.look(), events);
	}

	@Bean
	@Profile("serve")
	InfoContributor programInfo(Catalog catalog) {
		return (info) -> info.withDetail("program", Runs.program())
			.withDetail("catalogue", catalog.version())
			.withDetail("jobs", catalog.directory().toString());
	}

	@Bean
	@Profile("serve")
	HealthIndicator inboxHealthIndicator(Schedules schedules) {
		return FolderHealth.readable(schedules.inboxes());
	}

	/** In the place of Boot's own, which waits as long as the pool does. */
	@Bean
	@Profile("serve")
	HealthIndicator dbHealthIndicator(JdbcClient jdbc) {
		return Patience.with(() -> {
			jdbc.sql("select count(*) from lease").query(Long.class).single();
			return Health.up().build();
		});
	}

	@Bean
	@Profile("serve")
	HealthIndicator outboxHealthIndicator(Settings settings) {
		return FolderHealth.writable(settings.outbox());
	}

	@Bean
	@Profile("serve")
	HealthIndicator archiveHealthIndicator(Settings settings) {
		return FolderHealth.writable(settings.archive());
	}

	@Bean
	@Profile("serve")
	HealthIndicator nightsHealthIndicator(Schedules schedules, Runs runs, ScheduleSettings settings, Clock clock) {
		return Patience.with(new NightHealth(schedules, runs, settings.late(), clock));
	}

}
