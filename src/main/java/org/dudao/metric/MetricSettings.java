package org.dudao.metric;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How it is found out what is watched.
 *
 * @param fresh for how long an answer of the database is good, at least; 0 asks each time
 * @param patience how long the database is waited for; shorter than Prometheus waits for
 * the whole
 */
@ConfigurationProperties("dudao.metrics")
record MetricSettings(@DefaultValue("15s") Duration fresh, @DefaultValue("5s") Duration patience) {
}
